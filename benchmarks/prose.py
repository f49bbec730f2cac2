"""Prose of an invented language with the frequencies of news: rare words, and real stop words."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

_SYLLABLES = "ba ce di fo gu la me ni ro su ta ve wi xo yu zar len mor tis pel".split()
# The commonest words of English, by frequency: what news has between its words of content.
STOP_WORDS = (
    "the of to and a in that is for on it was with as at by be said from he are have has an they"
    " this not will his but who were which their would been more about had or she one its after"
    " also when there all we up if out so her what than some could into"
).split()
_STOP_SHARE, _TOPIC_SHARE = 0.42, 0.08
_VOCABULARY = 20_000
_FLATTENING = 20
"""Mandelbrot's addition to Zipf's ranks, since the words that would rank first are stop words."""


def topic(chance: random.Random) -> list[str]:
    """Return words that are rare elsewhere, and that a story comes back to in each article."""
    return chance.sample(_vocabulary()[1000:], 50)


def sentences(words: int, topic: Sequence[str], chance: random.Random) -> list[list[str]]:
    """Return sentences of 8 to 28 words, together so many or a few more."""
    drawn: list[list[str]] = []
    while words > 0:
        drawn.append([_word(topic, chance) for _ in range(chance.randint(8, 28))])
        words -= len(drawn[-1])
    return drawn


def words(number: int, topic: Sequence[str], chance: random.Random) -> list[str]:
    """Return so many words, as often as `sentences` draws each; in a quarter of its time."""
    sorts = chance.choices(
        (0, 1, 2), cum_weights=(_STOP_SHARE, _STOP_SHARE + _TOPIC_SHARE, 1), k=number
    )
    drawn = [
        iter(chance.choices(STOP_WORDS, cum_weights=_zipf(len(STOP_WORDS), 1), k=sorts.count(0))),
        iter(chance.choices(topic, k=sorts.count(1))),
        iter(
            chance.choices(
                _vocabulary(), cum_weights=_zipf(_VOCABULARY, _FLATTENING), k=sorts.count(2)
            )
        ),
    ]
    return [next(drawn[sort]) for sort in sorts]


def _word(topic: Sequence[str], chance: random.Random) -> str:
    sort = chance.random()
    if sort < _STOP_SHARE:
        return stop_word(chance)
    if sort < _STOP_SHARE + _TOPIC_SHARE:
        return chance.choice(topic)
    return content_word(chance)


def stop_word(chance: random.Random) -> str:
    """Draw one of `STOP_WORDS`."""
    return chance.choices(STOP_WORDS, cum_weights=_zipf(len(STOP_WORDS), 1))[0]


def content_word(chance: random.Random) -> str:
    """Draw a word of content: common ones often, most hardly ever."""
    return chance.choices(_vocabulary(), cum_weights=_zipf(_VOCABULARY, _FLATTENING))[0]


@cache
def _zipf(size: int, first: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(first, first + size)))


@cache
def _vocabulary() -> list[str]:
    """Return the words of content by frequency, as in any language the short ones first."""
    chance = random.Random(0)
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        found["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))] = None
    return sorted(found, key=len)


def text(sentences: Sequence[Sequence[str]], chance: random.Random) -> str:
    """Write sentences down, in paragraphs of one to four."""
    paragraphs: list[str] = []
    at = 0
    while at < len(sentences):
        size = chance.randint(1, 4)
        paragraphs.append(
            " ".join(
                " ".join(sentence).capitalize() + "." for sentence in sentences[at : at + size]
            )
        )
        at += size
    return "\n\n".join(paragraphs) + "\n"
