"""The side list: the annotations of the story, in reading order, with a filter over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storage.anchoring.located_targets import LocatedTarget
from storage.models import Article
from storage.wording.plural import pluralize
from storage.wording.quoted import quote_words
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.configured_app import ConfiguredApp
from tui.keys.bindings import bind_movement, borrow_keys
from tui.keys.foot_words import Mode
from tui.story.display.annotation_rows import ListedNote, filter_notes, group_by_annotation
from tui.widgets.line_input import LineInput

_QUOTE = 80
_NOTE_SIGN = "✎ "
_NO_MATCH = "No annotation matches. {escape}: show all"
_NONE = "None yet. {note}: note · {tag}: tag · {mark}: mark"


class Notes(OptionList, inherit_bindings=False):
    """The rows; `enter` goes to one."""

    mode: ClassVar[Mode] = "annotations"

    BINDINGS: ClassVar[list[BindingType]] = [
        *bind_movement(
            down="cursor_down",
            up="cursor_up",
            first="first",
            last="last",
            page_down="page_down",
            page_up="page_up",
        ),
        *borrow_keys("compare", align="select", page_down="page_down"),
    ]


class AnnotationList(Vertical):
    """Shows where each annotation stands, its tags, and its note or quote."""

    app = getters.app(ConfiguredApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        *borrow_keys("compare", search="filter"),
        *bind_movement(escape="unfilter"),
    ]

    class Chosen(Message):
        """An annotation was chosen."""

        def __init__(self, placed: LocatedTarget) -> None:
            super().__init__()
            self.placed = placed

    class Left(Message):
        """The list is to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: list[ListedNote] = []
        self._listed: list[ListedNote] = []
        self._articles: Sequence[Article] = ()
        self._letters: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Put the filter over the rows."""
        yield LineInput(
            placeholder="text  #tag  @outlet  @coder", compact=True, select_on_focus=False
        )
        yield Notes(markup=False)

    @property
    def _rows(self) -> Notes:
        return self.query_one(Notes)

    @property
    def _filter(self) -> LineInput:
        return self.query_one(LineInput)

    @property
    def has_keys(self) -> bool:
        """Whether its rows have the keys."""
        return self._rows.has_focus

    def take_focus(self) -> None:
        """Give the keys to the rows."""
        self._rows.focus()

    def show(
        self, placed: Sequence[LocatedTarget], articles: Sequence[Article], letters: Sequence[str]
    ) -> None:
        """List these; the row that was highlighted stays so where it is still there."""
        self._articles, self._letters = articles, letters
        self._notes = group_by_annotation(placed)
        self._list()

    def filter_by(self, query: str) -> None:
        """List only what meets `query`."""
        self._filter.value = query
        self._list()

    @on(LineInput.Changed)
    def _list(self) -> None:
        query = self._filter.value
        self._listed = filter_notes(self._notes, query, self._articles, self._letters)
        count, shown = len(self._notes), len(self._listed)
        many = pluralize(count, "annotation")
        self.border_title = f"{shown} of {many}" if query.strip() else many
        rows = self._rows
        row = rows.highlighted
        rows.clear_options()
        if self._listed:
            several = len({note.first.annotation.coder for note in self._notes}) > 1
            options = [_make_option(note, self._letters, several) for note in self._listed]
            rows.add_options([part for option in options for part in (option, None)][:-1])
            rows.highlighted = min(row or 0, shown - 1)
        else:
            none = _NO_MATCH if self._notes else _NONE
            none = self.app.configuration.keymap.spell_keys("compare", none)
            rows.add_option(Option(Content(none), disabled=True))

    @property
    def current(self) -> LocatedTarget | None:
        """The annotation that is highlighted, at its first place."""
        row = self._rows.highlighted
        if row is None or row >= len(self._listed):
            return None
        return self._listed[row].first

    def highlight(self, placed: LocatedTarget) -> None:
        """Highlight this annotation, if it is listed."""
        for row, note in enumerate(self._listed):
            if note.first.annotation.id == placed.annotation.id:
                self._rows.highlighted = row

    def action_filter(self) -> None:
        """Write what is to be listed."""
        self._filter.focus()

    def action_unfilter(self) -> None:
        """From the filter back to the rows; there, list all again; else close the list."""
        if self._filter.has_focus:
            self.take_focus()
        elif self._filter.value:
            self.filter_by("")
        else:
            self.post_message(self.Left())

    @on(LineInput.Submitted)
    def _leave_filter(self, event: LineInput.Submitted) -> None:
        event.stop()
        self.take_focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which annotation it is."""
        event.stop()
        self.post_message(self.Chosen(self._listed[event.option_index].first))


def _make_option(note: ListedNote, letters: Sequence[str], tells_coder: bool) -> Option:
    annotation = note.first.annotation
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    kind = "note" if annotation.note else "" if tags else "mark"
    places = "".join(dict.fromkeys(letters[place.span.article] for place in note.places))
    coder = f"· {annotation.coder}" if tells_coder and annotation.coder else ""
    head = " ".join(part for part in (places, kind, tags, coder) if part)
    # The worst that is true of any place.
    states = {place.state for place in note.places}
    state = next((one for one in ("orphan", "changed", "moved") if one in states), None)
    prompt = Content.assemble(
        (reveal_line(head), "bold"),
        (f"  ({state})", "bold italic") if state else "",
        "\n",
        (quote_words(shorten(reveal_line(note.first.quote), _QUOTE)), "italic $text-muted"),
    )
    if annotation.note:
        said = shorten(reveal_line(annotation.note), _QUOTE)
        prompt = Content.assemble(prompt, "\n", (_NOTE_SIGN, "bold"), said)
    return Option(prompt)
