"""The card at the foot of the compare view: who carries a passage, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.bindings import movement
from tui.context import beginning
from tui.passage_card import STYLES, Bit, Card, Carrier

_SIGNS = {"here": "▸", "other": "→", "": " "}
_SOURCE = 26
"""Most cells for the name of a source, so that a row fits into 80."""


class PassageCard(VerticalScroll):
    """Hidden until it has something to show; scrolls where that is longer than its place."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = movement(
        down="scroll_down",
        up="scroll_up",
        first="scroll_home",
        last="scroll_end",
        page_down="page_down",
        page_up="page_up",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"passage-card--{style}" for style in STYLES}

    def on_mount(self) -> None:
        """Stay out of sight."""
        self.display = False

    def compose(self) -> ComposeResult:
        """Hold one text, which is scrolled as a whole."""
        yield Static()

    def show(self, card: Card) -> None:
        """Show this card from its beginning."""
        # As content, so that nothing in it is read as markup.
        self.border_title = Content(f" {card.heading} ")
        self.query_one(Static).update(_content(card))
        self.display = True
        self.scroll_home(animate=False)

    def hide(self) -> None:
        """Close the card."""
        self.display = False


def _content(card: Card) -> Content:
    lines = [
        *(Content.assemble(*map(_styled, line)) for line in card.diff),
        Content.styled(f"Carried by ({card.order})", ".passage-card--letter"),
        *_table(card.carriers),
    ]
    return Content("\n").join(lines)


def _styled(bit: Bit) -> Content:
    return Content.styled(bit.text, "" if bit.style == "plain" else f".passage-card--{bit.style}")


def _table(carriers: Sequence[Carrier]) -> Iterator[Content]:
    rows = [
        (
            f"{_SIGNS[carrier.role]} {carrier.letter}",
            beginning(carrier.source, _SOURCE),
            carrier.published,
            f"¶{carrier.paragraph}",
            carrier.likeness,
        )
        for carrier in carriers
    ]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield Content("  ".join(cells).rstrip())
