"""The two lines over an article: which one it is, and how much of it is shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from storage.models import Article
from storage.share_figures import Shares
from storage.wording.name_cutting import NameCutter, cut_end
from storage.wording.plural import inflect
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line

_BETWEEN = " · "
_NO_OTHERS = NameCutter(())
_LEAST_TITLE = 8
"""Cells of a cut title that still say something."""


def format_heading(
    letter: str,
    article: Article,
    counted: Shares | None,
    found: int | None,
    width: int,
    *,
    tags: Sequence[str] = (),
    unseen: Sequence[str] = (),
    names: NameCutter = _NO_OTHERS,
) -> tuple[str, str]:
    """Return two lines of at most `width` cells, fit for a terminal.

    The first says letter, outlet, date and title, the second how many words there are, are
    shared and stand only here, or that there are too many to compare; before all that which
    others carry the passage at hand but are `unseen`, and how many matches a search has, if there
    is one; after it the tags of the whole article. What does not fit is left out from the end;
    only the title and the outlet are cut, so that they are told from those beside it, which `names`
    knows.
    """
    room = max(_LEAST_TITLE, width - len(letter + _BETWEEN))
    name = names.cut(reveal_line(article.name), room)
    who = [letter, name, format_day(article.published)]
    title = article.title if article.outlet else ""
    words = [f"{article.words} {inflect(article.words, 'word')}"]
    if counted is not None and article.words and not counted.words:
        words.append("too long to compare")
    elif counted is not None:
        words += [
            f"{counted.shared} shared",
            f"{counted.only_here} only here",
        ]
    if found is not None:
        words.insert(0, f"{found} found")
    if unseen:
        words.insert(0, f"+{len(unseen)} ▸ {' '.join(unseen)}")
    words += [f"#{tag}" for tag in tags]
    first = _join_fitting(who, width)
    room = width - cell_len(first) - len(_BETWEEN)
    if title and room >= _LEAST_TITLE:
        first += _BETWEEN + names.cut(reveal_line(title), room)
    return first, _join_fitting(words, width)


def _join_fitting(parts: Iterable[str], width: int) -> str:
    line = ""
    for part in map(reveal_line, filter(None, parts)):
        longer = f"{line}{_BETWEEN}{part}" if line else part
        if cell_len(longer) > width:
            return line or cut_end(part, width)
        line = longer
    return line
