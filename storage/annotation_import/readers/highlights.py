"""Highlights of e-readers: words without what stands around them, under the title of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    Mention,
    clean_tags_and_note,
)
from storage.clock import now
from storage.export.interchange.identifiers import make_library_id


def make_highlight(
    name: str,
    mention: Mention,
    notes: Iterable[str] = (),
    tags: Iterable[str] = (),
    created: str | None = None,
) -> IncomingAnnotation:
    """Return a highlight as an annotation.

    Its id follows from title and words, whichever program tells of it and whatever note it has by
    then: the same words twice under one title cannot be told apart, and are one.
    """
    clean, note = clean_tags_and_note(list(tags), list(notes))
    words = " ".join(mention.quote.split())
    own = make_library_id(f"highlight\n{mention.title.casefold()}\n{words}")
    made = created or now()
    return IncomingAnnotation(own, name, (mention,), clean, note, made, made)


def add_highlights(received: IncomingDocument, highlights: Iterable[IncomingAnnotation]) -> None:
    """Add highlights to a document, each once; of notes on the same words each is kept once."""
    known: dict[str, IncomingAnnotation] = {}
    for one in highlights:
        before = known.setdefault(one.id, one)
        if before is not one and one.note and one.note not in before.note:
            note = "\n\n".join(filter(None, [before.note, one.note]))
            known[one.id] = replace(before, note=note)
    received.annotations += known.values()
