"""A comparison as one JSON document, for programs: the promises of `compare --json`.

Places are the number of an article and code points of its text, of which the last is excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from textreuse.comparison import Comparison
from textreuse.passages.passages import Passage
from textreuse.statements.disagreements.disagreement import Disagreement
from textreuse.statements.origins.origin import ArticleDerivation, Origin
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.shared_quotations import SharedQuotations
from textreuse.statements.statements import Statements
from textreuse.statements.utterances.utterance import Utterance
from textreuse.text.spans import Span
from textreuse.word_diff import list_changes

JSON_SCHEMA = 2
"""The version of the JSON documents that are objects; a list has no place for it."""


class ArticleLabel(NamedTuple):
    """What a document says of an article besides what it shares."""

    title: str
    path: str | None
    """The file that it was read from; None for none."""
    characters: int
    """Code points of its text, also where it was too long to be compared."""


def describe_comparison(
    comparison: Comparison,
    statements: Statements,
    labels: Sequence[ArticleLabel],
    *,
    with_text: bool = False,
) -> dict[str, Any]:
    """Return what texts share and state, as `json.dumps` takes it; `labels` has one a text.

    `statements` are those of these texts. `with_text` adds the words of both sides of each passage.
    """
    return {
        "schema": JSON_SCHEMA,
        "articles": describe_articles(comparison, statements, labels),
        "passages": [
            _describe_passage(passage, comparison, with_text=with_text)
            for passage in comparison.passages
        ],
        "groups": [
            {"id": group.id, "spans": [span._asdict() for span in group.spans]}
            for group in comparison.groups
        ],
        **describe_quotations(statements),
        "disagreements": [_describe_disagreement(one) for one in statements.disagreements],
        "origins": [_describe_origin(one) for one in statements.origins.independent],
    }


def describe_articles(
    comparison: Comparison, statements: Statements, labels: Sequence[ArticleLabel]
) -> list[dict[str, Any]]:
    """Return the articles with their figures, in their order; `id` is the place in it."""
    quoted = SharedQuotations(comparison, statements.direct_quotations)
    return [
        {
            **_describe_article(comparison, label, derivation),
            "shared_words_in_quotations": quoted.count(derivation.article),
        }
        for label, derivation in zip(labels, statements.origins.derivations, strict=True)
    ]


def describe_quotations(statements: Statements) -> dict[str, Any]:
    """Return `quotations`, by place, and `utterances`, by number.

    Each quotation has the number of its utterance, which may have several of one article: what that
    says again.
    """
    utterances = statements.utterances
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


def _describe_article(
    comparison: Comparison, label: ArticleLabel, derivation: ArticleDerivation
) -> dict[str, Any]:
    index, count = derivation.article, comparison.word_count
    return {
        "id": index,
        "path": label.path,
        "title": label.title,
        "characters": label.characters,
        "words": count(index),
        "shared_words": count(index, comparison.shared(index)),
        "only_here_words": count(index, comparison.only_here(index)),
        "repeated_words": count(index, comparison.repeats(index)),
        "boilerplate_words": count(index, comparison.boilerplate(index)),
        "derivation": derivation.derivation,
        "derived_words": derivation.words,
    }


def _describe_passage(
    passage: Passage, comparison: Comparison, *, with_text: bool
) -> dict[str, Any]:
    texts = comparison.texts
    told = {
        "left": passage.left._asdict(),
        "right": passage.right._asdict(),
        "kind": passage.kind,
        "similarity": round(passage.similarity, 4),
        "changes": [
            {"left": ours._asdict(), "right": theirs._asdict()}
            for ours, theirs in list_changes(comparison, passage)
        ],
    }
    if with_text:
        told["text"] = {
            name: texts[span.article][span.start : span.end]
            for name, span in (("left", passage.left), ("right", passage.right))
        }
    return told


def _describe_disagreement(found: Disagreement) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "severity": found.severity,
        "left": found.left._asdict(),
        "right": found.right._asdict(),
        "why": found.why,
    }


def _describe_origin(found: Origin) -> dict[str, Any]:
    return {"articles": list(found.articles), "kind": found.kind, "why": found.why}


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
