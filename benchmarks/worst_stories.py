"""Stories of many articles that are worst to compare: all alike, or many on one event."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.texts import story

WORDS = 100_000
"""Words of all articles of a story together."""


def _copy(articles: int) -> list[str]:
    return story(2, WORDS // articles, 0).texts[:1] * articles


def _edit(articles: int) -> list[str]:
    """Return one article so many times, each time with other words in twenty."""
    article = story(2, WORDS // articles, 0).texts[0].split(" ")
    edited = []
    for seed in range(articles):
        chance = random.Random(seed)
        words = list(article)
        for at in range(chance.randrange(20), len(words), 20):
            words[at] = f"edited{chance.randrange(1000)}"
        edited.append(" ".join(words))
    return edited


def _share(articles: int, copies: int) -> list[str]:
    """Return articles that have so many sentences each of their neighbour, or of themselves."""
    return story(articles, WORDS // articles, copies * articles).texts


def _take_from_agency(articles: int) -> list[str]:
    """Return articles each half of which are paragraphs of one text, in any order."""
    agency = story(2, WORDS // articles, 0).texts[0].split("\n\n")
    taken = []
    for seed in range(articles):
        chance = random.Random(seed)
        own = story(2, WORDS // articles // 2, 0, seed + 2).texts[0].split("\n\n")
        pieces = [*chance.sample(agency, len(agency) // 2), *own]
        chance.shuffle(pieces)
        taken.append("\n\n".join(pieces))
    return taken


STORIES: dict[str, Callable[[], list[str]]] = {
    "one word 100,000 times": lambda: ["word " * WORDS],
    "two identical texts": lambda: _copy(2),
    "10,000 identical lines": lambda: ["The council said on Monday that it would.\n" * 10_000],
    "60 copies of one article": lambda: _copy(60),
    "60 edited copies of one article": lambda: _edit(60),
    "200 copies of one article": lambda: _copy(200),
    "200 articles of one story": lambda: _share(200, 8),
    "200 articles that took from one": lambda: _take_from_agency(200),
}
