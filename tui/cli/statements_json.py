"""What a comparison states, as programs read it: the promises of `compare` and `quotes --json`."""

from __future__ import annotations

from typing import Any

from storage.comparing import ComparedStory
from storage.export.article_rows import count_parts
from storage.share_figures import count_shares
from textreuse import Disagreement, Origin, Quotation, Span, Utterance

SCHEMA = 2
"""The version of the JSON documents that are objects; a list has no place for it."""


def describe_articles(compared: ComparedStory) -> list[dict[str, Any]]:
    """Return the articles with their figures, in their order; `id` is the place in it."""
    return [
        {
            **_describe_article(compared, derivation.article),
            "derivation": derivation.derivation,
            "derived_words": derivation.words,
            "shared_words_in_quotations": count_parts(
                compared, derivation.article
            ).in_quotations.words,
        }
        for derivation in compared.statements.origins.derivations
    ]


def describe_quotations(compared: ComparedStory) -> dict[str, Any]:
    """Return `quotations`, by place, and `utterances`, by number.

    Each quotation has the number of its utterance, which may have several of one article: what that
    says again.
    """
    utterances = compared.statements.utterances
    numbered = sorted(
        (
            (one.id, quotation)
            for one in utterances
            for quotation in (*one.quotations, *one.repeats)
        ),
        key=lambda numbered: (numbered[1].span, numbered[0]),
    )
    return {
        "quotations": [_describe_quotation(*one) for one in numbered],
        "utterances": [_describe_utterance(one) for one in utterances],
    }


def describe_disagreement(found: Disagreement) -> dict[str, Any]:
    """Return a disagreement, with the places of its values."""
    return {
        "kind": found.kind,
        "severity": found.severity,
        "left": found.left._asdict(),
        "right": found.right._asdict(),
        "why": found.why,
    }


def describe_origin(found: Origin) -> dict[str, Any]:
    """Return an origin and the articles that rest on it."""
    return {"articles": list(found.articles), "kind": found.kind, "why": found.why}


def _describe_article(compared: ComparedStory, index: int) -> dict[str, Any]:
    article, comparison = compared.articles[index], compared.kept
    counted = count_shares(comparison, index)
    return {
        "id": index,
        "path": article.path,
        "title": article.title,
        "characters": len(article.text),
        "words": counted.words,
        "shared_words": counted.shared.words,
        "only_here_words": counted.only_here.words,
        "repeated_words": counted.repeats.words,
        "boilerplate_words": comparison.word_count(index, comparison.boilerplate(index)),
    }


def _describe_quotation(utterance: int, quotation: Quotation) -> dict[str, Any]:
    speaker = quotation.speaker
    return {
        "utterance": utterance,
        **quotation.span._asdict(),
        "form": quotation.form,
        "speaker": speaker.name or None,
        "speaker_span": _describe_span(speaker.span),
    }


def _describe_span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else span._asdict()


def _describe_utterance(utterance: Utterance) -> dict[str, Any]:
    return {
        "id": utterance.id,
        "findings": [
            {
                "kind": one.kind,
                "flagged": one.flagged,
                "articles": sorted((one.one.span.article, one.other.span.article)),
                "why": one.why,
            }
            for one in utterance.findings
        ],
    }
