"""Annotations of a file into the library: all that have their articles, in one step for undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from storage.anchoring.locate import State
from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.annotation_formats import find_by_name, guess_format
from storage.annotation_import.article_matching import ArticleMatcher
from storage.annotation_import.coding_matching import match_codings
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    LeftOutError,
    Mention,
)
from storage.annotation_import.quote_placing import PlacedQuote
from storage.article_import.annotation_files import describe_unread
from storage.article_import.file_types import find_by_ending, guess_by_look
from storage.article_import.formats.plain_text import TEXT
from storage.errors import ExchangeError
from storage.library import Library
from storage.models import Annotation
from storage.tables.codebook import StoredCodebook
from storage.tables.merged_codings import MergedCodings
from storage.wording.coder_names import clean_coder_name
from storage.wording.kept_codings import tell_what_stays

_UNNAMED = "does not say which article it is on, and no article alone has its words"


class ImportResult(NamedTuple):
    """What came of an import."""

    added: tuple[str, ...]
    """Ids of the annotations that are new in the library."""
    there: tuple[str, ...]
    """Ids of those that were there already."""
    merged: MergedCodings
    """These, and what is new of what coders said of whole articles and stories."""
    codebook: StoredCodebook
    """What is new of what the file says of tags; undo takes it back after these."""
    differing: int
    """How many of these are not as the file has them; the library's stay."""
    states: Counter[State]
    """How sure the places of the new ones are."""
    left_out: list[tuple[str, str]]
    """What was not imported: its name, and why, in words after the name."""
    notices: list[str]
    """What was imported otherwise than it was, a sentence each."""


def import_annotations(
    library: Library, data: bytes, name: str, kind: str | None = None
) -> ImportResult:
    """Store the annotations in `data`, which is called `name`.

    `kind` is the name of its format; without one that is guessed.

    Importing the same again adds nothing. An annotation that is malformed, or one of whose articles
    is not in the library, is left out. Who wrote one is its coder; where that is not told, it is
    who imports it. `ExchangeError` for a file that is malformed as a whole, or
    in each of its annotations; then nothing is changed, as after any other error.
    """
    try:
        received = _read(data, name, kind)
    except ExchangeError as error:
        raise ExchangeError(f"Cannot import {name}: {error}.") from error
    matching = ArticleMatcher(library)
    annotations, places = _match_articles(library, matching, received)
    codings, left_out = match_codings(library, matching, received.codings)
    received.left_out += left_out
    with library.transaction():
        # First: of a variable that it tells of, an article has one value.
        codebook = library.codebook.supplement(received.codebook)
        merged = library.coding_merger.store(
            codings._replace(annotations=annotations), "annotations imported"
        )
    received.notices += tell_what_stays(merged.differing)
    stored = merged.annotations
    given = {one.id: one for one in annotations}
    differing = sum(
        _list_contents(one) != _list_contents(given[one.id])
        for one in library.annotations.get_all(stored.there)
    )
    whole = {
        one.id for one in received.annotations if any(mention.is_whole for mention in one.mentions)
    }
    if not whole.isdisjoint(stored.added):
        received.notices.append(
            "Notes on a whole page are placed on the first line of its article."
        )
    return ImportResult(
        stored.added,
        stored.there,
        merged,
        codebook,
        differing,
        Counter(state for one in stored.added for state in places[one]),
        received.left_out,
        received.notices,
    )


def _read(data: bytes, name: str, kind: str | None) -> IncomingDocument:
    file = AnnotationFile(data)
    try:
        received = (find_by_name(kind) if kind else _guess_format(file, name)).read(file)
    except RecursionError as error:
        raise ExchangeError("its brackets are nested too deep") from error
    if received.fault is not None and not (
        received.annotations or received.codings or received.codebook
    ):
        raise received.fault
    _leave_out_repeats(received)
    return received


def _guess_format(file: AnnotationFile, name: str) -> AnnotationFormat:
    """Return the format that a file looks like; `ExchangeError` where it is like none."""
    try:
        return guess_format(file)
    except ExchangeError as error:
        said = describe_unread(file.data)
        if said:
            raise ExchangeError(f"it {said}") from error
        looks = guess_by_look(file.data)
        called = find_by_ending(name) if looks is TEXT else looks
        if called is None or called is TEXT or not file.data.strip():
            raise
        raise ExchangeError(f"it is {called.called}, which `copydesk add` reads") from error


def _leave_out_repeats(received: IncomingDocument) -> None:
    """Keep of those that have one id the first."""
    first: dict[str, IncomingAnnotation] = {}
    for one in received.annotations:
        before = first.setdefault(one.id, one)
        if before is not one and replace(one, name=before.name) != before:
            received.left_out.append((one.name, f"has the same id as {before.name}"))
    received.annotations = list(first.values())


def _match_articles(
    library: Library, matching: ArticleMatcher, received: IncomingDocument
) -> tuple[list[Annotation], dict[str, Sequence[State]]]:
    """Return the annotations that can be imported, and the states of their places, by id."""
    placed, missing = _find_places(matching, received.annotations)
    received.left_out += [(one.name, why) for one, why in missing]
    annotations = [
        Annotation(
            one.id,
            tuple(place.target for place in placed[one.id]),
            one.tags,
            one.note,
            one.created,
            one.updated,
            coder=clean_coder_name(one.author) or library.coder.name,
        )
        for one in received.annotations
        if one.id in placed
    ]
    return annotations, {own: [place.state for place in places] for own, places in placed.items()}


def _find_places(
    matching: ArticleMatcher, annotations: Sequence[IncomingAnnotation]
) -> tuple[dict[str, list[PlacedQuote]], list[tuple[IncomingAnnotation, str]]]:
    """Return the places of annotations by their ids, and those that have none, with why.

    Where all that name an article mean one, those that name none are looked for in that.
    """
    placed, missing = _place_all(matching, annotations)
    articles = {place.target.article for places in placed.values() for place in places}
    if len(articles) == 1:
        matching.suppose(*articles)
        unnamed = [one for one, why in missing if why == _UNNAMED]
        more, still = _place_all(matching, unnamed)
        placed |= more
        missing = [*((one, why) for one, why in missing if why != _UNNAMED), *still]
    return placed, missing


def _place_all(
    matching: ArticleMatcher, annotations: Sequence[IncomingAnnotation]
) -> tuple[dict[str, list[PlacedQuote]], list[tuple[IncomingAnnotation, str]]]:
    placed: dict[str, list[PlacedQuote]] = {}
    missing: list[tuple[IncomingAnnotation, str]] = []
    for one in annotations:
        try:
            placed[one.id] = [_place(matching, mention) for mention in one.mentions]
        except LeftOutError as error:
            missing.append((one, str(error)))
    return placed, missing


def _place(matching: ArticleMatcher, mention: Mention) -> PlacedQuote:
    place = matching.place(mention)
    if place is None:
        where = f"is on {mention.name}, which is not in the library"
        raise LeftOutError(where if mention.name else _UNNAMED)
    return place


def _list_contents(annotation: Annotation) -> tuple[object, ...]:
    """Return what two annotations with one id may differ in; times follow from that."""
    tags = {tag.casefold() for tag in annotation.tags}
    return annotation.targets, annotation.note, tags
