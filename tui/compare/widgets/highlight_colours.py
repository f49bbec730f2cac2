"""The colours of what is highlighted, held once for all panes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.css.model import RuleSet
from textual.widget import Widget

from tui.story.display.minimap_cells import PASSAGES, SIGNPOSTS
from tui.story.display.styles import STYLES

ON_TEXT = ("gutter", "cursor", "cursor-resting", "selection", *STYLES)
"""What has a colour on the text."""
_LETTERS_ONLY = frozenset({"changed", "current-changed", "overlap"})
"""What leaves the colour behind the text as it is."""
ON_MAP = ("window", *PASSAGES, *SIGNPOSTS)
"""What has a colour on the map beside it."""


class HighlightColours(Widget):
    """Never seen: it is asked. Style sheets work out each colour for each widget that has it.

    Whatever a pane is drawn on has the background of this widget.
    """

    DEFAULT_CSS: ClassVar[str] = """
    HighlightColours {
        display: none;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{name}" for name in ON_TEXT),
        *(f"minimap--{name}" for name in ON_MAP),
    }

    def __init__(self) -> None:
        super().__init__()
        self._users: list[Widget] = []
        self._worked_out_by: tuple[list[RuleSet], frozenset[str]] | None = None

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]
        # Asked each time the screen comes up, for what is to be worked out: that is half of its
        # styles, and the colours follow from the rules and the terminal alone.
        by = self.app.stylesheet.rules, self.pseudo_classes
        known, self._worked_out_by = self._worked_out_by, by
        if known is not None and known[0] is by[0] and known[1] == by[1]:
            return frozenset()
        return super()._get_component_classes()

    def add_user(self, widget: Widget) -> None:
        """Have `widget` told when the colours may be others."""
        self._users.append(widget)

    def notify_style_update(self) -> None:
        """Tell all who draw in these colours."""
        super().notify_style_update()
        for widget in self._users:
            widget.notify_style_update()
            widget.refresh()

    def on_text(self, name: str) -> Style:
        """Return the colours of one of `ON_TEXT`."""
        return self.get_component_rich_style(f"article--{name}", partial=name in _LETTERS_ONLY)

    def list_on_text(self) -> Iterable[Style]:
        """Yield those of all of them."""
        return (self.on_text(name) for name in ON_TEXT)

    def on_map(self, name: str, *, over: bool = False) -> Style:
        """Return the colours of one of `ON_MAP`, or only what it lays `over` others."""
        return self.get_component_rich_style(f"minimap--{name}", partial=over)
