"""Every passage of a story as a row, in an order that can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rich.cells import cell_len

from storage.comparing import ComparedStory
from storage.passage_numbers import is_shared
from storage.wording.passage_kinds import describe_styles
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Group, Span
from tui.widgets.columns import Column

Order = Literal["first place", "length", "number of articles"]
ORDERS: tuple[Order, ...] = ("first place", "length", "number of articles")

_CARRIERS = 20
"""Characters of the letters of all articles that carry a passage."""
_OPENING = 300
"""Code points of a passage: more than any row shows."""


@dataclass(frozen=True, eq=False)
class PassageRow:
    """A group as a row of the list; every text is fit for one line of a terminal.

    What is said of it is worked out when it is asked for: few rows are in sight.
    """

    group: Group
    _compared: ComparedStory = field(repr=False)

    @property
    def _first(self) -> Span:
        return self.group.spans[0]

    @property
    def number(self) -> str:
        """That under the lens *shared*; none for what only repeats."""
        if not is_shared(self.group):
            return ""
        return str(self._compared.numbers.number_passage(self.group))

    @property
    def kinds(self) -> str:
        """The kinds of its copies, the surest first, and whether all of them are weak."""
        return describe_styles(self.group.passages)

    @property
    def words(self) -> int:
        """How many words its first place has."""
        return self._compared.kept.word_count(self._first.article, [self._first])

    @property
    def articles(self) -> str:
        """How many articles carry it, and which, as far as there is room."""
        letters = self._compared.letters
        between = " " if any(len(letter) > 1 for letter in letters) else ""
        carriers = between.join(letters[index] for index in self.group.articles)
        return f"{len(self.group.articles)} {shorten(carriers, _CARRIERS)}"

    @property
    def place(self) -> str:
        """Letter and paragraph where it stands first."""
        letter = self._compared.letters[self._first.article]
        return f"{letter} ¶{self._compared.number_paragraph(self._first)}"

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in its row."""
        return (
            self.number,
            self.kinds,
            str(self.words),
            self.articles,
            self.place,
            self.opening,
        )

    @property
    def opening(self) -> str:
        """How it begins there."""
        article, start, end = self._first
        text = self._compared.kept.texts[article]
        return reveal_line(text[start : min(end, start + _OPENING)])


class PassageList:
    """The passages of a story, those that only repeat among them; at first by place."""

    def __init__(self, compared: ComparedStory) -> None:
        self._rows = [PassageRow(group, compared) for group in compared.kept.groups]
        self._sort(ORDERS[0])

    @property
    def order(self) -> Order:
        """What comes first: the first place, the longest, or the most articles; ties by place."""
        return self._order

    @order.setter
    def order(self, order: Order) -> None:
        if order != self._order:
            self._sort(order)

    @property
    def rows(self) -> Sequence[PassageRow]:
        """The rows in the present order."""
        return self._rows

    def next_order(self) -> None:
        """Take the next of `ORDERS`, round the end."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    def _sort(self, order: Order) -> None:
        self._order = order
        self._rows.sort(key=_RANKS[order])


_RANKS: dict[Order, Callable[[PassageRow], tuple[int, int]]] = {
    "first place": lambda row: (0, row.group.id),
    "length": lambda row: (-row.words, row.group.id),
    "number of articles": lambda row: (-len(row.group.articles), row.group.id),
}


def make_columns(rows: Sequence[PassageRow]) -> list[Column]:
    """Return the columns of the passages, as wide as what is to stand in them."""

    def measure(name: str, cells: Iterable[str]) -> int:
        return max(map(cell_len, {name, *cells}))

    return [
        Column("no.", measure("", (row.number for row in rows)), is_number=True),
        Column("kind", measure("kind", (row.kinds for row in rows)), leaves=1),
        Column("words", 5, is_number=True),
        Column("articles", measure("articles", (row.articles for row in rows))),
        Column("place", measure("place", (row.place for row in rows)), leaves=2),
        Column("begins", 0),
    ]
