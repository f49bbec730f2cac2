"""Findings of a story: what deserves a reader's eye, as one list to go through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.ids import make_text_id
from storage.tables.finding_verdicts import Verdict
from textreuse import Disagreement, QuotationFinding, Span, fold_punctuation

FindingKind = Literal["quotation", "disagreement"]

_CALLED = {"narration_elsewhere": "told as fact elsewhere", "reattributed": "of another speaker"}


class Finding(NamedTuple):
    """What deserves a reader's eye: its evidence, never a verdict."""

    kind: FindingKind
    name: str
    """What it is called: "quotation altered", "number, conflict"."""
    flagged: bool
    """Whether it stands in the review; the rest is told where one looks for it."""
    spans: tuple[Span, Span]
    """Its two places, each with the words that it is about."""
    why: str
    """One sentence; articles are called by their letters."""
    key: str
    """The same for the same words, whatever else the story has, and in whichever order."""
    about: QuotationFinding | Disagreement


def list_findings(compared: ComparedStory) -> tuple[Finding, ...]:
    """Return the findings of a story: flagged quotations, then disagreements, conflicts first.

    Equals stay by place; what two articles tell twice is there once.
    """
    texts = compared.whole.texts
    found = []
    for utterance in compared.statements.utterances:
        for one in utterance.findings:
            if one.kind != "same":
                spans = one.one.span, one.other.span
                key = _make_key("quotation", one.kind, [_read(texts, span) for span in spans])
                name = f"quotation {_CALLED.get(one.kind, one.kind)}"
                found.append(Finding("quotation", name, one.flagged, spans, one.why, key, one))
    for differing in compared.statements.disagreements:
        sides = (
            _read(texts, differing.left) + "\n" + _read(texts, differing.left_context),
            _read(texts, differing.right) + "\n" + _read(texts, differing.right_context),
        )
        key = _make_key("disagreement", differing.kind, sides)
        places = differing.left, differing.right
        flagged = differing.severity == "conflict"
        name = f"{differing.kind}, {differing.severity}"
        found.append(Finding("disagreement", name, flagged, places, differing.why, key, differing))
    unique: dict[str, Finding] = {}
    for finding in found:
        unique.setdefault(finding.key, finding)
    return tuple(sorted(unique.values(), key=lambda finding: not finding.flagged))


def list_open_findings(
    compared: ComparedStory, verdicts: Mapping[str, Verdict]
) -> tuple[Finding, ...]:
    """Return the flagged findings on which the reader has not decided: the review of a story."""
    return tuple(
        finding
        for finding in list_findings(compared)
        if finding.flagged and finding.key not in verdicts
    )


def _make_key(kind: str, what: str, sides: list[str] | tuple[str, str]) -> str:
    """Return what a finding is remembered by: its words, not its number or its place."""
    return make_text_id("\n\n".join([kind, what, *sorted(sides)]))


def _read(texts: tuple[str, ...], span: Span) -> str:
    return " ".join(fold_punctuation(texts[span.article][span.start : span.end]).lower().split())
