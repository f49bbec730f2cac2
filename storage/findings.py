"""Findings of a story: what deserves a reader's eye, as one list to go through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.ids import make_text_id
from storage.wording.finding_names import name_disagreement, name_relation
from textreuse import Disagreement, QuotationFinding, Span, fold_punctuation

FindingKind = Literal["quotation", "disagreement"]
About = QuotationFinding | Disagreement
"""What a finding is made of."""


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
    about: About


def list_findings(compared: ComparedStory) -> tuple[Finding, ...]:
    """Return the findings of a story: flagged quotations, then conflicts, then all others.

    Equals stay by place. What several pairs of articles have in the same words is told once; and
    so is what differs inside a quotation that was altered.
    """
    found: dict[str, Finding] = {}
    for finding in make_findings(compared).values():
        known = found.get(finding.key)
        if known is not None:
            articles = tuple(sorted({*known.articles, *finding.articles}))
            found[finding.key] = known._replace(articles=articles)
        else:
            found[finding.key] = finding
    return tuple(sorted(found.values(), key=lambda finding: not finding.flagged))


def make_findings(compared: ComparedStory) -> dict[About, Finding]:
    """Return all findings of a story by what they are made of: quotations, then disagreements.

    What differs inside a quotation that was altered has the key of that one: whatever is decided
    on either holds for both.
    """
    quotations = [
        one
        for utterance in compared.statements.utterances
        for one in utterance.findings
        if one.kind != "same"
    ]
    found: dict[About, Finding] = {one: make_finding(compared, one) for one in quotations}
    altered = [one for one in found.values() if one.flagged]
    for one in compared.statements.disagreements:
        finding = make_finding(compared, one)
        around = (other for other in altered if _lies_in(finding.spans, other.spans))
        found[one] = finding._replace(key=next(around, finding).key)
    return found


def make_finding(compared: ComparedStory, about: About) -> Finding:
    """Return as a finding what a statement of the story tells of two places, whatever is around."""
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


def _lies_in(spans: tuple[Span, Span], others: tuple[Span, Span]) -> bool:
    """Tell whether both places lie wholly in the others, in either order."""
    return any(
        all(span.overlap(other) == span.length for span, other in zip(spans, pair, strict=True))
        for pair in (others, others[::-1])
    )


def _make_key(kind: str, what: str, sides: list[str]) -> str:
    """Return what a finding is remembered by: its words, not its number or its place."""
    return make_text_id("\n\n".join([kind, what, *sorted(sides)]))


def _read(texts: tuple[str, ...], span: Span) -> str:
    return " ".join(fold_punctuation(texts[span.article][span.start : span.end]).lower().split())
