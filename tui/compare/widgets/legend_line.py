"""The line over the panes that says what is seen in them."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.compare.widgets.highlight_colours import HighlightColours
from tui.story.display.legend import Legend, LegendBit, fit_legend
from tui.story.lenses import Lens

_LEFT = 1
"""Cells before the first word, as in the headings below."""


class LegendLine(Widget):
    """Draws each mark as it looks in the text; a click on a lens chooses it."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"legend--chosen"}

    class Chosen(Message):
        """A lens was clicked."""

        def __init__(self, lens: Lens) -> None:
            super().__init__()
            self.lens = lens

    def __init__(self, colours: HighlightColours) -> None:
        super().__init__()
        self._colours = colours
        colours.add_user(self)
        self._legend: Legend | None = None

    def show(self, legend: Legend) -> None:
        """Say this."""
        if legend != self._legend:
            self._legend = legend
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 (there is one line)
        """Draw as much as fits."""
        plain = self.rich_style
        bits = [Segment(bit.text, self._style_of(bit)) for bit in self._list_bits()]
        return Strip([Segment(" " * _LEFT, plain), *bits]).adjust_cell_length(
            self.size.width, plain
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which lens was clicked."""
        end = _LEFT
        for bit in self._list_bits():
            end += cell_len(bit.text)
            if event.x < end:
                if bit.lens is not None and event.x >= _LEFT:
                    self.post_message(self.Chosen(bit.lens))
                return

    def _list_bits(self) -> list[LegendBit]:
        if self._legend is None:
            return []
        return fit_legend(self._legend, max(0, self.size.width - 2 * _LEFT))

    def _style_of(self, bit: LegendBit) -> Style:
        if not bit.style:
            return self.rich_style
        if bit.style == "chosen":
            return self.get_component_rich_style("legend--chosen")
        on_text = self._colours.on_text
        around = on_text("edited") if bit.style == "changed" else self.rich_style
        return around + on_text(bit.style)
