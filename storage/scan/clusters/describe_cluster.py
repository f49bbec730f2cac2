"""What is said of a cluster: how far it travelled, how it begins, and all that it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from storage.scan.document_dates import parse_day
from storage.scan.index.rows import ClusterText, IndexedCluster
from storage.search.text_measures import count_words
from storage.wording.terminal_text import clean_line, shorten

_EXCERPT = 240
"""Characters of an excerpt."""


class Carrier(NamedTuple):
    """A span of a cluster, with what is known of its document."""

    document: int
    begin: int
    end: int
    series: str
    date: str | None


def describe_cluster(
    number: int, carriers: Sequence[Carrier], read: Callable[[Carrier], str]
) -> tuple[IndexedCluster, ClusterText]:
    """Return the rows of a cluster; `read` returns the text of a span."""
    longest = max(carriers, key=lambda one: (one.end - one.begin, -one.document, -one.begin))
    text = read(longest)
    days = sorted(day for one in carriers if (day := parse_day(one.date)) is not None)
    cluster = IndexedCluster(
        number,
        len({one.document for one in carriers}),
        len({one.series for one in carriers if one.series}),
        count_words(text),
        days[0].isoformat() if days else None,
        days[-1].isoformat() if days else None,
        (days[-1] - days[0]).days if days else None,
        shorten(clean_line(text[: 2 * _EXCERPT]), _EXCERPT),
    )
    return cluster, ClusterText(number, clean_line(text))
