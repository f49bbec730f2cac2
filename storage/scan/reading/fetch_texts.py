"""The texts of documents, read again from where the corpus has them."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from storage.database.connection import connect_to_read
from storage.database.locked_files import open_to_read
from storage.files import explain_error
from storage.ids import make_text_id
from storage.regular_files import check_regular
from storage.scan.index.rows import IndexedDocument, IndexedSource, SourceKind
from storage.wording.plural import inflect
from storage.wording.terminal_text import fit_utf8


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
    path = Path(source.path)
    try:
        if check_regular(path) is None:
            why = "is gone"
        else:
            for one, text in zip(documents, _READERS[source.kind](path, documents), strict=True):
                if text is not None and make_text_id(text) == one.digest:
                    texts[one.number] = text
    except (EOFError, zlib.error, gzip.BadGzipFile, sqlite3.Error):
        pass  # it is not what it was
    except OSError as error:
        why = f"cannot be read ({explain_error(error)})"
    missing = len(documents) - len(texts)
    if not missing:
        return texts, ""
    cannot = inflect(missing, "text there cannot", "texts there cannot")
    return texts, f"{source.path} {why}: {missing:,} {cannot} be shown. Put it back, or scan again."


def _read_jsonl(path: Path, documents: Sequence[IndexedDocument]) -> Iterator[str | None]:
    with open_to_read(path) as opened:
        yield from _read_lines(opened, documents)


def _read_packed_jsonl(path: Path, documents: Sequence[IndexedDocument]) -> Iterator[str | None]:
    # What lies before a place is unpacked on the way there, a piece at a time.
    with gzip.open(path) as opened:
        yield from _read_lines(opened, documents)


def _read_lines(
    opened: IO[bytes] | gzip.GzipFile, documents: Sequence[IndexedDocument]
) -> Iterator[str | None]:
    for one in documents:
        opened.seek(one.place)
        yield _read_text(opened.read(one.length))


def _read_text(line: bytes) -> str | None:
    """Return the text in a line of JSON; None where it is none, as after the file has changed."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    text = record.get("text") if isinstance(record, dict) else None
    return fit_utf8(text) if isinstance(text, str) else None


def _read_library(path: Path, documents: Sequence[IndexedDocument]) -> Iterator[str | None]:
    with connect_to_read(path) as connection:
        for one in documents:
            asked = connection.execute("SELECT text FROM article WHERE id = ?", [one.id])
            yield next((text for (text,) in asked), None)


_READERS: Mapping[SourceKind, Callable[[Path, Sequence[IndexedDocument]], Iterator[str | None]]] = {
    "jsonl": _read_jsonl,
    "jsonl.gz": _read_packed_jsonl,
    "library": _read_library,
}
