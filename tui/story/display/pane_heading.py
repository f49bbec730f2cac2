"""The two lines over an article: which one it is, and how much of it is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from storage.models import Article
from storage.share_figures import SharedParts, Shares
from storage.wording.name_cutting import NameCutter, cut_end
from storage.wording.plural import inflect
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from textreuse import ArticleDerivation

_BETWEEN = " · "
_NO_OTHERS = NameCutter(())
_LEAST_TITLE = 8
"""Cells of a cut title that still say something."""
_BARS = (20, 10, 6)
"""Cells of the bar, the most first: it gives way to figures."""
_BAR = 10
"""Its cells where nothing else decides."""
_WIDE = 56
"""Cells of a pane with room for a longer bar."""
_SHARED, _MIXED, _ONLY_HERE = "█", "▒", "░"
"""What is shared, what is in a sentence with that or is boilerplate, what the article has alone."""


class Heading(NamedTuple):
    """The two lines, and where in the second of them the bar stands."""

    who: str
    words: str
    bar: tuple[int, int] = (0, 0)
    """Empty without a bar."""


def format_heading(
    letter: str,
    article: Article,
    counted: Shares | None,
    found: int | None,
    width: int,
    *,
    tags: Sequence[str] = (),
    unseen: Sequence[str] = (),
    parts: SharedParts | None = None,
    derivation: str = "",
    names: NameCutter = _NO_OTHERS,
) -> Heading:
    """Return two lines of at most `width` cells, fit for a terminal.

    The first says letter, outlet, date and title, the second how many words there are, are
    shared and stand only here, as a bar and as figures, with what the article is derived from, or
    that there are too many to compare;
    before all that which others carry the passage at hand but are `unseen`, and how many matches a
    search has, if there is one; after it the tags of the whole article. What does not fit is left
    out from the end; only the title and the outlet are cut, so that they are told from those
    beside it, which `names` knows.
    """
    room = max(_LEAST_TITLE, width - len(letter + _BETWEEN))
    name = names.cut(reveal_line(article.name), room)
    who = [letter, name, format_day(article.published)]
    title = article.title if article.outlet else ""
    front = [f"{article.words} {inflect(article.words, 'word')}"]
    if found is not None:
        front.insert(0, f"{found} found")
    if unseen:
        front.insert(0, f"+{len(unseen)} ▸ {' '.join(unseen)}")
    behind = [f"#{tag}" for tag in tags]
    first = _join_fitting(who, width)
    room = width - cell_len(first) - len(_BETWEEN)
    if title and room >= _LEAST_TITLE:
        first += _BETWEEN + names.cut(reveal_line(title), room)
    if counted is None or not article.words:
        return Heading(first, _join_fitting([*front, *behind], width))
    if not counted.words:
        return Heading(first, _join_fitting([*front, "too long to compare", *behind], width))
    bar, told = _choose_figures(counted, parts, derivation, front, width)
    second = _join_fitting([*front, *told, *behind], width)
    at = second.find(bar)
    return Heading(first, second, (at, at + len(bar)) if at >= 0 else (0, 0))


def _choose_figures(
    counted: Shares,
    parts: SharedParts | None,
    derivation: str,
    front: Sequence[str],
    width: int,
) -> tuple[str, list[str]]:
    """Return a bar, and what is told with it: as much as fits behind what stands in `front`."""
    bars = [draw_bar(counted, cells) for cells in _BARS if cells <= _BAR or width >= _WIDE]
    for shared, *others in _list_figures(counted, parts, derivation):
        for bar in bars:
            told = [f"{bar} {shared}", *filter(None, others)]
            if cell_len(_BETWEEN.join([*front, *told])) <= width:
                return bar, told
    bar = draw_bar(counted, _BAR)
    return bar, [f"{bar} {counted.shared} shared"]


def _list_figures(
    counted: Shares, parts: SharedParts | None, derivation: str
) -> Iterator[tuple[str, ...]]:
    """Yield what there is to tell besides the bar, the most first."""
    shared, only_here = f"{counted.shared} shared", f"{counted.only_here} only here"
    if parts is not None and parts.in_quotations.words:
        quoted, own = parts.in_quotations, parts.in_own_words
        yield f"{shared} ({quoted} in quotations, {own} in own words)", derivation, only_here
        yield f"{shared} ({quoted} in quotations)", derivation, only_here
        yield f"{shared} ({quoted} quoted)", derivation, only_here
        yield f"{shared} ({quoted} quoted)", derivation
    yield shared, derivation, only_here
    yield shared, derivation
    yield (shared,)


def describe_derivation(derived: ArticleDerivation, letters: Sequence[str]) -> str:
    """Return how much of an article most likely comes from which other: `mostly from B`.

    Empty where it does not.
    """
    if derived.derivation == "not" or not derived.sources:
        return ""
    how = "mostly" if derived.derivation == "wholly" else "partly"
    return f"{how} from {letters[derived.sources[0][0]]}"


def draw_bar(counted: Shares, cells: int) -> str:
    """Return how the words of an article divide, in so many `cells`, at least three.

    As with percentages nothing that there is has no cell, and all cells are of one kind only where
    all words are.
    """
    shared, only_here = counted.shared.words, counted.only_here.words
    parts = [shared, counted.words - shared - only_here, only_here]
    sizes = [max(bool(part), round(cells * part / max(1, counted.words))) for part in parts]
    # What rounding gave too much or too little, the largest has.
    sizes[parts.index(max(parts))] += cells - sum(sizes)
    return "".join(
        sign * size for sign, size in zip((_SHARED, _MIXED, _ONLY_HERE), sizes, strict=True)
    )


def _join_fitting(parts: Iterable[str], width: int) -> str:
    line = ""
    for part in map(reveal_line, filter(None, parts)):
        longer = f"{line}{_BETWEEN}{part}" if line else part
        if cell_len(longer) > width:
            return line or cut_end(part, width)
        line = longer
    return line
