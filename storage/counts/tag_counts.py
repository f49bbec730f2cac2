"""Tags by outlet, story, article or date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from storage.counts.coded_uses import CodedUses, Copies
from storage.counts.count_table import CountRow, CountTable
from storage.counts.units import UnitPlaces
from storage.models import Story
from storage.tables.listed_tags import NO_ORDER, Order, sort_names
from storage.tables.tag_uses import UsedArticle
from storage.wording.natural_order import rank_naturally

CountBy = Literal["outlet", "story", "article", "date", "month", "year"]
COUNTED_BY: tuple[CountBy, ...] = get_args(CountBy)
"""What stands across: a date is a day, in the order of time."""
Measure = Literal["uses", "words", "articles"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
"""What is counted: marked places and tagged articles; words in marked places; articles that have
the tag anywhere."""

_UNKNOWN: Mapping[CountBy, str] = {
    "outlet": "no outlet",
    "story": "no story",
    "date": "no date",
    "month": "no date",
    "year": "no date",
}
_DATE_SIGNS: Mapping[CountBy, int] = {"date": 10, "month": 7, "year": 4}
_MEASURED: Mapping[Measure, str] = {
    "uses": "Uses: marked places and whole articles with the tag, or with one below it",
    "words": "Words in marked places with the tag, or with one below it, each word once",
    "articles": "Articles with the tag, or with one below it, on any place or as a whole",
}
_COPIES: Mapping[Copies, str] = {
    "once": "a note on several copies counts once, at its first place",
    "every": "a note on several copies counts at each",
}


def count_tags(
    coded: CodedUses,
    by: CountBy,
    measure: Measure = "uses",
    copies: Copies = "once",
    *,
    stories: Sequence[Story] = (),
    order: Order = NO_ORDER,
) -> CountTable:
    """Count the uses of each tag by what its article is of.

    `copies` is how `coded` was collected. `stories` are those that columns are made of, where they
    are counted by story; an article that is in several counts in each. `order` is that of the
    codebook.
    """
    names = (
        [[name] for name in _name_apart(coded.articles)]
        if by == "article"
        else [_list_names(article, by, stories) for article in coded.articles]
    )
    columns = _order_columns(names, by, coded, stories)
    at = {name: number for number, name in enumerate(columns)}
    rows = []
    find_amounts = _make_measure(coded, measure)
    for tag in sort_names(coded.by_branch, order):
        cells = [0] * len(columns)
        amounts = find_amounts(coded.by_branch[tag])
        for article, amount in amounts.items():
            for name in names[article]:
                cells[at[name]] += amount
        rows.append(CountRow(tag, tuple(cells), sum(amounts.values())))
    told = f"{_MEASURED[measure]}, by {by}"
    note = f"{told}." if measure == "articles" else f"{told}; {_COPIES[copies]}."
    return CountTable(tuple(columns), tuple(rows), note)


def _name_apart(articles: Sequence[UsedArticle]) -> list[str]:
    """Return the titles of articles, with outlet and then number where two have the same."""
    names = [article.title for article in articles]
    for again in (
        [f"{article.title} ({article.outlet})" for article in articles],
        [f"{article.title} [{number}]" for number, article in enumerate(articles, 1)],
    ):
        count = Counter(names)
        names = [
            name if count[name] == 1 else other for name, other in zip(names, again, strict=True)
        ]
    return names


def _list_names(
    article: UsedArticle,
    by: Literal["outlet", "story", "date", "month", "year"],
    stories: Sequence[Story],
) -> list[str]:
    """Return which columns the uses in an article count in."""
    match by:
        case "outlet":
            found = [article.outlet]
        case "story":
            found = [story.name for story in stories if article.id in story.articles]
        case "date" | "month" | "year":
            found = [_cut_date(article.published, _DATE_SIGNS[by])]
    known = list(dict.fromkeys(filter(None, found)))
    return known or [_UNKNOWN[by]]


def _cut_date(published: str | None, signs: int) -> str:
    """Return a date as exactly as asked for; empty where it is not known that exactly."""
    return published[:signs] if published and len(published) >= signs else ""


def _order_columns(
    names: Sequence[Sequence[str]], by: CountBy, coded: CodedUses, stories: Sequence[Story]
) -> list[str]:
    """Return the columns that have any use or were coded without one.

    Stories and articles stand as they come, the rest sorted, what is not known last.
    """
    used = {name for article in {*coded.article_of, *coded.done} for name in names[article]}
    if by == "story":
        came = [story.name for story in stories]
    elif by == "article":
        came = [name for article in names for name in article]
    else:
        came = sorted(used, key=rank_naturally)
    unknown = _UNKNOWN.get(by)
    known = [name for name in dict.fromkeys(came) if name in used and name != unknown]
    return [*known, unknown] if unknown in used and unknown is not None else known


def _make_measure(
    coded: CodedUses, measure: Measure
) -> Callable[[Sequence[int]], Mapping[int, int]]:
    """Return what tells by article how much of the uses on some places it has."""
    article_of = coded.article_of.__getitem__
    match measure:
        case "uses":
            return lambda places: Counter(map(article_of, places))
        case "words":
            return UnitPlaces(coded, "word").count_words
        case "articles":
            return lambda places: dict.fromkeys(map(article_of, places), 1)
