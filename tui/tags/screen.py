"""The codebook: the tags of the library as a tree, what they are for, and where they are used."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from storage.errors import NotFoundError
from storage.library import Library
from storage.tables.tag_tree import Branch, TagTree
from storage.wording.name_cutting import NameCutter
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.command_screen import CommandScreen
from tui.base.destinations import TagUse
from tui.base.parts import claim_actions
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.messages.about_tag import tell_about
from tui.prompts.file_prompt import FileContent, ask_which_file
from tui.prompts.name_prompt import CHOOSE, NamePrompt
from tui.tags.rows import (
    TAG_COLUMNS,
    USE_COLUMNS,
    TagLook,
    choose_columns,
    list_cells,
    name_branch,
)
from tui.tags.tag_editor import TagEditor
from tui.tags.tag_uses import TagUseList
from tui.widgets.columns import Cell
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

REST = 0.1
"""Seconds after which the cursor rests: who holds a key down sees the tags go by alone."""
_NAME = 32
"""Cells of a name in a message."""
_WRITE = "A file: CSV, or REFI-QDA where its name ends in .qdc"


class TagScreen(CommandScreen):
    """The tags over what the codebook says of one, and over its uses.

    It is dismissed with a `TagUse` where one was chosen to be gone to, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("codebook")
    place: ClassVar[Where] = "codebook"

    def __init__(self, library: Library, story: str | None = None) -> None:
        """Make a screen; `story` is the id of the one whose quick tags are shown."""
        super().__init__(library)
        self.story = story
        self._tree: TagTree | None = None
        self._uses: TagUseList | None = None
        self._look = TagLook({}, {})
        self._is_strict = False
        self._written: dict[str, str] = {}
        self._resting: Timer | None = None
        self._list = RowList(TAG_COLUMNS, id="tags-list")
        self._uses_list = RowList(USE_COLUMNS, id="uses-list")
        claim_actions(self, self.place, TagEditor(self).actions)

    def compose(self) -> ComposeResult:
        """Put the tags over what is said of one, over its uses."""
        with Vertical(id="tags"):
            yield Static(id="tags-head", classes="tags--head")
            yield self._list
        yield Static(id="about-tag")
        with Vertical(id="uses"):
            yield Static(id="uses-head", classes="tags--head")
            yield self._uses_list
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first tag."""
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Show what there is, at first and after another screen was on top."""
        self.reload()

    def on_resize(self) -> None:
        """Give definitions as much room as there is."""
        self._fill()

    def reload(self) -> None:
        """Show the tags as the library has them now."""
        with self.tell_errors():
            self._tree = self.library.codebook.read_tree()
            self._is_strict = self.library.codebook.is_strict
            self._read_look()
        self._fill()

    def _read_look(self) -> None:
        """Read how tags look, of which no row says it alone: a child has its parent's colour."""
        numbers: dict[str, str] = {}
        for number, name in self.library.quick_tags.get(self.story).items():
            numbers[name] = f"{numbers.get(name, '')} {number}".strip()
        self._look = TagLook(self.library.tags.find_colours(), numbers)

    def _fill(self) -> None:
        tree = self._tree
        if tree is None:
            return
        names = [name_branch(tree.get(name)) for name in tree.names]
        longest = max(map(cell_len, names), default=0)
        columns = choose_columns(self.size.width, longest)
        cutter = NameCutter(names if columns is TAG_COLUMNS else ())
        self._list.fill(tree.names, self._cells_of, names=cutter, columns=columns)
        self._show_chosen()

    def _cells_of(self, name: str) -> tuple[Cell, ...]:
        assert self._tree is not None
        return list_cells(self._tree.get(name), self._look)

    def show_again(self, name: str) -> None:
        """Show anew what is set of a tag; its uses and its place are as they were."""
        if self._tree is not None:
            self._tree.read_again(name)
            before = self._look
            self._read_look()
            self._list.refresh_rows({name, *self._look.find_changed(before)})
            self._show_about()

    def list_siblings(self, name: str) -> list[str]:
        """Return the names of the branches of the same parent, in their order."""
        return [] if self._tree is None else self._tree.list_siblings(name)

    def show_order(self) -> None:
        """Show the tags in the order that they have now."""
        if self._tree is not None:
            self._tree.read_order_again()
            self._list.reorder(self._tree.names)

    def go_to(self, name: str) -> None:
        """Show what the library holds, with the cursor on the branch of that name."""
        self.reload()
        if self._tree is not None and name in self._tree.names:
            self._list.action_move_to(self._tree.names.index(name))
            self._show_chosen()

    def snapshot(self) -> object:
        """Return what is set of the tags and used of them, and their numbers."""
        tree = self._tree
        shown = () if tree is None else tuple(map(tree.get, tree.names))
        return shown, self._look, self._is_strict

    # What is under the cursor

    @property
    def chosen(self) -> Branch | None:
        """The branch that the cursor is on."""
        name = self._list.chosen
        return None if name is None or self._tree is None else self._tree.get(name)

    @property
    def chosen_use(self) -> TagUse | None:
        """The use that the cursor is on in the list of uses, whichever list has the keys."""
        self._settle()
        key = self._uses_list.chosen
        return None if key is None or self._uses is None else self._uses.get(key)

    @on(RowList.Moved)
    def _follow(self) -> None:
        """Show what is known of the tag under the cursor once that rests."""
        if self._list.has_focus:
            if self._resting is not None:
                self._resting.stop()
            self._resting = self.set_timer(REST, self._show_chosen)

    def _settle(self) -> None:
        """Show now what would be shown once the cursor rests."""
        if self._resting is not None:
            self._show_chosen()

    def _show_chosen(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        branch, tree = self.chosen, self._tree
        count = 0 if tree is None else len(tree.names)
        empty = self.spell_keys("No tags yet. {make}: make one · ")
        empty += self.keymap.spell_keys("compare", "in a text, {tag}: add one")
        strict = " · strict" if self._is_strict else ""
        head = f"Codebook · {pluralize(count, 'tag')}{strict}" if count else empty
        self._write("#tags-head", head)
        self._show_about()
        self._uses = None
        where = ""
        if branch is not None and tree is not None:
            self._uses = TagUseList(self.library, tree, branch)
            where = f"Where #{reveal_line(branch.name)} is used · {len(self._uses.keys)}"
        self._uses_list.fill(
            self._uses.keys if self._uses else (), self._cells_of_use, names=NameCutter(())
        )
        self._uses_list.action_move_to(0)
        self._write("#uses-head", where)

    def _show_about(self) -> None:
        branch = self.chosen
        lines = tell_about(branch.tag) if branch is not None and branch.tag is not None else []
        self._write("#about-tag", "\n".join(lines))

    def _write(self, where: str, text: str) -> None:
        """Show a text where it is another than stands there: what is drawn in vain costs time."""
        if self._written.get(where) != text:
            self._written[where] = text
            self.query_one(where, Static).update(Content(text), layout=False)

    def _cells_of_use(self, key: str) -> tuple[str, ...]:
        use = self._uses.get(key) if self._uses is not None else None
        if use is None:
            return ("", "This is no longer there.", "")
        room = self.size.width
        return use.outlet, shorten(use.quote, room), shorten(use.note, room)

    # Going

    def action_other_part(self) -> None:
        """Go to the uses, or back to the tags."""
        self._settle()
        if self._list.has_focus and self._uses_list.row_count:
            self._uses_list.focus()
        else:
            self._list.focus()

    @on(RowList.Chosen)
    def action_go(self) -> None:
        """Go to the use that is chosen; from the tags, first to the uses."""
        if self._list.has_focus:
            self.action_other_part()
        elif self.chosen_use is not None:
            self.dismiss(self.chosen_use)

    def action_find(self) -> None:
        """Ask for the name of a tag, and go to it."""
        names = [] if self._tree is None else self._tree.names
        found: list[str] = []

        def accept(name: str) -> None:
            if name not in names:
                raise NotFoundError(f"No tag “{shorten(reveal_line(name), _NAME)}”.")
            found.append(name)

        def show(answer: bool | None) -> None:
            if answer:
                self._list.focus()
                self.go_to(found[-1])

        if names:
            hint = f"{CHOOSE} go to it"
            self.app.push_screen(NamePrompt("Find a tag", hint, "tag", names, accept), show)

    def action_export(self) -> None:
        """Ask where to write the codebook."""
        if self._tree is not None and self._tree.names:
            ask_which_file(self, "the codebook", _WRITE, "codebook.csv", self._make_file)

    def _make_file(self, name: str) -> FileContent:
        from storage.codebook.codebook_formats import export_codebook, find_format_of_file
        from storage.codebook.csv_codebook import CSV

        kind = find_format_of_file(name) or CSV
        exported = export_codebook(self.library, kind)
        return FileContent(kind.name, exported.content, tuple(exported.notices))

    def action_escape(self) -> None:
        """From the uses back to the tags; from there, close the screen."""
        if self._uses_list.has_focus:
            self._list.focus()
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """Close the screen."""
        self.dismiss(None)
