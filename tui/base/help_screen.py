"""The keys of a screen, from the table of keys."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.base.configured_app import ConfiguredApp
from tui.base.dismiss_once import DismissOnceScreen
from tui.keys.bindings import bind_movement
from tui.keys.keymap import Keymap
from tui.keys.table import Where


class HelpScreen(DismissOnceScreen[None], ModalScreen[None]):
    """Lists what the keys do; any of its own keys closes it."""

    CSS_PATH = "help_screen.tcss"
    app = getters.app(ConfiguredApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "scroll(10)", show=False),
        *bind_movement(escape="dismiss", back="dismiss", help="dismiss"),
        *bind_movement(
            down="scroll(1)", up="scroll(-1)", page_down="scroll(10)", page_up="scroll(-10)"
        ),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """Show the screen's own keys first."""
        keymap = self.app.configuration.keymap
        down, up, escape = (keymap.spell_key("everywhere", one) for one in ("down", "up", "escape"))
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = f"{down} {up} scroll · {escape} closes"
            yield Static(_list_keys(keymap, self._where))
            if self._where == "compare":
                yield Static(Content(keymap.spell_keys("compare", _LEGEND)), classes="help--part")
            yield Static(_list_keys(keymap, "everywhere"), classes="help--part")

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#help").scroll_relative(y=rows, animate=False)


_LEGEND = """\
In the gutter: the number under the lens, then
┃ the same words   ┇ edited   ┊ in other words   │ repeated here
█ what you are at   ✎ your annotation   · boilerplate   ╎ ignored
Lenses: shared passages; sentences that stand only here, all else
dimmed; what is repeated in one article; your notes. {next_item} walks them.
On the card of a passage: [-only in this copy-] {+only in the other+}
Shared and only here do not make 100 %: some sentences are shared in part.
On the map: the same signs, more solid the nearer the copy; ▐ in sight"""


def _list_keys(keymap: Keymap, where: Where) -> Content:
    rows: list[Content | tuple[str, str] | str] = [(f"{where}\n", "bold")]
    for key in keymap.keys_of(where):
        rows += [(f"{key.shown:>10}", "bold"), f"  {key.does}\n"]
    return Content.assemble(*rows)
