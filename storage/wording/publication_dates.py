"""Dates of publication in words, and things in the order of publication (`textreuse.rank_dates`).

Dates are those of `Article.published`: days, or times in UTC, in ISO 8601.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from storage.models import Article
from storage.wording.joined_words import join_words

if TYPE_CHECKING:
    from textreuse import Span  # the engine is not needed to read a date

T = TypeVar("T")

_DAY = len("2026-03-05")


def format_day(published: str | None) -> str:
    """Return the day of a date or time; empty where no date is known."""
    return (published or "")[:_DAY]


def format_day_and_time(published: str | None) -> str:
    """Return the day, and the time to the minute where that is known; empty where no date is."""
    return " ".join(filter(None, (format_day(published), (published or "")[_DAY + 1 : _DAY + 6])))


def sort_by_publication(things: Iterable[T], published: Callable[[T], str | None]) -> list[T]:
    """Sort things by their dates, the earliest first, those without one last.

    What has one place in the order stays as given, but for times: these are told from each other
    on a day of which another date has none.
    """
    from textreuse import has_time, rank_dates  # the engine is not needed to show a date

    given = list(things)
    dates = [published(one) or "" for one in given]
    places = [place or len(given) + 1 for place in rank_dates(dates)]
    order = sorted(range(len(given)), key=places.__getitem__)
    timed = [at for at in order if has_time(dates[at])]
    # Those without a time keep their rows; the other rows are filled by time.
    by_time = dict(zip(timed, sorted(timed, key=dates.__getitem__), strict=True))
    return [given[by_time.get(at, at)] for at in order]


def sort_spans_by_publication(spans: Iterable[Span], articles: Sequence[Article]) -> list[Span]:
    """Sort places in articles by `sort_by_publication` of all `articles`, then by place.

    What has one place in it comes in the order of `articles`, which is that of the story.
    """
    order = sort_by_publication(range(len(articles)), lambda one: articles[one].published)
    row = {article: row for row, article in enumerate(order)}
    return sorted(spans, key=lambda span: (row[span.article], span))


def order_letters(letters: Sequence[str], published: Sequence[str | None]) -> str:
    """Return the letters of the dated articles, earliest first: `A, then B and C, then D`.

    Empty where no date is known; `and` joins those that have the same place.
    """
    from textreuse import rank_dates  # see above

    places: dict[int, list[str]] = {}
    for letter, rank in zip(letters, rank_dates(published), strict=True):
        if rank is not None:
            places.setdefault(rank, []).append(letter)
    return ", then ".join(join_words(places[rank]) for rank in sorted(places))


def describe_order(carriers: Sequence[Article]) -> str:
    """Return in what order these stand: an order, never a proof of who took from whom."""
    from textreuse import has_time  # see above

    dated = [article.published for article in carriers if article.published]
    if len({article.id for article in carriers}) == 1:
        return "in text order"
    if not dated:
        return "in story order; no dates known"
    order = "in order of publication"
    if any(map(has_time, dated)):
        order += ", times in UTC"
    return order if len(dated) == len(carriers) else f"{order}, undated last"
