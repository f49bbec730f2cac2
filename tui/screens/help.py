"""The keys of a screen, from the table of keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.bindings import movement
from tui.keys import Where, keys_of


class HelpScreen(ModalScreen[None]):
    """Lists what the keys do; any of its own keys closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "close"),
        Binding("space", "scroll(10)", show=False),
        *movement(down="scroll(1)", up="scroll(-1)", page_down="scroll(10)", page_up="scroll(-10)"),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """Show the screen's own keys first."""
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = "j k scroll · esc closes"
            yield Static(_keys(self._where))
            if self._where == "compare":
                yield Static(Content(_LEGEND), classes="help--part")
            yield Static(_keys("everywhere"), classes="help--part")

    def action_scroll(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#help").scroll_relative(y=rows, animate=False)


_LEGEND = """\
In the gutter: the passage's number, then
┃ the same words   ┇ edited   ┊ in other words   │ repeated here
█ the passage you are at   ✎ your annotation"""


def _keys(where: Where) -> Content:
    rows: list[Content | tuple[str, str] | str] = [(f"{where}\n", "bold")]
    for key in keys_of(where):
        rows += [(f"{key.shown:>10}", "bold"), f"  {key.does}\n"]
    return Content.assemble(*rows)
