"""The card at the foot of the compare view: who carries a passage, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from storage.wording.name_cutting import cut_names
from tui.keys.bindings import bind_movement
from tui.keys.foot_words import Mode
from tui.story.display.card_content import STYLES, Bit, Card, CardCopy

# A plain space at the start of a row would be taken for the end of a line that was wrapped.
_SIGNS = {"here": "▸", "other": "→", "": "\u00a0"}
_OUTLET = 26
"""Most cells for the name of an outlet, so that a row fits into 80."""


class PassageCard(ScrollView):
    """Hidden until it has something to show; scrolls where that is longer than its place.

    Its size hangs on the screen alone: another card is drawn without laying anything out anew.
    """

    can_focus = True
    mode: ClassVar[Mode] = "card"
    BINDINGS: ClassVar[list[BindingType]] = bind_movement(
        down="scroll_down",
        up="scroll_up",
        first="scroll_home",
        last="scroll_end",
        page_down="page_down",
        page_up="page_up",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"passage-card--{style}" for style in STYLES}

    def __init__(self) -> None:
        super().__init__()
        self._card = Content()
        self._rows: list[Strip] = []

    def on_mount(self) -> None:
        """Stay out of sight."""
        self.display = False

    def on_resize(self) -> None:
        """Wrap what is shown to the new width."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Forget rows drawn in colours that are no longer true."""
        super().notify_style_update()
        self._wrap()

    def show(self, card: Card) -> None:
        """Show this card from its beginning."""
        # As content, so that nothing in it is read as markup.
        self.border_title = Content(f" {card.heading} ")
        self._card = _assemble(card)
        self.display = True
        self._wrap()
        self.scroll_home(animate=False)

    def hide(self) -> None:
        """Close the card."""
        self.display = False

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row = y + round(self.scroll_offset.y)
        if row < len(self._rows):
            return self._rows[row]
        return Strip.blank(self.scrollable_content_region.width, self.rich_style)

    def _wrap(self) -> None:
        width, height = self.scrollable_content_region.size
        if width > 0:
            self._rows = Visual.to_strips(
                self, self._card, width, None, self.visual_style, pad=True
            )
            # Where it fits the size stays what it was, or all would be laid out anew.
            self.virtual_size = Size(width, max(height, len(self._rows)))
            self.refresh()


def _assemble(card: Card) -> Content:
    copies = [
        Content.styled(f"Carried by ({card.order})", ".passage-card--letter"),
        *_tabulate(card.copies),
    ]
    findings, diff = (
        [Content.assemble(*map(_style, line)) for line in lines]
        for lines in (card.findings, card.diff)
    )
    rest = [*diff, *copies] if card.copies_last else [*copies, *diff]
    return Content("\n").join([*findings, *rest])


def _style(bit: Bit) -> Content:
    return Content.styled(bit.text, "" if bit.style == "plain" else f".passage-card--{bit.style}")


def _tabulate(copies: Sequence[CardCopy]) -> Iterator[Content]:
    outlets = cut_names((copy.outlet for copy in copies), _OUTLET)
    rows = [
        (
            f"{_SIGNS[copy.role]} {copy.letter}",
            outlet,
            copy.published,
            f"¶{copy.paragraph}",
            copy.likeness,
        )
        for copy, outlet in zip(copies, outlets, strict=True)
    ]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield Content("  ".join(cells).rstrip())
