"""Reading the codebook that Web Annotations bring along, as we write it."""

from __future__ import annotations

from collections.abc import Iterator

from storage.annotation_import.incoming import IncomingDocument, LeftOutError
from storage.article_import.services.json_document import Part
from storage.codebook.colour_codes import find_colour
from storage.codebook.entry_names import NameCleaner
from storage.codebook.refi_codes import read_guid
from storage.export.interchange.skos_concepts import (
    CODEBOOK,
    COLOUR,
    DEFINITION,
    EXAMPLE,
    EXCLUSION,
    GUID,
    INCLUSION,
    NOTATION,
    NUMBER,
    SCOPE,
    VALUE,
    VARIABLE,
)
from storage.tables.codebook_entry import COLOURS, CodebookEntry, Colour
from storage.tables.quick_tags import NUMBERS
from storage.wording.terminal_text import clean_lines


def read_concepts(page: Part, received: IncomingDocument) -> None:
    """Add the tags that a page defines to what was received; one that is malformed is left out.

    Concepts of one name are one tag, and a number stands for the first that has it.
    """
    cleaner = NameCleaner()
    found = {one.name.casefold(): one for one in received.codebook}
    for number, part in enumerate(page.members(CODEBOOK), 1):
        name = f"tag {number} of the codebook"
        with received.leaving_out(name):
            entry = _read_concept(part.rename(name), cleaner)
            if any(one.number == entry.number for one in found.values()):
                entry = entry._replace(number=None)
            key = entry.name.casefold()
            found[key] = found.get(key, entry).fill(entry)
    received.codebook = list(found.values())
    received.notices += cleaner.notices


def _read_concept(part: Part, cleaner: NameCleaner) -> CodebookEntry:
    name = cleaner.join("", part.text_of(NOTATION))
    if name is None:
        raise LeftOutError("has no name that a tag can have")
    return CodebookEntry(
        name,
        _join(_read_texts(part, DEFINITION)),
        _join(_read_texts(part, SCOPE, INCLUSION)),
        _join(_read_texts(part, SCOPE, EXCLUSION)),
        _join(_read_texts(part, EXAMPLE)),
        _read_colour(part.text_of(COLOUR)),
        _read_number(part.get(NUMBER)),
        (part.get(VARIABLE) or part).value is True,
        read_guid(part.text_of(GUID)),
    )


def _read_texts(part: Part, name: str, kind: str = "") -> Iterator[str]:
    """Yield the texts of a member: strings, and values of objects; only those of a `kind`, if any.

    A scope note without one says what is to have the tag.
    """
    for one in part.members(name):
        if not one.is_object:
            if kind != EXCLUSION:
                yield one.text()
        elif kind in ("", *one.texts("type", "@type")):
            yield one.text_of(VALUE, "rdf:value", "@value")


def _join(texts: Iterator[str]) -> str:
    return clean_lines("\n\n".join(texts))


def _read_colour(written: str) -> Colour | None:
    named = next((one for one in COLOURS if one == written), None)
    return named or find_colour(written)


def _read_number(part: Part | None) -> int | None:
    value = None if part is None else part.value
    return value if type(value) is int and value in NUMBERS else None
