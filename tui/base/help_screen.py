"""The keys of a screen, from the table of keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from storage.wording.terminal_text import reveal_line
from tui.base.configured_app import ConfiguredApp
from tui.base.dismiss_once import DismissOnceScreen
from tui.base.help_columns import filter_groups, lay_out, pack
from tui.keys.bindings import bind_movement, borrow_keys
from tui.keys.table import Where
from tui.keys.tasks import group_by_task

_AROUND = 8
"""Cells of border, blanks and scroll bar."""
_ABOVE = 10
"""Rows of border and legend."""
_NARROWEST = 40
_NONE = "No matching key. {escape}: show all"
_LEGEND = (
    ("┃ verbatim", "$text-verbatim on $verbatim"),
    ("┇ edited", "$text-edited on $edited"),
    ("┊ paraphrase", "$text-paraphrase on $paraphrase"),
    ("│ repeat", "$text-repeat on $repeat"),
    ("? weak", "italic $text-paraphrase on $paraphrase"),
    ("█ current", "$text-current on $current"),
    ("✎ annotation", "italic $text-annotation on $annotation"),
    ("╎ ignored", "strike $text-ignored on $ignored"),
    ("· boilerplate", "dim"),
    ('" quotation', "$text-verbatim on $verbatim"),
    ("! flagged", "bold $text-edited on $edited"),
    ("≠ conflict", "bold $text-edited on $edited"),
    ("≈ precision", "$text-paraphrase on $paraphrase"),
    ("» later", "$text-repeat on $repeat"),
    ("match", "reverse $search on $text-search"),
)
_CARD = Content.assemble(
    "On the card: ", ("[-only in this copy-]", "strike"), " ", ("{+only in the other+}", "bold")
)
_MAP = Content("Minimap: the more solid, the closer the copy; ▐ on screen")
_SHARES = Content("Neither shared nor only here: sentences shared in part.")
_DISMISSED = Content("Dismissed: a disagreement is skipped, a quotation stays and is not flagged.")


class HelpScreen(DismissOnceScreen[None], ModalScreen[None]):
    """Lists what the keys do, or those of them that a filter leaves."""

    CSS_PATH = "help_screen.tcss"
    app = getters.app(ConfiguredApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "scroll(10)", show=False),
        *bind_movement(escape="unfilter", back="dismiss", help="dismiss"),
        *bind_movement(
            down="scroll(1)", up="scroll(-1)", page_down="scroll(10)", page_up="scroll(-10)"
        ),
        *borrow_keys("compare", search="filter"),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._typed = ""
        self._is_typing = False
        """Whether what is typed is the filter."""
        self._filter = Static(id="help--filter")
        self._legend = Static(id="help--legend")
        self._keys = Static(id="help--keys")

    def compose(self) -> ComposeResult:
        """Show the legend over the keys."""
        keymap = self.app.configuration.keymap
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = keymap.spell_keys(
                "compare", "{down} {up} scroll · {search} filter · {escape} close"
            )
            yield self._filter
            yield self._legend
            yield self._keys

    def on_resize(self) -> None:
        """Take as many columns as there is room for."""
        self._show()

    def _show(self) -> None:
        """Show the keys that the filter leaves."""
        keymap = self.app.configuration.keymap
        groups = group_by_task(keymap, self._where)
        found = filter_groups(groups, self._typed)
        width, height = self.size.width - _AROUND, self.size.height - _ABOVE
        keys = (
            lay_out(found, width, height)
            if found
            else Content(keymap.spell_keys("everywhere", _NONE))
        )
        keys_width = max(line.cell_length for line in keys.split("\n"))
        self._keys.update(keys)
        self._legend.display = self._where == "compare" and not self._typed
        signs = (Content.styled(f" {sign} ", style) for sign, style in _LEGEND)
        keys_width = max(_NARROWEST, keys_width)
        legend = [pack(signs, min(width, keys_width)), _CARD, _MAP, _SHARES, _DISMISSED]
        self._legend.update(Content("\n").join(legend))
        self.query_one("#help").styles.width = keys_width + _AROUND
        self._filter.display = self._is_typing or bool(self._typed)
        cursor = ("▏", "blink") if self._is_typing else ""
        self._filter.update(Content.assemble(("/ ", "bold"), reveal_line(self._typed), cursor))

    # Filtering

    def action_filter(self) -> None:
        """Take what is typed for a filter."""
        self._is_typing = True
        self._show()

    def action_unfilter(self) -> None:
        """Show all keys again; when they are shown, close."""
        if self._typed:
            self._typed = ""
            self._show()
        else:
            self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """Write the filter."""
        if not self._is_typing or event.key in ("up", "down", "pageup", "pagedown"):
            return
        event.stop()
        event.prevent_default()
        if event.key in ("enter", "escape"):
            self._is_typing = False
            self._typed = self._typed if event.key == "enter" else ""
        elif event.key == "backspace":
            self._is_typing = bool(self._typed)
            self._typed = self._typed[:-1]
        elif event.character and event.is_printable:
            self._typed += event.character
        self._show()
        self.query_one("#help").scroll_home(animate=False)

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#help").scroll_relative(y=rows, animate=False)
