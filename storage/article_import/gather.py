"""The articles that some names mean, for those who need them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from storage.article_import.folders import expand
from storage.article_import.reader import Reader
from storage.article_import.things import Thing, list_meant, name_thing
from storage.errors import ReadError
from storage.models import NewArticle


class GatheredArticles(NamedTuple):
    """What came of a list of things: the articles, and a sentence for each thing worth telling."""

    articles: list[NewArticle]
    notices: list[str]
    """Read, but not as one might expect."""
    problems: list[str]
    """Not read, and why."""


def gather(
    named: Iterable[Thing],
    outlet: str = "",
    *,
    allow_local: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> GatheredArticles:
    """Read files, addresses, what was handed over, what folders hold; a bad one hurts no other.

    `progress` is told how many of how many are done. What has to be chosen from, a feed or a long
    table, is a problem.
    """
    gathered = GatheredArticles([], [], [])
    left_out: list[str] = []
    things = expand_folders(list(named), gathered.problems, left_out)
    with Reader(outlet, allow_local=allow_local) as reader:
        for done, thing in enumerate(things):  # it grows by what lists of addresses name
            progress(done, len(things))
            for reading in reader.read(thing):
                things += (meant := list_meant(thing, reading.listing))
                if reading.article is not None:
                    gathered.articles.append(reading.article)
                if reading.listing is not None and not meant:
                    is_archive = any(entry.record for entry in reading.listing.entries)
                    what = "has many articles" if is_archive else "is a feed, not an article"
                    gathered.problems.append(
                        f"{name_thing(thing)} {what}; use `copydesk add` to list its entries."
                    )
                gathered.notices.extend(filter(None, [reading.notice]))
                gathered.problems.extend(filter(None, [reading.problem]))
    gathered.notices.extend(left_out)
    return gathered


def expand_folders(
    things: Sequence[Thing],
    problems: list[str],
    left_out: list[str],
    *,
    follow_links: bool = False,
) -> list[Thing]:
    """Return the things with each folder's articles in its place.

    What is not looked into is told by a sentence that is added to `problems`, links that lead out
    of a folder too unless `follow_links` is set; files of a folder that are no articles by one that
    is added to `left_out`, which is to be told at the end.
    """
    found: list[Thing] = []
    for thing in things:
        if not isinstance(thing, str):
            found.append(thing)
            continue
        try:
            expanded = expand(thing, follow_links=follow_links)
        except ReadError as error:
            problems.append(str(error))
        else:
            found += expanded.names
            problems += expanded.problems
            left_out += filter(None, [expanded.left_out])
    return found
