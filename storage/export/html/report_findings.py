"""The findings of a story as the report numbers and shows them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from storage.comparing import ComparedStory
from storage.export.html.differences import render_pieces
from storage.export.html.segments import Mark
from storage.export.story_passages import StoryPassage
from storage.export.told_findings import Place, ToldFinding, ToldFindings
from storage.export.told_origins import ToldMissing
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Span

_OPENING = 160
"""Characters of what is told in short."""


class ShownVersion(NamedTuple):
    """What one article has."""

    span: Span
    letter: str
    paragraph: int
    voice: str
    is_quoted: bool
    anchor: str
    """The name by which it is linked to."""
    html: Markup


class ShownFinding(NamedTuple):
    """A finding, ready to be shown."""

    number: int
    name: str
    why: str
    versions: tuple[ShownVersion, ...]
    also: tuple[Place, ...]

    @property
    def key(self) -> str:
        """Its name in links; no passage or note has it."""
        return f"f{self.number}"

    @property
    def title(self) -> str:
        """What it is, and where else, for whoever points at it."""
        return f"{self.name}: {self.why}"


class ShownUtterance(NamedTuple):
    """An utterance in short."""

    speaker: str
    words: str
    places: tuple[Place, ...]


class ShownFindings(NamedTuple):
    """What the report tells of who said what, and of values that disagree."""

    quotations: tuple[ShownFinding, ...] = ()
    disagreements: tuple[ShownFinding, ...] = ()
    """Numbered before the quotations."""
    others: tuple[ShownUtterance, ...] = ()
    """Those of several articles."""
    alone: int = 0
    """How many stand in one article only."""
    dismissed: int = 0

    @property
    def all(self) -> tuple[ShownFinding, ...]:
        """All findings, by number."""
        return (*self.disagreements, *self.quotations)


class LeftOut(NamedTuple):
    """What most of the others carry and one article leaves out."""

    words: str
    places: tuple[Place, ...]
    passage: StoryPassage | None
    """None where it is not shown as a passage."""


def show_findings(told: ToldFindings, compared: ComparedStory) -> ShownFindings:
    """Return the findings, numbered from 1: disagreements, then quotations."""
    values, following = told.disagreements, len(told.disagreements) + 1
    several = [one for one in told.others if len(one.places) > 1]
    return ShownFindings(
        tuple(_show(one, number) for number, one in enumerate(told.quotations, following)),
        tuple(_show(one, number, added="b") for number, one in enumerate(values, 1)),
        tuple(
            ShownUtterance(one.speaker, _read_line(compared, one.quotation.span), one.places)
            for one in several
        ),
        len(told.others) - len(several),
        told.dismissed,
    )


def show_missing(
    missing: Iterable[ToldMissing], passages: Sequence[StoryPassage], compared: ComparedStory
) -> list[LeftOut]:
    """Return what one article leaves out, each with the passage of the report that it is."""
    at = {span: passage for passage in passages for span in passage.group.spans}
    return [
        LeftOut(_read_line(compared, one.span), one.carriers, at.get(one.span)) for one in missing
    ]


def mark_findings(findings: Iterable[ShownFinding], article: int) -> Iterator[Mark]:
    """Yield where findings stand in `article`."""
    for finding in findings:
        for version in finding.versions:
            if version.span.article == article:
                yield Mark(version.span.start, version.span.end, finding.key, "finding")


def _show(told: ToldFinding, number: int, added: str = "ins") -> ShownFinding:
    versions = tuple(
        ShownVersion(
            version.value or version.span,
            version.letter,
            version.paragraph,
            reveal_line(version.voice),
            version.is_quoted,
            f"f{number}-{count}",
            render_pieces(version.pieces, added),
        )
        for count, version in enumerate(told.versions, 1)
    )
    return ShownFinding(number, told.name, reveal_line(told.why), versions, told.carriers)


def _read_line(compared: ComparedStory, span: Span) -> str:
    text = compared.articles[span.article].text
    return shorten(reveal_line(text[span.start : span.end]), _OPENING)
