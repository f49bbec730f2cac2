"""The library: one SQLite file with articles, stories and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.locked_files import HeldFile, Key, release
from storage.database.transactions import hold_write_lock, translate_errors
from storage.database.undo_log import UndoLog
from storage.tables.articles import Articles
from storage.tables.stories import Stories

if TYPE_CHECKING:
    from storage.search.article_similarity import ArticleSimilarity
    from storage.search.fingerprints import Fingerprints
    from storage.search.full_text import Search
    from storage.tables.all_coders import AllCoders
    from storage.tables.annotations import Annotations
    from storage.tables.boilerplate_marks import BoilerplateMarks
    from storage.tables.codebook import Codebook
    from storage.tables.coded_articles import CodedArticles
    from storage.tables.decisions import Decisions
    from storage.tables.finding_verdicts import FindingVerdicts
    from storage.tables.ignored_passages import IgnoredPassages
    from storage.tables.imported_annotations import ImportedAnnotations
    from storage.tables.memos import Memos
    from storage.tables.merged_codings import CodingMerger
    from storage.tables.newcomers import Newcomers
    from storage.tables.note_drafts import NoteDrafts
    from storage.tables.page_validators import PageValidators
    from storage.tables.quick_tags import QuickTags
    from storage.tables.tag_uses import TagUses
    from storage.tables.tags import Tags
    from storage.tables.trash import Trash
    from storage.tables.view_states import ViewStates


class Library:
    """An open library: for the block of a `with`, or until it is closed.

    It belongs to the thread that opened it. Every write is on disk when the call returns
    (`synchronous=FULL`).
    """

    def __init__(self, db: Database, path: Path, held: Key, coder: Coder = NOBODY) -> None:
        """Take over an open connection, and what `locked_files.hold` gave for its file."""
        self.path = path
        self.coder = coder
        self._held: Key | None = held
        self._db = db
        db.place = HeldFile(path, held)
        self.undo_log = UndoLog(db, coder)
        self.articles = Articles(db, self.undo_log, coder)
        self.stories = Stories(db, self.undo_log, coder)
        self._seen = self._read_version()

    # What the first screen does not ask for is imported when somebody asks for it.

    @cached_property
    def tags(self) -> Tags:
        """The tags, and what carries them."""
        from storage.tables.tags import Tags

        return Tags(self._db, self.undo_log, self.coder)

    @cached_property
    def tag_uses(self) -> TagUses:
        """What tags are used on, for counting."""
        from storage.tables.tag_uses import TagUses

        return TagUses(self._db, self.coder)

    @cached_property
    def quick_tags(self) -> QuickTags:
        """The tags that have a number in each story."""
        from storage.tables.quick_tags import QuickTags

        return QuickTags(self._db, self.undo_log, self.tags)

    @cached_property
    def codebook(self) -> Codebook:
        """What the tags are for, and in what order they stand."""
        from storage.tables.codebook import Codebook

        return Codebook(self._db, self.undo_log, self.tags, self.quick_tags)

    @cached_property
    def annotations(self) -> Annotations:
        """The notes, tags and marks on places of articles."""
        from storage.tables.annotations import Annotations

        return Annotations(self._db, self.undo_log, self.tags, self.coder)

    @cached_property
    def coded_articles(self) -> CodedArticles:
        """Which articles each coder is done with."""
        from storage.tables.coded_articles import CodedArticles

        return CodedArticles(self._db, self.undo_log, self.coder)

    @cached_property
    def coding_merger(self) -> CodingMerger:
        """What takes in codings made elsewhere."""
        from storage.tables.merged_codings import CodingMerger

        return CodingMerger(self._db, self.undo_log, self.imported_annotations, self.all_coders)

    @cached_property
    def decisions(self) -> Decisions:
        """What was decided where coders differ."""
        from storage.tables.decisions import Decisions

        return Decisions(self._db, self.undo_log, self.tags, self.coder)

    @cached_property
    def memos(self) -> Memos:
        """What coders write about whole articles and stories."""
        from storage.tables.memos import Memos

        return Memos(self._db, self.undo_log, self.coder)

    @cached_property
    def imported_annotations(self) -> ImportedAnnotations:
        """Which annotations came from another program."""
        from storage.tables.imported_annotations import ImportedAnnotations

        return ImportedAnnotations(self._db, self.undo_log, self.tags)

    @cached_property
    def all_coders(self) -> AllCoders:
        """What all coders say of whole articles and stories."""
        from storage.tables.all_coders import AllCoders

        return AllCoders(self._db, self.tags)

    @cached_property
    def note_drafts(self) -> NoteDrafts:
        """The notes that are being written."""
        from storage.tables.note_drafts import NoteDrafts

        return NoteDrafts(self._db, self.coder)

    @cached_property
    def trash(self) -> Trash:
        """What was deleted and can be had back."""
        from storage.tables.trash import Trash

        return Trash(self._db, self.undo_log, self.coder)

    @cached_property
    def view_states(self) -> ViewStates:
        """How each story was left."""
        from storage.tables.view_states import ViewStates

        return ViewStates(self._db)

    @cached_property
    def page_validators(self) -> PageValidators:
        """What servers said of the pages that articles came from."""
        from storage.tables.page_validators import PageValidators

        return PageValidators(self._db)

    @cached_property
    def newcomers(self) -> Newcomers:
        """What came from watched feeds, and how much of which article it carries."""
        from storage.tables.newcomers import Newcomers

        return Newcomers(self._db, self.undo_log)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """What texts are likely to share words."""
        from storage.search.fingerprints import Fingerprints

        return Fingerprints(self._db)

    @cached_property
    def search(self) -> Search:
        """The search for words in articles, notes and tags."""
        from storage.search.full_text import Search

        return Search(self._db, self.coder)

    @cached_property
    def ignored_passages(self) -> IgnoredPassages:
        """The passages that the reader ignores."""
        from storage.tables.ignored_passages import IgnoredPassages

        return IgnoredPassages(self._db, self.undo_log)

    @cached_property
    def finding_verdicts(self) -> FindingVerdicts:
        """What the reader says of findings."""
        from storage.tables.finding_verdicts import FindingVerdicts

        return FindingVerdicts(self._db, self.undo_log)

    @cached_property
    def boilerplate_marks(self) -> BoilerplateMarks:
        """What the reader says is boilerplate, or is none."""
        from storage.tables.boilerplate_marks import BoilerplateMarks

        return BoilerplateMarks(self._db, self.undo_log)

    @cached_property
    def article_similarity(self) -> ArticleSimilarity:
        """What the articles have in common, all with all."""
        from storage.search.article_similarity import ArticleSimilarity

        return ArticleSimilarity(self._db, self.fingerprints)

    def has_changed_elsewhere(self) -> bool:
        """Tell whether another program has written since this was last asked; at first it has not.

        Costs some microseconds; `LibraryError` if the library cannot be read.
        """
        with translate_errors():
            seen, self._seen = self._seen, self._read_version()
        return seen != self._seen

    def _read_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all writes of the block one: they happen as a whole or not at all."""
        with hold_write_lock(self._db):
            yield

    def refuse_writing(self, refusal: str = "") -> None:
        """Let nothing be written from here any more; what tries is a `LibraryError`.

        It says `refusal`, or that the library is read-only.
        """
        self._db.execute("PRAGMA query_only = ON")
        self._db.refusal = refusal

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
