"""The tags of the library: how they are called and look, and where they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.errors import CopydeskError, NotFoundError
from storage.library import Library
from storage.tables.codebook_entry import COLOURS, Colour
from storage.tables.listed_tags import Tag
from storage.tables.tag_names import clean_tag
from storage.wording.name_cutting import cut_names
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.command_screen import CommandScreen
from tui.base.destinations import TagUse
from tui.config.tag_colours import draw_swatch
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.prompts.line_prompt import LinePrompt
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_prompt import TagPrompt
from tui.tags.tag_uses import list_uses
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable

_NAME = 32
_OUTLET = 18
_NARROWEST = 16
_MERGE = "Tab complete · ↑↓ choose · Enter merge, with all tags below"


class TagScreen(CommandScreen):
    """The tags over the uses of the one that the cursor is on.

    It is dismissed with a `TagUse` where one was chosen to be gone to, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("tags")
    place: ClassVar[Where] = "tags"

    def __init__(self, library: Library, story: str | None = None) -> None:
        """Make a screen; `story` is the id of the one whose quick tags are shown."""
        super().__init__(library)
        self._story = story
        self._tags: dict[str, Tag] = {}
        self._uses: list[TagUse] = []

    def compose(self) -> ComposeResult:
        """Put the tags over the uses."""
        with Vertical(id="tags"):
            yield Static(id="tags-head", classes="tags--head")
            yield ListTable(id="tags-list", cursor_type="row", zebra_stripes=True)
        with Vertical(id="uses"):
            yield Static(id="uses-head", classes="tags--head")
            yield ListTable(id="uses-list", cursor_type="row", zebra_stripes=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the columns and begin with the first tag."""
        self._list.add_columns("colour", "tag", "key", "notes", "articles", "description")
        self._uses_list.add_columns("outlet", "words", "note")
        self._list.focus()

    def on_resize(self) -> None:
        """Cut what is long for the new width."""
        self._show_uses()

    def on_screen_resume(self) -> None:
        """Show what there is, at first and after another screen was on top."""
        self.reload()

    @property
    def _list(self) -> ListTable:
        return self.query_one("#tags-list", ListTable)

    @property
    def _uses_list(self) -> ListTable:
        return self.query_one("#uses-list", ListTable)

    def reload(self) -> None:
        """Show the tags as the library has them now."""
        with self.tell_errors():
            chosen = self._list.chosen
            self._tags = {str(tag.id): tag for tag in self.library.tags.list_all()}
            colours = self.library.tags.find_colours()
            numbers: dict[str, list[str]] = {}
            for number, name in self.library.quick_tags.get(self._story or "").items():
                numbers.setdefault(name, []).append(str(number))
            names = cut_names([reveal_line(tag.name) for tag in self._tags.values()], _NAME)
            self._list.fill(
                [
                    (
                        key,
                        (
                            draw_swatch(colours[tag.name]) if tag.name in colours else " ",
                            name,
                            " ".join(numbers.get(tag.name, [])),
                            tag.annotations,
                            tag.articles,
                            tag.definition,
                        ),
                    )
                    for (key, tag), name in zip(self._tags.items(), names, strict=True)
                ]
            )
            if chosen in self._tags:
                self._list.move_cursor(row=list(self._tags).index(chosen))
        self._show_uses()

    def snapshot(self) -> object:
        """Return the tags, their quick numbers and the uses of one."""
        quick = self.library.quick_tags.get(self._story or "")
        return dict(self._tags), quick, list(self._uses)

    @on(DataTable.RowHighlighted, "#tags-list")
    def _show_uses(self) -> None:
        tag = self._tags.get(self._list.chosen or "")
        count = len(self._tags)
        empty = self.keymap.spell_keys("compare", "No tags yet. In a text, {tag}: add one")
        head = f"Tags · {count}" if count else empty
        self.query_one("#tags-head", Static).update(Content(head))
        with self.tell_errors():
            self._uses = list_uses(self.library, tag.id) if tag is not None else []
        room = max(_NARROWEST, (self.size.width - _OUTLET - 8) // 2)
        outlets = cut_names([reveal_line(use.outlet) for use in self._uses], _OUTLET)
        self._uses_list.fill(
            [
                (
                    str(number),
                    (
                        outlets[number],
                        shorten(reveal_line(use.quote), room),
                        shorten(reveal_line(use.note), room),
                    ),
                )
                for number, use in enumerate(self._uses)
            ]
        )
        where = f"Where #{reveal_line(tag.name)} is used · {len(self._uses)}" if tag else ""
        self.query_one("#uses-head", Static).update(Content(where))

    # Going

    def action_other_part(self) -> None:
        """Go to the uses, or back to the tags."""
        if self._list.has_focus and self._uses:
            self._uses_list.focus()
        else:
            self._list.focus()

    @on(DataTable.RowSelected)
    def action_go(self) -> None:
        """Go to the use that is chosen; from the tags, first to the uses."""
        if self._list.has_focus:
            self.action_other_part()
        elif self._uses_list.chosen is not None:
            self.dismiss(self._uses[int(self._uses_list.chosen)])

    def action_escape(self) -> None:
        """From the uses back to the tags; from there, close the screen."""
        if self._uses_list.has_focus:
            self._list.focus()
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """Close the screen."""
        self.dismiss(None)

    # Changing

    def action_rename(self) -> None:
        """Ask for another name."""
        tag = self._find_chosen()
        if tag is not None:
            hint = "A slash makes a subtag: claim/disputed. Tags below it are renamed too."
            self._ask("Rename", tag, hint, tag.name, partial(self._rename, tag))

    def _rename(self, tag: Tag, name: str) -> None:
        self.library.tags.rename(tag.id, name)

    def action_merge(self) -> None:
        """Ask which tag is to stand in place of this one."""
        tag = self._find_chosen()
        if tag is None:
            return

        def accept(line: str, _every: bool) -> None:
            name = clean_tag(line.strip().rstrip(","))
            into = self.library.tags.find_named(name)
            if into is None:
                told = shorten(reveal_line(name), _NAME)
                raise NotFoundError(
                    f"No tag “{told}”. Choose another, or cancel and rename this one."
                )
            if into.id == tag.id:
                raise CopydeskError("That is the same tag.")
            self.library.tags.merge(tag.id, into.id)

        others = OfferedTags.load(self.library).leave_out(tag.name)
        title = f"Merge #{shorten(tag.name, _NAME)} into"
        prompt = TagPrompt(title, None, (), accept, others, hint=_MERGE, must_exist=True)
        self.app.push_screen(prompt, self.tell_if_changed("Merged. {undo}: undo"))

    def action_describe(self) -> None:
        """Ask what the tag is for."""
        tag = self._find_chosen()
        if tag is not None:
            hint = "What the tag is for, so that everyone uses it the same way."
            self._ask("Describe", tag, hint, tag.definition, partial(self._describe, tag))

    def _describe(self, tag: Tag, line: str) -> None:
        self.library.codebook.define(tag.id, {"definition": line})

    def action_next_colour(self) -> None:
        """Give it the next colour; after the last one, none of its own."""
        self._turn_colour(1)

    def action_previous_colour(self) -> None:
        """Give it the colour before."""
        self._turn_colour(-1)

    def _turn_colour(self, direction: int) -> None:
        tag = self._find_chosen()
        if tag is None:
            return
        choices: list[Colour | None] = [None, *COLOURS]
        at = choices.index(tag.colour) if tag.colour in choices else 0
        colour = choices[(at + direction) % len(choices)]
        with self.tell_errors():
            self.library.tags.set_colour(tag.id, colour)
            self.reload()
            self.tell(f"Colour: {colour}." if colour else "No colour of its own.")

    def action_quick_number(self, number: int) -> None:
        """Let a number stand for the tag in this story."""
        tag = self._find_chosen()
        if tag is None:
            return
        if self._story is None:
            self.tell("Quick tags belong to a story. Open the tags from one of its texts.")
            return
        with self.tell_errors():
            self.library.quick_tags.give(self._story, number, tag.name)
            self.reload()
            self.tell(f"Quick tag {number} is now #{tag.name} in this story.")

    def action_delete(self) -> None:
        """Take the tag from all that it is on."""
        tag = self._find_chosen()
        if tag is not None:
            with self.tell_errors():
                self.library.tags.delete(tag.id)
                self.reload()
                self.tell(self.spell_keys("Deleted the tag, kept the notes. {undo}: undo"))

    def _find_chosen(self) -> Tag | None:
        return self._tags.get(self._list.chosen or "")

    def _ask(
        self, what: str, tag: Tag, hint: str, value: str, accept: Callable[[str], None]
    ) -> None:
        done = self.tell_if_changed("Changed. {undo}: undo")
        title = f"{what} #{shorten(tag.name, _NAME)}"
        self.app.push_screen(LinePrompt(title, hint, value, accept), done)
