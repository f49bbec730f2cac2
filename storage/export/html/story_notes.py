"""The annotations of a story as the report numbers them, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from storage.comparing import ComparedStory
from storage.export.article_coding import is_by_several
from storage.export.evidence import Evidence, Place
from storage.export.html.note_html import render_note
from storage.export.html.segments import Mark, trim
from storage.export.quoted_evidence import QuotedEvidence, QuotedWords
from storage.tables.codebook_entry import Colour
from storage.tables.finding_verdicts import Verdict
from storage.wording.passage_kinds import add_doubt
from storage.wording.terminal_text import reveal_line, reveal_lines
from textreuse import Span


class NotePlace(NamedTuple):
    """A place that a note speaks of."""

    span: Span
    paragraph: int
    anchor: str
    """The name by which it is linked to."""
    also: str
    """How alike a copy is, and whether it is a weak match; empty where the annotation itself
    stands."""


class ChosenTag(NamedTuple):
    """A tag, and the colour it has, if any."""

    name: str
    colour: Colour | None


class StoryNote(NamedTuple):
    """An annotation, ready to be shown."""

    number: int
    quote: str
    places: tuple[NotePlace, ...]
    """Where it stands, then the copies; of an orphan only where it stood once."""
    is_orphan: bool
    tags: tuple[ChosenTag, ...]
    prose: Markup
    """The note itself, as HTML."""
    quoted: tuple[QuotedWords, ...] = ()
    """The quotations that it stands on."""
    coder: str = ""
    """Who made it, where several coders made notes."""

    @property
    def key(self) -> str:
        """Its name in links; no other note or passage has it."""
        return f"n{self.number}"


def make_story_notes(
    found: Sequence[Evidence],
    compared: ComparedStory,
    colours: Mapping[str, Colour],
    verdicts: Mapping[str, Verdict],
) -> list[StoryNote]:
    """Return the annotations in the order of `found`, numbered from 1.

    `verdicts` are those of the reader on findings, by their keys.
    """
    said = QuotedEvidence(compared, verdicts) if found else None
    tells_coder = is_by_several(one.annotation for one in found)
    notes = []
    for number, evidence in enumerate(found, 1):
        annotation = evidence.annotation
        notes.append(
            StoryNote(
                number,
                "\n".join(reveal_lines(evidence.quote)),
                tuple(_list_places(evidence, number, compared)),
                evidence.state == "orphan",
                tuple(ChosenTag(reveal_line(tag), colours.get(tag)) for tag in annotation.tags),
                render_note(annotation.note, is_own=annotation.imported is None),
                tuple(said.find(evidence)) if said else (),
                reveal_line(annotation.coder) if tells_coder else "",
            )
        )
    return notes


def mark_notes(notes: Sequence[StoryNote], article: int) -> Iterator[Mark]:
    """Yield where notes stand in `article`, and their copies, which look like nothing."""
    for note in notes:
        for place in () if note.is_orphan else note.places:
            if place.span.article == article:
                yield Mark(place.span.start, place.span.end, note.key, "" if place.also else "note")


def _list_places(evidence: Evidence, number: int, compared: ComparedStory) -> Iterator[NotePlace]:
    index = {article.id: at for at, article in enumerate(compared.articles)}
    of_its_own = [(place, "") for place in (evidence.place, *evidence.targets)]
    copies = [
        (copy.place, add_doubt(f"{copy.similarity:.0%}", weak=copy.weak))
        for copy in evidence.also_in
    ]
    for count, (place, also) in enumerate([*of_its_own, *copies], 1):
        span = _make_span(place, index)
        yield NotePlace(span, compared.number_paragraph(span), f"n{number}-{count}", also)


def _make_span(place: Place, index: Mapping[str, int]) -> Span:
    return Span(index[place.article.id], *trim(place.article.text, place.start, place.end))
