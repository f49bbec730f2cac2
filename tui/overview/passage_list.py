"""Every passage of a story as a row, in an order that can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from storage.comparing import ComparedStory
from storage.passage_numbers import is_shared
from storage.wording.passage_kinds import find_styles
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Group

Order = Literal["first place", "length", "number of articles"]
ORDERS: tuple[Order, ...] = ("first place", "length", "number of articles")

_CARRIERS = 20
"""Characters of the letters of all articles that carry a passage."""
_OPENING = 300
"""Code points of a passage: more than any row shows."""


class PassageRow(NamedTuple):
    """A group as a row of the list; every text is fit for one line of a terminal."""

    group: Group
    number: str
    """That under the lens *shared*; none for what only repeats."""
    kinds: str
    words: int
    """Of its first place."""
    articles: str
    """How many articles carry it, and which, as far as there is room."""
    place: str
    """Letter and paragraph where it stands first."""
    opening: str
    """How it begins there."""


class PassageList:
    """The passages of a story, those that only repeat among them; at first by place."""

    def __init__(self, compared: ComparedStory) -> None:
        self.order: Order = ORDERS[0]
        self._rows = list(_make_rows(compared))

    @property
    def rows(self) -> list[PassageRow]:
        """The rows in the present order: longest, most articles first; ties by first place."""
        return sorted(self._rows, key=self._rank)

    def next_order(self) -> None:
        """Take the next of `ORDERS`, round the end."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    def _rank(self, row: PassageRow) -> tuple[int, int]:
        most = {
            "first place": 0,
            "length": row.words,
            "number of articles": len(row.group.articles),
        }
        return -most[self.order], row.group.id


def _make_rows(compared: ComparedStory) -> Iterator[PassageRow]:
    letters, comparison = compared.letters, compared.kept
    between = " " if any(len(letter) > 1 for letter in letters) else ""
    for group in comparison.groups:
        article, start, end = first = group.spans[0]
        articles = group.articles
        carriers = between.join(letters[index] for index in articles)
        text = comparison.texts[article]
        yield PassageRow(
            group=group,
            number=str(compared.numbers.number_passage(group)) if is_shared(group) else "",
            kinds=", ".join(find_styles(group.passages)),
            words=comparison.word_count(article, [first]),
            articles=f"{len(articles)} {shorten(carriers, _CARRIERS)}",
            place=f"{letters[article]} ¶{compared.number_paragraph(first)}",
            opening=reveal_line(text[start : min(end, start + _OPENING)]),
        )
