"""What the rows of the codebook say: plain values, without a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style

from storage.tables.codebook_entry import Colour
from storage.tables.tag_tree import Branch
from storage.wording.terminal_text import reveal_line
from tui.config.tag_colours import SWATCH_WIDTH, draw_swatch
from tui.widgets.columns import GAP, Cell, Column, StyledCell

TAG_COLUMNS = (
    Column("colour", SWATCH_WIDTH + 1),
    Column("tag", 0, is_picture=True),
    Column("key", 3),
    Column("notes", 6, is_number=True),
    Column("articles", 8, is_number=True),
    Column("definition", 44, leaves=1),
)
USE_COLUMNS = (Column("outlet", 18), Column("words", 0), Column("note", 40, leaves=1))
_INDENT = "  "
_VARIABLE = " · variable"


def choose_columns(width: int, longest: int) -> tuple[Column, ...]:
    """Return the columns for a list of that width, where the longest tag has so many cells.

    Numbers stand close to their tags, and definitions take what is left, where that is enough.
    """
    room = longest + len(_VARIABLE)
    *columns, definition = TAG_COLUMNS
    fixed = [one if one.width else one._replace(width=room) for one in columns]
    if width - 2 - sum(one.width + GAP for one in fixed) < definition.width:
        return TAG_COLUMNS
    return (*fixed, Column("definition", 0))


class TagLook(NamedTuple):
    """What a row shows beside the tag itself."""

    colours: Mapping[str, Colour]
    numbers: Mapping[str, str]
    """The numbers that stand for tags, by the names of these."""

    def find_changed(self, before: TagLook) -> set[str]:
        """Return the names of the tags that looked otherwise before."""
        return {
            name
            for one, other in ((self.colours, before.colours), (self.numbers, before.numbers))
            for name, _ in one.items() ^ other.items()
        }


def name_branch(branch: Branch) -> str:
    """Return the last part of a branch's name, as far to the right as it has parents."""
    name = f"{_INDENT * branch.depth}{reveal_line(branch.name.rpartition('/')[2])}"
    return f"{name}{_VARIABLE}" if branch.tag is not None and branch.tag.is_variable else name


def list_cells(branch: Branch, look: TagLook) -> tuple[Cell, ...]:
    """Return the cells of a row, for `TAG_COLUMNS`."""
    colour = look.colours.get(branch.name)
    swatch: Cell = "" if colour is None else _draw_colour(colour)
    tag = branch.tag
    return (
        swatch,
        name_branch(branch),
        look.numbers.get(branch.name, ""),
        f"{len(branch.annotations)}",
        f"{len(branch.articles)}",
        "" if tag is None else tag.definition,
    )


def _draw_colour(colour: Colour) -> StyledCell:
    swatch = draw_swatch(colour)
    assert isinstance(swatch.style, Style)
    return StyledCell(swatch.plain[:SWATCH_WIDTH], swatch.style)
