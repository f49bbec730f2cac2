"""The picture of who has what: articles down, the passages and quotations of several across."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.article_rows import ArticleRow
from storage.export.html.timeline_layout import LABEL, NAME_CELLS, PictureRow
from storage.export.story_passages import StoryPassage
from storage.passage_numbers import is_shared
from storage.wording.finding_names import name_speaker
from storage.wording.name_cutting import cut_names
from storage.wording.plural import inflect
from storage.wording.terminal_text import reveal_line, shorten

_TOP, _ROW = 24, 26
"""Heights of the headings, and of an article."""
_CELL, _GAP = 13, 24
"""Width of a passage or quotation, and what lies between the two sorts."""
_LETTER = 7
"""Width of a letter of a heading, at most."""
_MOST = 60
"""Most passages, and most quotations, that are shown: those that most articles have."""
_WORDS = 90
"""Characters of a quotation."""


class Heading(NamedTuple):
    """What stands over the passages, or over the quotations."""

    x: float
    text: str


class Item(NamedTuple):
    """A passage or a quotation."""

    x: float
    kind: str
    to: str
    """The name of the place where the page tells of it."""
    title: str
    ys: tuple[float, ...]
    """The middle of the row of each article that has it."""


class CarrierPicture(NamedTuple):
    """All that is drawn."""

    width: float
    height: float
    rows: tuple[PictureRow, ...]
    headings: tuple[Heading, ...]
    items: tuple[Item, ...]


class _Thing(NamedTuple):
    kind: str
    to: str
    title: str
    articles: Collection[int]


def draw_carriers(
    compared: ComparedStory, articles: Sequence[ArticleRow], passages: Iterable[StoryPassage]
) -> CarrierPicture | None:
    """Lay out what several articles have; None where they have nothing in common.

    The articles stand in the order of publication, as in the timeline; `passages` are those of the
    report.
    """
    order = [one.article for one in compared.statements.timeline.rows]
    y_of = {article: _TOP + _ROW * (at + 0.5) for at, article in enumerate(order)}
    headings: list[Heading] = []
    items: list[Item] = []
    x = float(LABEL)
    for things in (list(_list_passages(passages)), list(_list_quotations(compared))):
        shown = _choose(things)
        if shown:
            headings.append(Heading(x, _describe_shown(len(shown), len(things), things[0].kind)))
            items += _place(shown, x, y_of)
            x += max(_CELL * len(shown), _LETTER * len(headings[-1].text)) + _GAP
    if not items:
        return None
    names = cut_names((article.name for article in articles), NAME_CELLS)
    rows = tuple(PictureRow(0, y_of[at], articles[at].letter, names[at]) for at in order)
    return CarrierPicture(x, _TOP + _ROW * len(rows), rows, tuple(headings), tuple(items))


def _list_passages(passages: Iterable[StoryPassage]) -> Iterator[_Thing]:
    for one in passages:
        if is_shared(one.group):
            to = f"passage-{one.key[1:]}"
            yield _Thing("passage", to, one.title, one.group.articles)


def _list_quotations(compared: ComparedStory) -> Iterator[_Thing]:
    for one in compared.statements.utterances:
        if len(one.articles) > 1:
            direct = (each for each in one.quotations if each.form == "direct")
            first = next(direct, one.quotations[0])
            text = compared.articles[first.span.article].text
            words = shorten(reveal_line(text[first.span.start : first.span.end]), _WORDS)
            title = f"{reveal_line(name_speaker(first.speaker))}: “{words}”"
            yield _Thing("quotation", "quotations", title, one.articles)


def _choose(things: Sequence[_Thing]) -> list[_Thing]:
    """Return as many as have room, those of most articles, in their order."""
    most = sorted(range(len(things)), key=lambda at: -len(things[at].articles))[:_MOST]
    return [things[at] for at in sorted(most)]


def _place(things: Sequence[_Thing], x: float, y_of: Mapping[int, float]) -> Iterator[Item]:
    for at, thing in enumerate(things):
        ys = tuple(y_of[article] for article in thing.articles)
        yield Item(x + _CELL * (at + 0.5), thing.kind, thing.to, thing.title, ys)


def _describe_shown(shown: int, all_of: int, what: str) -> str:
    counted = f"{shown} of {all_of:,}" if shown < all_of else f"{all_of:,}"
    return f"{counted} {inflect(all_of, what)}"
