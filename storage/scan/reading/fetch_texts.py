"""The texts of documents, read again from where the corpus has them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from storage.database.connection import connect_to_read
from storage.errors import ReadError
from storage.files import explain_error
from storage.ids import make_text_id
from storage.limits import LARGEST_FILE
from storage.regular_files import check_regular
from storage.scan.corpus.json_lines import open_lines, parse_line
from storage.scan.corpus.read_source import read_source
from storage.scan.corpus.records import make_record
from storage.scan.index.rows import IndexedDocument, IndexedSource
from storage.scan.values import Skipped
from storage.wording.plural import inflect


class FetchedTexts(NamedTuple):
    """What could be had of the texts asked for."""

    texts: Mapping[int, str]
    """By the numbers of their documents."""
    problems: tuple[str, ...]
    """A sentence for each file that did not have all of them."""


def fetch_texts(
    sources: Iterable[IndexedSource], documents: Iterable[IndexedDocument]
) -> FetchedTexts:
    """Read the texts of documents from the files or the library that they came from.

    A text that is not the one that was compared counts as missing: places in it would mean nothing.
    Needs no open index, so that it may run in any thread.
    """
    known = {one.number: one for one in sources}
    wanted: dict[int, list[IndexedDocument]] = {}
    for one in documents:
        wanted.setdefault(one.source, []).append(one)
    texts: dict[int, str] = {}
    problems = []
    for number, those in wanted.items():
        source = known.get(number)
        if source is None:
            problems.append("The index does not say where some of the texts are; scan again.")
            continue
        found, problem = _fetch_from(source, sorted(those, key=lambda one: one.place))
        texts |= found
        if problem:
            problems.append(problem)
    return FetchedTexts(texts, tuple(problems))


def _fetch_from(
    source: IndexedSource, documents: Sequence[IndexedDocument]
) -> tuple[dict[int, str], str]:
    """Return the texts that a source still has, by document, and what to say of the others."""
    texts: dict[int, str] = {}
    why = "has changed since the scan"
    try:
        if check_regular(Path(source.path)) is None:
            why = "is gone"
        else:
            for one, text in _read(source, documents):
                if text is not None and make_text_id(text) == one.digest:
                    texts[one.number] = text
    except ReadError as error:
        return texts, str(error)
    except (EOFError, zlib.error, sqlite3.Error):
        pass  # it is not what it was
    except OSError as error:  # what is no longer packed has no number
        why = f"cannot be read ({explain_error(error)})" if error.errno else why
    missing = len(documents) - len(texts)
    if not missing:
        return texts, ""
    cannot = inflect(missing, "text there cannot", "texts there cannot")
    return texts, f"{source.path} {why}: {missing:,} {cannot} be shown. Put it back, or scan again."


def _read(
    source: IndexedSource, documents: Sequence[IndexedDocument]
) -> Iterator[tuple[IndexedDocument, str | None]]:
    """Yield each document with the text that stands at its place now, if any does."""
    if source.kind == "library":
        return _read_library(source, documents)
    if source.kind.startswith("jsonl"):
        return _read_lines(source, documents)
    return _read_rows(source, documents)


def _read_lines(
    source: IndexedSource, documents: Sequence[IndexedDocument]
) -> Iterator[tuple[IndexedDocument, str | None]]:
    # Of a packed file, what lies before a place is unpacked on the way there, a piece at a time.
    with open_lines(Path(source.path), source.kind) as opened:
        for one in documents:
            opened.seek(one.place)
            # No longer line was ever read, whatever the index says.
            columns = parse_line(opened.read(min(one.length, LARGEST_FILE))).columns
            try:
                yield one, None if columns is None else make_record(columns).text
            except ReadError:
                yield one, None


def _read_rows(
    source: IndexedSource, documents: Sequence[IndexedDocument]
) -> Iterator[tuple[IndexedDocument, str | None]]:
    """Read as the scan did, from the first row to the last that is wanted.

    `ReadError` where it cannot be read at all, as when what reads it is missing.
    """
    waiting = list(documents)
    for found in read_source(source):
        if isinstance(found, Skipped):
            if not found.line:
                raise ReadError(found.why)
            continue
        while waiting and waiting[0].place < found.place:
            yield waiting.pop(0), None
        while waiting and waiting[0].place == found.place:
            yield waiting.pop(0), found.record.text
        if not waiting:
            return


def _read_library(
    source: IndexedSource, documents: Sequence[IndexedDocument]
) -> Iterator[tuple[IndexedDocument, str | None]]:
    with connect_to_read(Path(source.path)) as connection:
        for one in documents:
            asked = connection.execute("SELECT text FROM article WHERE id = ?", [one.id])
            yield one, next((text for (text,) in asked), None)
