"""What each version of an article changed, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.discovery.story_names import propose_story
from storage.export.told_changes import describe_version, mark_field, tell_changes
from storage.library import Library
from storage.models import Article
from storage.version_changes import VersionChanges, compare_versions
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, reveal_stretch
from textreuse import DiffPiece
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_COLUMNS = (
    Column("version", 7, leaves=1),
    Column("what", 14),
    Column("where", 8, leaves=2),
    Column("changed", 0),
)


class _Row(NamedTuple):
    """One change."""

    number: int
    """That of the version that made it, from 1; the first made none."""
    what: str
    place: str
    pieces: tuple[DiffPiece, ...]


class ChangesScreen(CommandScreen):
    """The changes of all versions, the newest version first; below them the words of one.

    It is dismissed with a story of two versions where these are to be read side by side.
    """

    CSS_PATH = "changes_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("changes")
    place: ClassVar[Where] = "changes"

    def __init__(self, library: Library, article: Article) -> None:
        super().__init__(library)
        self._article = article
        self._versions: Sequence[Article] = ()
        self._rows: Sequence[_Row] = ()

    def compose(self) -> ComposeResult:
        """Put the words of a change under the list of all."""
        yield Static(id="changes-head")
        yield RowList(_COLUMNS, id="changes-list")
        yield Static(id="change-words")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the keys be for the list."""
        self._list.focus()

    @property
    def _list(self) -> RowList:
        return self.query_one("#changes-list", RowList)

    def on_screen_resume(self) -> None:
        """Show what there is by now."""
        self.reload()

    def snapshot(self) -> object:
        """Return the versions; what they changed follows from them."""
        return self._versions

    def reload(self) -> None:
        """Ask the library for the versions, and compare those that are not known yet."""
        with self.tell_errors():
            articles = self.library.articles
            versions = articles.get_all(articles.find_versions(self._article.id))
            if versions != self._versions:
                self._rows = list(_list_rows(versions))
                self._versions = versions
        title = reveal_line(self._article.title)
        versions_told = pluralize(len(self._versions), "version")
        head = f"{title} · {versions_told} · {pluralize(len(self._rows), 'change')}"
        self.query_one("#changes-head", Static).update(Content(head))
        self._list.fill([str(at) for at in range(len(self._rows))], self._list_cells)
        self._show_words()

    def _list_cells(self, key: str) -> tuple[str, ...]:
        row = self._rows[int(key)]
        return f"{row.number - 1} to {row.number}", row.what, row.place, _shorten(row.pieces)

    @property
    def _chosen(self) -> _Row | None:
        chosen = self._list.chosen
        return None if chosen is None else self._rows[int(chosen)]

    @on(RowList.Moved)
    def _show_words(self) -> None:
        row = self._chosen
        words = Content("")
        if row is not None:
            old, new = self._versions[row.number - 2 : row.number]
            words = Content.assemble(
                (f"{reveal_line(describe_version(old))}, then\n", "dim"),
                (f"{reveal_line(describe_version(new))}\n", "dim"),
                *_draw(row.pieces),
            )
        self.query_one("#change-words", Static).update(words)

    @on(RowList.Chosen)
    def action_compare(self) -> None:
        """Read the version that made the change beside the one before it."""
        row = self._chosen
        if row is not None:
            with self.tell_errors():
                pair = [one.id for one in self._versions[row.number - 2 : row.number]]
                self.dismiss(propose_story(self.library, pair))


def _list_rows(versions: Sequence[Article]) -> Iterator[_Row]:
    found = [compare_versions(old, new) for old, new in pairwise(versions)]
    for number, one in reversed(list(enumerate(found, 2))):
        yield from _list_of_version(number, one)


def _list_of_version(number: int, found: VersionChanges) -> Iterator[_Row]:
    for field in found.fields:
        yield _Row(number, field.name.capitalize(), "", mark_field(field))
    for kind in tell_changes(found):
        for change in kind.changes:
            yield _Row(number, kind.name, change.place, change.pieces)


def _shorten(pieces: Sequence[DiffPiece]) -> str:
    """Return the words that differ, in one line: those that were there, then those that are."""
    changed = [
        f"{reveal_line(one.ours.strip()) or '…'} → {reveal_line(one.theirs.strip()) or '…'}"
        for one in pieces
        if one.how != "same"
    ]
    return "; ".join(changed) or " ".join(reveal_line(one.theirs) for one in pieces)


def _draw(pieces: Sequence[DiffPiece]) -> Iterator[tuple[str, str] | str]:
    """Yield the words of both versions, with [-removed-] and {+added+}."""
    for one in pieces:
        if one.how == "same":
            yield reveal_stretch(one.theirs)
            continue
        if one.ours.strip():
            yield f"[-{reveal_stretch(one.ours)}-]", "$text-error strike"
        if one.theirs.strip():
            yield f"{{+{reveal_stretch(one.theirs)}+}}", "bold"
