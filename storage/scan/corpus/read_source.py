"""Reading the documents of a source, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from storage.article_import.formats.tables.csv_rows import read_csv
from storage.article_import.formats.tables.parquet_rows import read_parquet
from storage.article_import.parsers import explain_failure
from storage.article_import.reader import Reader
from storage.database.locked_files import open_to_read
from storage.errors import ReadError
from storage.files import explain_error
from storage.library import Library
from storage.models import Article, NewArticle
from storage.scan.corpus.json_lines import Line, read_array, read_lines
from storage.scan.corpus.records import Record, make_record
from storage.scan.index.rows import IndexedSource
from storage.scan.values import Skipped
from storage.wording.terminal_text import fit_utf8

_AT_ONCE = 500
"""Articles that are taken from a library at a time."""


class Found(NamedTuple):
    """A record and where it stands; see `index.rows.IndexedDocument`."""

    record: Record
    place: int
    length: int
    line: int
    """Its line or row, from 1."""


def read_source(source: IndexedSource, library: Library | None = None) -> Iterator[Found | Skipped]:
    """Yield what a source holds, in its order, each bad line told in its place.

    `library` is the one that a source of that kind means. The same source gives the same again.
    """
    is_empty = True
    try:
        for found in _read(source, library):
            is_empty = False
            yield found
        if is_empty:
            yield tell_empty(source)
    except ReadError as error:
        yield Skipped(source.path, 0, _make_sentence(source.path, error))
    except (OSError, ValueError) as error:
        said = explain_error(error) if isinstance(error, OSError) else str(error)
        yield Skipped(source.path, 0, f"Cannot read {source.path}: {said}.")


def tell_empty(source: IndexedSource) -> Skipped:
    """Tell of a source without a line or article."""
    what = "articles" if source.kind == "library" else "texts"
    return Skipped(source.path, 0, f"{source.path} has no {what}.")


def _read(source: IndexedSource, library: Library | None) -> Iterator[Found | Skipped]:
    if source.kind == "library":
        assert library is not None
        yield from _read_library(library)
    elif source.kind == "file":
        yield from _read_file(source.path)
    else:
        for line in _read_records(Path(source.path), source.kind):
            yield take_line(line, source.path, source.kind)


def _read_records(path: Path, kind: str) -> Iterator[Line]:
    if kind == "csv":
        with open_to_read(path) as file:
            yield from _number_rows(read_csv(file).rows)
    elif kind == "parquet":
        with explain_failure("a Parquet file"):
            yield from _number_rows(read_parquet(str(path)).rows)
    elif kind == "json":
        yield from read_array(path)
    else:
        yield from read_lines(path, kind)


def _number_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    for at, row in enumerate(rows):
        yield Line(at + 1, at, 0, row)


def take_line(line: Line, path: str, kind: str) -> Found | Skipped:
    """Return the record of a line of a source, or why it has none."""
    what = "line" if kind.startswith("jsonl") else "row"
    if line.columns is None:
        return Skipped(path, line.number, f"The {what} {line.problem}.")
    try:
        record = make_record(line.columns)
    except ReadError as error:
        return Skipped(path, line.number, f"The {what} {error}.")
    if not record.id:
        record = record._replace(id=f"{Path(path).name}:{line.number}")
    return Found(record, line.place, line.length, line.number)


def _read_file(path: str) -> Iterator[Found | Skipped]:
    with Reader() as reader:
        for at, reading in enumerate(reader.read(path)):
            if reading.article is not None:
                name = path if at == 0 and not reading.is_one_of_several else f"{path}:{at + 1}"
                yield Found(_record_article(name, reading.article), at, 0, at + 1)
            elif reading.listing is not None:
                yield Skipped(path, 0, f"{path} lists texts and has none.")
            else:
                yield Skipped(path, at + 1, reading.problem)


def list_newest(library: Library) -> list[str]:
    """Return the ids of the articles that are scanned, in order: of each the newest version.

    What that has of an older one has not travelled.
    """
    listed = library.articles.list_all()
    older = {one.previous for one in listed}
    return sorted(one.id for one in listed if one.id not in older)


def _read_library(library: Library) -> Iterator[Found]:
    ids = list_newest(library)
    for start in range(0, len(ids), _AT_ONCE):
        for at, article in enumerate(
            library.articles.get_all(ids[start : start + _AT_ONCE]), start
        ):
            yield Found(_record_article(article.id, article), at, 0, at + 1)


def _record_article(name: str, article: NewArticle | Article) -> Record:
    return Record(
        name,
        article.outlet,
        fit_utf8(article.text),
        article.title,
        article.published,
        article.url,
        "{}",
    )


def _make_sentence(path: str, error: ReadError) -> str:
    """Return a sentence; what reads tables leaves the file's name to others."""
    said = str(error)
    return said if said.endswith(".") else f"{path} {said}."
