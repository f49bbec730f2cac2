"""The first stage: documents are numbered, and their texts put where any worker finds them."""

from __future__ import annotations

from collections.abc import Sequence

from storage.ids import make_text_id
from storage.library import Library
from storage.scan.corpus.free_ids import FreeIds
from storage.scan.corpus.read_source import Found, read_source
from storage.scan.index.rows import IndexedDocument, IndexedSource
from storage.scan.values import Skipped
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowWriter

_AT_ONCE = 5000
"""Documents after which what was read is saved."""


class CorpusReader:
    """Reads all sources; what a kill leaves is read again from where it was saved."""

    def __init__(self, work: WorkFolder, library: Library | None, tell: Tell) -> None:
        self._work = work
        self._library = library
        self._tell = tell
        self._count = work.count_documents()
        self._renamed = work.get_count("renamed")
        self._skipped_count = work.get_count("skipped")
        self._texts = RowWriter(work.texts, self._count)
        self._documents: list[IndexedDocument] = []
        self._digests: dict[str, str] = {}
        """Of the documents that are not saved yet, by id."""
        self._skipped: list[Skipped] = []
        self._ids = FreeIds(self._find_digest)

    def read(self, sources: Sequence[IndexedSource]) -> None:
        """Read what is left of the sources."""
        try:
            for source in sources[self._work.get_count("source") :]:
                self._read_source(source)
        finally:
            self._texts.close()

    def _read_source(self, source: IndexedSource) -> None:
        begun = self._work.get_count("records")
        for at, found in enumerate(read_source(source, self._library), 1):
            if at <= begun:
                continue
            if isinstance(found, Found):
                self._take(source, found)
            else:
                self._skip(found)
            # What a library holds may be other articles next time: it is saved as a whole.
            is_much = len(self._documents) >= _AT_ONCE or self._work.is_due()
            if is_much and source.kind != "library":
                self._save(source=source.number, records=at)
                self._tell(Progress("reading", self._count, 0))
        self._save(source=source.number + 1, records=0)
        self._tell(Progress("reading", self._count, 0))

    def _take(self, source: IndexedSource, found: Found) -> None:
        record = found.record
        digest = make_text_id(record.text)
        name, is_new_name = self._ids.choose(record.id, digest)
        if name is None:
            why = f"The id {record.id} is there already, with the same text."
            self._skip(Skipped(source.path, found.line, why))
            return
        self._renamed += is_new_name
        self._digests[name] = digest
        self._documents.append(
            IndexedDocument(
                self._count,
                name,
                record.series,
                record.title,
                record.date,
                record.url,
                source.number,
                found.place,
                found.length,
                0,
                digest,
                record.other,
            )
        )
        self._texts.append(record.text.encode())
        self._count += 1

    def _skip(self, skipped: Skipped) -> None:
        self._skipped.append(skipped)
        self._skipped_count += 1

    def _find_digest(self, name: str) -> str | None:
        return self._digests.get(name) or self._work.index.find_digest(name)

    def _save(self, source: int, records: int) -> None:
        self._texts.sync()
        with self._work.save():
            self._work.index.add_documents(self._documents)
            self._work.note(
                source=source,
                records=records,
                documents=self._count,
                renamed=self._renamed,
                skipped=self._skipped_count,
                skipped_bytes=self._work.add_skipped(self._skipped),
            )
        self._documents.clear()
        self._digests.clear()
        self._skipped.clear()
