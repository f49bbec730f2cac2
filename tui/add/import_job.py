"""Importing articles beside the app, and what came of it."""

from __future__ import annotations

import queue
import shlex
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storage.article_import.add_articles import Outcome, import_articles
from storage.article_import.annotation_files import IMPORT
from storage.article_import.file_types import ANNOTATIONS, CODEBOOK, PROJECTS, guess_by_look
from storage.article_import.formats.plain_text import TEXT
from storage.article_import.gather import expand_folders
from storage.article_import.parsed import Listing
from storage.article_import.things import Given, Thing
from storage.article_import.web.urls import is_address
from storage.coder import NOBODY, Coder
from storage.errors import CopydeskError, ReadError
from storage.files import read_file, resolve_to_read
from storage.open_library import open_library
from storage.wording.joined_words import join_words
from storage.wording.plural import pluralize
from storage.wording.terminal_text import fit_utf8
from tui.base.job import Job
from tui.base.reach import LIBRARY, Reach
from tui.messages.damage import explain_damage

if TYPE_CHECKING:
    from storage.qda.project import Project

_MAYBE_HIGHLIGHTS = (".csv", ".tsv", ".txt", ".text", ".md", ".markdown", ".htm", ".html")
_LONGEST_NAME = 1000
"""Characters of a pasted line beyond which it is a text, not a name."""


class ImportJob:
    """Adds things in a thread of its own; `collect` takes what has come of them up to now.

    `done` and `failed` are called in that thread, neither if it was called off. What is in the
    library by then stays there.
    """

    def __init__(
        self,
        path: Path,
        things: Sequence[Thing],
        done: Callable[[], None],
        failed: Callable[[Exception], None],
        *,
        coder: Coder = NOBODY,
        allow_local: bool = False,
        has_places: bool = True,
    ) -> None:
        """Take what `start` will add to the library at `path`.

        Files stay where they are, unless they have no such places.
        """
        self.reached = 0, len(things)
        """How many of how many are done."""
        self._path = path
        self._coder = coder
        self._things = things
        self._allow_local = allow_local
        self._has_places = has_places
        self._outcomes: queue.SimpleQueue[Outcome | ReadProject | str] = queue.SimpleQueue()
        self._job = Job(self._work, lambda _: done(), lambda _: None, failed)

    def start(self) -> None:
        """Begin; once only."""
        self._job.start()

    def call_off(self) -> None:
        """End it before the next one is read or stored."""
        self._job.call_off()

    def collect(self) -> list[Outcome | ReadProject | str]:
        """Return what came of things since the last look, and sentences about whole folders.

        Projects are only read: codings are stored by whoever may want to undo that.
        """
        came = []
        while not self._outcomes.empty():
            came.append(self._outcomes.get())
        return came

    def _work(self, tell: Callable[[float], None]) -> None:
        closed: list[str] = []
        left_out: list[str] = []
        others = []
        for thing in self._things:
            read = _read_project(str(thing)) if is_project(thing) else None
            if read is None:
                others.append(thing)
            else:
                self._outcomes.put(read)
        things = expand_folders(others, closed, left_out) if others else []
        for sentence in closed:
            self._outcomes.put(sentence)

        def check(done: int, total: int) -> None:
            tell(done / max(1, total))
            self.reached = done, total

        with explain_damage(), open_library(self._path, self._coder) as library:
            for outcome in import_articles(
                library,
                things,
                allow_local=self._allow_local,
                has_places=self._has_places,
                check=check,
            ):
                self._outcomes.put(outcome)
        for sentence in left_out:
            total = len(things)
            self._outcomes.put(Outcome("", None, False, sentence, "", None, total, total))


class ReadProject(NamedTuple):
    """A project of coded texts that was read, for the library of whoever collects it."""

    project: Project
    name: str
    """What it is called where it has no name of its own."""


