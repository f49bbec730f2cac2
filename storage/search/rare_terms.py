"""Rare terms: words of few articles, which reports of one event have in common.

Read from the index of the full-text search, whose words have lost their English endings.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from storage.database.connection import Database
from storage.database.search_tables import WORDS_TOKENIZER
from storage.database.transactions import hold_write_lock
from textreuse import list_everyday_words

SHORTEST = 3
"""Letters of a term."""
ANYWAY = 30
"""Articles that a term may stand in, however few there are in all."""
_PART = 10
"""A term of more than one in so many articles is not rare …"""
_MOST = 100
"""… nor is one of more articles than this."""
_UNSEEN = 50
"""Articles without any of the terms that are thought to be there too: what stands in each of
three articles may still be rare."""


def find_rare_terms(
    db: Database, among: Collection[int], tell: Callable[[float], None]
) -> Iterator[tuple[str, float, list[int]]]:
    """Yield each term that two articles and more of `among` have, but not too many of them.

    With its weight, 0..1, and the numbers of its articles, ascending. The weight is the square of
    the inverse document frequency (Spärck Jones 1972). `tell` is called now and then with the
    part that is done.
    """
    count = len(among)
    most = min(_MOST, max(ANYWAY, count // _PART))
    with _open_vocabulary(db) as everyday:
        terms = [
            row[0]
            for row in db.execute(
                "SELECT term FROM temp.term WHERE doc >= 2 AND length(term) >= ?", [SHORTEST]
            )
        ]
        for done, term in enumerate(terms):
            if done % 1000 == 0:
                tell(done / len(terms))
            if term in everyday:
                continue
            numbers = sorted(
                row[0]
                for row in db.execute(
                    "SELECT DISTINCT doc FROM temp.occurrence WHERE term = ? LIMIT ?",
                    [term, 2 * most + 1],
                )
                if row[0] in among
            )
            if 2 <= len(numbers) <= most:
                yield term, _weigh(len(numbers), count), numbers


def _weigh(articles: int, of: int) -> float:
    return (math.log((of + _UNSEEN) / articles) / math.log(of + _UNSEEN)) ** 2


@contextmanager
def _open_vocabulary(db: Database) -> Iterator[frozenset[str]]:
    """Lay open the words of the index, for this connection alone; yields the everyday ones."""
    with hold_write_lock(db):
        for statement in (
            "CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, article_words, row)",
            "CREATE VIRTUAL TABLE temp.occurrence USING fts5vocab(main, article_words, instance)",
            f"CREATE VIRTUAL TABLE temp.everyday USING fts5(words, tokenize='{WORDS_TOKENIZER}')",
            "CREATE VIRTUAL TABLE temp.everyday_term USING fts5vocab(temp, everyday, row)",
        ):
            db.execute(statement)
        db.execute(
            "INSERT INTO temp.everyday VALUES (?)", [" ".join(sorted(list_everyday_words()))]
        )
        everyday = frozenset(row[0] for row in db.execute("SELECT term FROM temp.everyday_term"))
    try:
        yield everyday
    finally:
        with hold_write_lock(db):
            for name in ("everyday_term", "everyday", "occurrence", "term"):
                db.execute(f"DROP TABLE temp.{name}")
