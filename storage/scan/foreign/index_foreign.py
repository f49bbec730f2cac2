"""Making an index of what another program found, as a scan of our own has one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from rapidfuzz import fuzz

from storage.errors import CopydeskError, ReadError
from storage.files import explain_error, read_file
from storage.ids import make_text_id
from storage.scan.clusters.choose_places import merge_stretches
from storage.scan.corpus.read_source import Found, read_source
from storage.scan.foreign.foreign_files import list_lines
from storage.scan.foreign.gathered import Gathered, GatheredDocument, Whole
from storage.scan.foreign.known_text import KnownText, join_pieces, place_in_file
from storage.scan.foreign.passages import ForeignFormat
from storage.scan.index.rows import ClusterSpan, IndexedDocument, IndexedSource
from storage.scan.stages.make_clusters import describe_clusters, make_clusters
from storage.scan.values import AlignedPassage
from storage.scan.work.folder import WorkFolder
from storage.scan.work.own_folder import make_own_folder
from storage.scan.work.row_file import RowWriter
from storage.search.text_measures import count_words
from textreuse import Kind

INDEX = "scan.db"
_TEXTS = "texts.jsonl"
"""The texts as far as they are known, as a corpus of their own."""


def index_foreign(
    files: Sequence[IndexedSource],
    form: ForeignFormat,
    out: Path,
    corpus: Sequence[IndexedSource] = (),
) -> None:
    """Write the index of what these files tell into a folder, whole or not at all.

    Texts are taken from the `corpus` where it has one with their id, or a file of their name, that
    has all passages at their places; of others their passages are all that is known. No file is
    read that only these files name. Several may do so at once. `ReadError` where no line is of any
    use.
    """
    try:
        with make_own_folder(out) as own:
            with WorkFolder(own) as work:
                _Indexing(work, out / _TEXTS).index(files, form, corpus)
            out.mkdir(mode=0o700, exist_ok=True)
            for name in (_TEXTS, INDEX):
                (own / name).replace(out / name)
    except OSError as error:
        said = explain_error(error)
        raise CopydeskError(f"The index cannot be written in {out}: {said}.") from error


class _Indexing:
    """One index in the making."""

    def __init__(self, work: WorkFolder, texts: Path) -> None:
        self._work = work
        self._written = work.path / _TEXTS
        self._texts = texts
        """Where the texts will be."""
        self._gathered = Gathered(work.index.connection)
        self._place = 0
        """Bytes of the texts written so far."""

    def index(
        self,
        files: Sequence[IndexedSource],
        form: ForeignFormat,
        corpus: Sequence[IndexedSource],
    ) -> None:
        """Do all of it."""
        index = self._work.index
        with self._work.save():
            skipped = self._gather(list(files), form)
        with self._work.save():
            _find_whole(corpus, self._gathered)
            whole = self._write_documents()
            index.add_sources(
                [IndexedSource(0, str(self._texts), "jsonl", self._place, 0.0), *_renumber(corpus)]
            )
        if self._gathered.has_clusters:
            with self._work.save():
                index.add_spans(self._list_spans())
                describe_clusters(self._work, lambda _progress: None)
        else:
            with self._work.save():
                index.add_passages(self._list_passages())
            make_clusters(self._work, lambda _progress: None)
        with self._work.save():
            counts = {
                f"{one}s": str(index.count(one)) for one in ("document", "passage", "cluster")
            }
            index.set_meta(
                {**counts, "found_by": form.name, "skipped": str(skipped), "whole": str(whole)}
            )
        index.finish()

    def _gather(self, files: list[IndexedSource], form: ForeignFormat) -> int:
        """Take in all lines; returns how many were of no use."""
        skipped = taken = 0
        for line in list_lines(files):
            try:
                if line.columns is None or not form.columns <= line.columns.keys():
                    raise ReadError("is of something else")
                self._gathered.add(form.read(line.columns))
                taken += 1
            except ReadError:
                skipped += 1
        if not taken:
            raise ReadError(f"{files[0].path} has no passage that can be read.")
        return skipped

    def _write_documents(self) -> int:
        """Write what is known of the texts; returns how many are whole."""
        whole = 0
        rows = RowWriter(self._work.texts, 0)
        try:
            with self._written.open("wb") as file:
                for document in self._gathered.list_documents():
                    if document.whole is None:
                        known = join_pieces(document.pieces)
                        self._gathered.place(document.number, known)
                        text = known.text
                    else:
                        text, whole = document.whole.text, whole + 1
                    self._work.index.add_documents([self._write(file, document, text)])
                    rows.append(text.encode())
            rows.sync()
        finally:
            rows.close()
        return whole

    def _write(self, file: BinaryIO, document: GatheredDocument, text: str) -> IndexedDocument:
        """Return a document, its text written down where no corpus has it."""
        where = document.whole[1:] if document.whole else (0, 0, 0)
        if not where[0]:
            line = json.dumps({"id": document.about.id, "text": text}, ensure_ascii=False).encode()
            file.write(line + b"\n")
            where = 0, self._place, len(line)
            self._place += len(line) + 1
        digest = make_text_id(text)
        about = document.about
        return IndexedDocument(
            document.number, *about[:5], *where, count_words(text), digest, about.other
        )

    def _list_spans(self) -> Iterator[ClusterSpan]:
        found = groupby(self._gathered.list_members(), lambda row: row[0])
        for cluster, (_, members) in enumerate(found, 1):
            for document, rows in groupby(members, lambda row: row[1]):
                for begin, end in merge_stretches((start, stop) for _, _, start, stop in rows):
                    yield ClusterSpan(cluster, document, begin, end)

    def _list_passages(self) -> Iterator[AlignedPassage]:
        for left, begin, end, said, right, begin2, end2, said2 in self._gathered.list_pairs():
            alike = fuzz.ratio(said.split(), said2.split()) / 100
            kind: Kind = "verbatim" if alike == 1 else "edited"
            yield AlignedPassage(left, begin, end, right, begin2, end2, kind, alike)


def _find_whole(corpus: Sequence[IndexedSource], gathered: Gathered) -> None:
    """Take the texts that the corpus has as they were, by ids, or by the names of files."""
    for source in _renumber(corpus):
        if source.kind == "file":
            _take_file(Path(source.path), gathered)
            continue
        for found in read_source(source):
            if isinstance(found, Found):
                _take_record(found, source.number, gathered)


def _take_file(path: Path, gathered: Gathered) -> None:
    for document in list(gathered.find_in_file(path.name)):
        known = place_in_file(read_file(path), document.pieces)
        if known is not None:
            gathered.place(document.number, known)
            gathered.add_whole(document.number, Whole(known.text))


def _take_record(found: Found, source: int, gathered: Gathered) -> None:
    text = found.record.text
    for document in list(gathered.find(found.record.id)):
        if all(text[begin:end] == said for begin, end, said in document.pieces):
            same = {(begin, end): (begin, end) for begin, end, _ in document.pieces}
            gathered.place(document.number, KnownText(text, same))
            whole = Whole(text, source, found.place, found.length)
            gathered.add_whole(document.number, whole)


def _renumber(corpus: Sequence[IndexedSource]) -> list[IndexedSource]:
    """Return the files of a corpus numbered from 1: before them are the texts themselves."""
    return [one._replace(number=number) for number, one in enumerate(corpus, 1)]
