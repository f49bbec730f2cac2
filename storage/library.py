"""The library: one SQLite file with articles, stories and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database.connection import Database
from storage.database.locked_files import Key, release
from storage.database.transactions import readable_errors, writing
from storage.database.undo_log import Journal
from storage.search.fingerprints import Fingerprints
from storage.search.full_text import Search
from storage.tables.annotations import Annotations
from storage.tables.articles import Articles
from storage.tables.imported_annotations import Arrivals
from storage.tables.note_drafts import Drafts
from storage.tables.quick_tags import QuickTags
from storage.tables.stories import Stories
from storage.tables.tags import Tags
from storage.tables.trash import Trash
from storage.tables.view_states import Views

if TYPE_CHECKING:
    from storage.search.article_similarity import Kinship
    from storage.tables.boilerplate_marks import Boilerplate
    from storage.tables.ignored_passages import Ignored


class Library:
    """An open library: for the block of a `with`, or until it is closed.

    It belongs to the thread that opened it. Every write is on disk when the call returns
    (`synchronous=FULL`).
    """

    def __init__(self, db: Database, path: Path, held: Key) -> None:
        """Take over an open connection, and what `held_files.hold` gave for its file."""
        self.path = path
        self._held: Key | None = held
        self._db = db
        self.journal = Journal(db)
        self.articles = Articles(db, self.journal)
        self.stories = Stories(db, self.journal)
        self.tags = Tags(db, self.journal)
        self.quick_tags = QuickTags(db, self.journal, self.tags)
        self.annotations = Annotations(db, self.journal, self.tags)
        self.arrivals = Arrivals(db, self.journal, self.tags)
        self.drafts = Drafts(db)
        self.trash = Trash(db, self.journal)
        self.views = Views(db)
        self.fingerprints = Fingerprints(db)
        self.search = Search(db)
        self._seen = self._version()

    # These need the engine, which takes longer to import than a library to open.

    @cached_property
    def ignored(self) -> Ignored:
        """The passages that the reader ignores."""
        from storage.tables.ignored_passages import Ignored

        return Ignored(self._db, self.journal)

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What the reader says is boilerplate, or is none."""
        from storage.tables.boilerplate_marks import Boilerplate

        return Boilerplate(self._db, self.journal)

    @cached_property
    def kinship(self) -> Kinship:
        """What the articles have in common, all with all."""
        from storage.search.article_similarity import Kinship

        return Kinship(self._db, self.fingerprints)

    def has_changed_elsewhere(self) -> bool:
        """Tell whether another program has written since this was last asked; at first it has not.

        Costs some microseconds; `LibraryError` if the library cannot be read.
        """
        with readable_errors():
            seen, self._seen = self._seen, self._version()
        return seen != self._seen

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all writes of the block one: they happen as a whole or not at all."""
        with writing(self._db):
            yield

    def refuse_writing(self) -> None:
        """Let nothing be written from here any more; what tries is a `LibraryError`."""
        self._db.execute("PRAGMA query_only = ON")

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the library cannot be used any more."""
        self._db.close()
        if self._held is not None:
            release(self._held)
            self._held = None