class ImportSummary:
    """What came of all that was to be imported, for telling it."""

    def __init__(self) -> None:
        self.added: list[str] = []
        """Ids of the articles that are new."""
        self.versions: Counter[str] = Counter()
        """How many of these are a new version of an article that was there, or an older one."""
        self.there: list[str] = []
        """Ids of those that were in the library before."""
        self.problems: list[str] = []
        self.notices: list[str] = []
        self.listings: list[Listing] = []
        """Feeds, of which nothing is chosen yet."""
        self.annotations: int | None = None
        """How many annotations are new; None where no file of annotations was read."""
        self.codebooks: list[str] = []
        """What came of each codebook, in a sentence."""

    @property
    def is_anything(self) -> bool:
        """Whether something was imported, or was there already."""
        return bool(self.added or self.there or self.annotations is not None or self.codebooks)

    def take(self, outcome: Outcome | str) -> None:
        """Count one in; a sentence alone is a problem."""
        if isinstance(outcome, str):
            self.problems.append(_tell_here(outcome))
            return
        article = outcome.article
        if article is not None:
            (self.added if outcome.is_new else self.there).append(article.id)
            self.versions.update(filter(None, [outcome.version]))
        if outcome.listing is not None:
            self.listings.append(outcome.listing)
        self.problems.extend(filter(None, [_tell_here(outcome.problem)]))
        self.notices.extend(filter(None, [_tell_here(outcome.notice)]))

    @property
    def sentence(self) -> str:
        """What was imported, in one sentence; one more for each codebook."""
        is_codebook_alone = self.codebooks and not (
            self.added or self.there or self.problems or self.annotations is not None
        )
        counted = [] if is_codebook_alone else [self._count_articles()]
        return " ".join([*counted, *self.codebooks])

    def _count_articles(self) -> str:
        parts = [f"{len(self.added)} added"]
        if self.annotations is not None:
            annotations = f"{pluralize(self.annotations, 'annotation')} added"
            parts = [annotations, *(parts if self.added else [])]
        if self.versions:
            versions = (pluralize(count, name) for name, count in sorted(self.versions.items()))
            parts[-1] += f" ({join_words(versions)})"
        if self.there:
            there = len(self.there)
            parts.append(f"{there} already in the library")
        if self.problems:
            parts.append(f"{len(self.problems)} could not be read")
        return f"{', '.join(parts)}."


def _tell_here(sentence: str) -> str:
    """Return a sentence with what to do in the app in place of what to do in a shell."""
    return sentence.replace(IMPORT, "add it here by its name")


def is_annotations(thing: Thing) -> bool:
    """Tell whether it names a file with annotations or a codebook, not articles: a library, too.

    Tables and texts are such where they look like it, JSON unless it looks like articles.
    """
    if not isinstance(thing, str) or is_address(thing):
        return False
    if thing.lower().endswith(LIBRARY):
        from storage.annotation_import.library_import import is_library

        return is_library(thing)
    if thing.lower().endswith(CODEBOOK):
        return True
    is_json = thing.lower().endswith(ANNOTATIONS)
    if not is_json and not thing.lower().endswith(_MAYBE_HIGHLIGHTS):
        return False
    # Readers of annotations are not needed to add articles.
    from storage.annotation_import.annotation_formats import is_like_annotations
    from storage.codebook.codebook_formats import guess_format

    try:
        data = read_file(resolve_to_read(thing))
    except ReadError:
        return is_json
    if guess_format(data) is not None:
        return True
    return is_like_annotations(data) or (is_json and guess_by_look(data) is TEXT)


def is_project(thing: Thing) -> bool:
    """Tell whether it is called like a project of coded texts."""
    is_name = isinstance(thing, str) and not is_address(thing)
    return is_name and str(thing).lower().rstrip("/").endswith(PROJECTS)


def _read_project(name: str) -> ReadProject | str | None:
    """Return a project, or why it is none; None where the file is something else."""
    from storage.annotation_import.projects.project_files import find_project, read_project

    try:
        found = find_project(name)
        return None if found is None else ReadProject(read_project(found), found.name)
    except CopydeskError as error:
        return str(error)


def split_names(line: str, reach: Reach) -> list[str]:
    """Return the names that a line means: one, or several in quotes as terminals drop files."""
    line = line.strip()
    if not line or is_address(line) or reach.exists(line):
        return [line] if line else []
    try:
        several = shlex.split(line)
    except ValueError:
        return [line]
    return several if several and all(_is_addable(one, reach) for one in several) else [line]


def read_paste(text: str, reach: Reach) -> str | list[Thing]:
    """Return what a paste means: a line to go on writing, or what is to be added at once.

    Several lines are one article, unless each of them is an address or the name of a file.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) <= 1 and len(text) <= _LONGEST_NAME:
        return lines[0] if lines else ""
    if all(_is_addable(one, reach) for one in lines):
        return list(lines)
    return [Given("The pasted text", fit_utf8(text).encode(), is_text=True)]


def _is_addable(name: str, reach: Reach) -> bool:
    return is_address(name) or reach.exists(name)
