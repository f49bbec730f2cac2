"""Annotations to be imported, of whatever format, before it is known where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from storage.article_import.services.json_document import Part, PartError
from storage.clock import now, write_time
from storage.export.citation.text_fragment import Directive
from storage.export.interchange.identifiers import CodingKind, make_library_id
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.tag_names import LONGEST, clean_tags

_OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


class Mention(NamedTuple):
    """One place of an annotation, as another program tells it."""

    address: str
    """What the article is called there: an address of the web or another name; empty where it has
    none."""
    article: str | None = None
    """Its id in a library, where we named it."""
    title: str = ""
    author: str = ""
    """Of the article, where that is told."""
    quote: str = ""
    """The words; empty where the whole article is meant, or `start` and `end` say which."""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    in_utf16: bool = False
    """Whether these offsets count UTF-16 code units; else code points."""
    orphaned: str | None = None
    directive: Directive | None = None
    """What the quote is the beginning of, where an address tells the words."""

    @property
    def is_whole(self) -> bool:
        """Whether the whole article is meant."""
        return not self.quote and self.start is None

    @property
    def name(self) -> str:
        """What to call the article in a message; empty where nothing tells which it is."""
        if not self.title:
            return self.address
        return f"“{self.title}” ({self.address})" if self.address else f"“{self.title}”"


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """One annotation, as another program tells it."""

    id: str
    """What it will be called in the library."""
    name: str
    """What it is called in messages."""
    mentions: tuple[Mention, ...]
    tags: tuple[str, ...]
    note: str
    created: str
    updated: str
    author: str = ""
    """Who wrote it, where that is told."""


class IncomingCoding(NamedTuple):
    """What a coder says of an article or a story as a whole, as we wrote it elsewhere."""

    kind: CodingKind
    name: str
    """What it is called in messages."""
    about: Mention
    """The article; of a story, its name and what we call it outside."""
    author: str
    """Whose it is, where that is told."""
    tags: tuple[str, ...]
    memo: str
    created: str
    updated: str


@dataclass(slots=True)
class IncomingDocument:
    """What a document holds."""

    annotations: list[IncomingAnnotation] = field(default_factory=list)
    codings: list[IncomingCoding] = field(default_factory=list)
    codebook: list[CodebookEntry] = field(default_factory=list)
    """What it says of tags, each once."""
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """What cannot be imported: its name, and why, in words after the name."""
    notices: list[str] = field(default_factory=list)
    """What is imported otherwise than it was, a sentence each."""

    @contextmanager
    def leaving_out(self, name: str) -> Iterator[None]:
        """Leave out the annotation of that name where it is found that it cannot be imported.

        One that is malformed costs no other, unless all are; then the first is the document's
        fault.
        """
        try:
            yield
        except LeftOutError as error:
            self.left_out.append((name, str(error)))
        except PartError as error:
            self.left_out.append((name, f"is malformed: {error.fault}"))
            self.fault = self.fault or error

    fault: PartError | None = None
    """What is wrong with the first annotation that is malformed."""


class LeftOutError(Exception):
    """An annotation is well-formed, but cannot be imported; `str(error)` says why."""


def name_annotation(number: int, own: str) -> str:
    """Return what an annotation is called in messages: its number, from 1, and its own name."""
    return f"annotation {number} ({own})" if own else f"annotation {number}"


def make_id(part: Part, own: str) -> str:
    """Return the id of an annotation by its own name; without one, by all that it says."""
    return make_library_id(own or json.dumps(part.value, sort_keys=True))


def clean_tags_and_note(tags: Sequence[str], notes: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return clean tags, and the notes as one. A tag too long for one goes into the note."""
    clean = clean_tags(tags)
    short = tuple(tag for tag in clean if len(tag) <= LONGEST)
    long = [tag for tag in clean if len(tag) > LONGEST]
    return short, "\n\n".join([*filter(None, notes), *long])


def read_time(part: Part | None) -> str | None:
    """Return a time as the library writes it; one without a zone is UTC. None where there is none.

    `ExchangeError` where it is no time.
    """
    if part is None:
        return None
    written = part.text()
    try:
        time = datetime.fromisoformat(written.strip())
        if _OURS.fullmatch(written):
            return written
        return write_time(time)
    except (ValueError, OverflowError) as error:
        raise part.fault("is not a time like 2026-03-05T10:30:00Z") from error


def read_times(created: Part | None, updated: Part | None) -> tuple[str, str]:
    """Return when an annotation was made and last changed; what is not told follows from the rest.

    `ExchangeError` where one is no time.
    """
    made, changed = read_time(created), read_time(updated)
    made = made or changed or now()
    return made, changed or made
