"""Findings of a story: what deserves a reader's eye, as one list to go through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.ids import make_text_id
from storage.wording.finding_names import name_disagreement, name_relation
from textreuse import Disagreement, QuotationFinding, Span, fold_punctuation

FindingKind = Literal["quotation", "disagreement"]


class Finding(NamedTuple):
    """What deserves a reader's eye: its evidence, never a verdict."""

    kind: FindingKind
    name: str
    """What it is called: "quotation altered", "number, conflict"."""
    flagged: bool
    """Whether it stands in the review; the rest is told where one looks for it."""
    spans: tuple[Span, Span]
    """Its two places, each with the words that it is about."""
    articles: tuple[int, ...]
    """All that have one or the other of the words, ascending."""
    why: str
    """One sentence; articles are called by their letters."""
    key: str
    """The same for the same words, whatever else the story has, and in whichever order."""
    about: QuotationFinding | Disagreement


def list_findings(compared: ComparedStory) -> tuple[Finding, ...]:
    """Return the findings of a story: flagged quotations, then conflicts, then all others.

    Equals stay by place. What several pairs of articles have in the same words is told once; and
    so is what differs inside a quotation that was altered.
    """
    quotations = list(_find_changed_quotations(compared))
    altered = [one.spans for one in quotations if one.flagged]
    found: dict[str, Finding] = {}
    for finding in (*quotations, *_find_disagreements(compared)):
        inside = finding.kind == "disagreement" and _lies_in(finding.spans, altered)
        known = found.get(finding.key)
        if known is not None:
            articles = tuple(sorted({*known.articles, *finding.articles}))
            found[finding.key] = known._replace(articles=articles)
        elif not inside:
            found[finding.key] = finding
    return tuple(sorted(found.values(), key=lambda finding: not finding.flagged))


def _find_changed_quotations(compared: ComparedStory) -> Iterator[Finding]:
    for utterance in compared.statements.utterances:
        for one in utterance.findings:
            if one.kind != "same":
                yield make_finding(compared, one)


def _find_disagreements(compared: ComparedStory) -> Iterator[Finding]:
    for one in compared.statements.disagreements:
        yield make_finding(compared, one)


def make_finding(compared: ComparedStory, about: QuotationFinding | Disagreement) -> Finding:
    """Return as a finding what a statement of the story tells of two places."""
    texts = compared.whole.texts
    if isinstance(about, QuotationFinding):
        kind: FindingKind = "quotation"
        spans, flagged = (about.one.span, about.other.span), about.flagged
        sides = [_read(texts, span) for span in spans]
        name = f"quotation {name_relation(about.kind)}"
    else:
        kind = "disagreement"
        spans, flagged = (about.left, about.right), about.severity == "conflict"
        sides = [
            f"{_read(texts, value)}\n{_read(texts, context)}"
            for value, context in (
                (about.left, about.left_context),
                (about.right, about.right_context),
            )
        ]
        name = name_disagreement(about)
    key = _make_key(kind, about.kind, sides)
    return Finding(kind, name, flagged, spans, _list_articles(spans), about.why, key, about)


def _list_articles(spans: Iterable[Span]) -> tuple[int, ...]:
    return tuple(sorted({span.article for span in spans}))


def _lies_in(spans: tuple[Span, Span], others: Iterable[tuple[Span, Span]]) -> bool:
    """Tell whether both places lie wholly in those of one of the others, in either order."""
    return any(
        all(span.overlap(other) == span.length for span, other in zip(spans, pair, strict=True))
        for both in others
        for pair in (both, both[::-1])
    )


def _make_key(kind: str, what: str, sides: list[str]) -> str:
    """Return what a finding is remembered by: its words, not its number or its place."""
    return make_text_id("\n\n".join([kind, what, *sorted(sides)]))


def _read(texts: tuple[str, ...], span: Span) -> str:
    return " ".join(fold_punctuation(texts[span.article][span.start : span.end]).lower().split())
