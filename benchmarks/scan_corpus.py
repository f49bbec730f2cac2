"""A corpus to scan: invented articles, made from a seed, and known is what was taken from where.

An article follows from the seed, the number of all and its own alone: however many processes make
a corpus, it is the same, and none of them holds more than an article.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from benchmarks import prose
from benchmarks.shelf import EDITED, edit_words
from benchmarks.texts import reword

Taking = Literal["verbatim", "lightly edited", "heavily edited", "press release", "reworded"]

TAKINGS: tuple[Taking, ...] = (
    "verbatim",
    "lightly edited",
    "heavily edited",
    "press release",
    "reworded",
)

PHRASES = [
    phrase.split()
    for phrase in (
        "at the end of the day",
        "for the first time in",
        "as well as in the",
        "one of the most",
        "in the wake of the",
        "is one of the few",
        "it is not clear whether",
        "did not respond to a request for comment",
        "on condition of anonymity because he was not",
        "the rest of the country",
        "in the middle of the",
        "by the end of the year",
        "in the first half of the year",
        "according to a report by the",
        "on the other side of the",
        "said in a statement on monday",
        "at the time of the",
        "as a result of the",
        "the head of the department of",
        "told reporters on the sidelines of the",
    )
]
"""Phrases of everybody's, the commonest first."""

_PHRASED = 0.15
"""The share of the sentences that have one."""
_PLANTED = 0.02
"""The share of the articles that took something, the same number of each of `TAKINGS`."""
_PARAGRAPH = 60
"""Words of a paragraph, or up to a sentence more."""
_RELEASE = 250
"""Words of a press release."""
_FEWEST_CARRIERS = 5
_OUTLETS = 40
_TOPIC_SIZE = 50
"""Articles on one topic."""
_AT_ONCE = 500
"""Articles that a process makes at once."""
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(PHRASES) + 1)))


class Place(NamedTuple):
    """Characters of an article, the end not included."""

    article: int
    begin: int
    end: int


class Planted(NamedTuple):
    """A passage that an article took from another."""

    taking: Taking
    source: Place
    target: Place


class _Took(NamedTuple):
    taking: Taking
    source: int
    release: int | None
    """The number of the press release; its first carrier counts as the source."""


class _Article(NamedTuple):
    paragraphs: list[list[list[str]]]
    """Words of the sentences of paragraphs."""
    given: int
    """The paragraph that another may take."""


@dataclass(frozen=True)
class Corpus:
    """A corpus that is yet to be made."""

    articles: int
    words: int = 600
    """Of an article, about."""
    seed: int = 1

    def name(self, number: int) -> str:
        """Return the id of an article."""
        return f"a{number:07}"

    def make_row(self, number: int) -> dict[str, str]:
        """Return an article as passim takes it."""
        text, _ = self._write(number)
        return {
            "id": self.name(number),
            "series": f"Outlet {self._outlet(number)}",
            "title": f"Report {number}",
            "date": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "text": text,
        }

    def list_words(self, number: int) -> list[str]:
        """Return the words of an article as its text has them, folded."""
        return [word for paragraph in self._compose(number)[0] for word in chain(*paragraph)]

    def list_planted(self) -> Iterator[Planted]:
        """Yield what was taken, by the articles that took it."""
        for number, took in sorted(self._taken.items()):
            if took.source != number:
                yield Planted(
                    took.taking,
                    Place(took.source, *self._write(took.source)[1]),
                    Place(number, *self._write(number)[1]),
                )

    @cached_property
    def _taken(self) -> Mapping[int, _Took]:
        """What each article took that took anything."""
        chance = random.Random(self.seed)
        of_each = round(self.articles * _PLANTED / len(TAKINGS))
        free = list(range(self.articles))
        chance.shuffle(free)
        taken = {}
        pairs = (
            (target, source)
            for target, source in zip(free[::2], free[1::2], strict=False)
            if self._outlet(target) != self._outlet(source)
        )
        for taking in TAKINGS:
            if taking == "press release":
                continue
            for _, (target, source) in zip(range(of_each), pairs, strict=False):
                taken[target] = _Took(taking, source, None)
        for release, (first, end) in enumerate(pairwise(_list_releases(of_each))):
            carriers = [next(pairs)[0] for _ in range(first, end)]
            for carrier in carriers:
                taken[carrier] = _Took("press release", carriers[0], release)
        return taken

    def _outlet(self, number: int) -> int:
        return number % _OUTLETS

    def _write(self, number: int) -> tuple[str, tuple[int, int]]:
        """Return a text, and where it has what it took, or else what another may take of it."""
        paragraphs, at = self._compose(number)
        lines = [
            " ".join(" ".join(sentence).capitalize() + "." for sentence in paragraph if sentence)
            for paragraph in paragraphs
        ]
        begin = sum(len(line) + 2 for line in lines[:at])
        return "\n\n".join(lines) + "\n", (begin, begin + len(lines[at]))

    def _compose(self, number: int) -> _Article:
        """Return an article with what it took."""
        article = self._draw(number)
        took = self._taken.get(number)
        if took is not None:
            chance = random.Random(f"{self.seed} taken {number}")
            article.paragraphs[article.given] = self._take(took, chance)
        return article

    def _take(self, took: _Took, chance: random.Random) -> list[list[str]]:
        if took.release is not None:
            release = random.Random(f"{self.seed} release {took.release}")
            return _cut_sentences(_RELEASE, self._topics[0], release)
        source = self._draw(took.source)
        paragraph = source.paragraphs[source.given]
        if took.taking == "reworded":
            return [
                [word for _, word in reword(list(enumerate(each)), chance)] for each in paragraph
            ]
        rate = EDITED[took.taking]
        return [edit_words(sentence, rate, chance) for sentence in paragraph]

    def _draw(self, number: int) -> _Article:
        chance = random.Random(f"{self.seed} {number}")
        topic = self._topics[chance.randrange(len(self._topics))]
        paragraphs: list[list[list[str]]] = []
        for sentence in _cut_sentences(self.words, topic, chance):
            if not paragraphs or sum(map(len, paragraphs[-1])) >= _PARAGRAPH:
                paragraphs.append([])
            paragraphs[-1].append(sentence)
        # The last one may be short.
        return _Article(paragraphs, chance.randrange(max(1, len(paragraphs) - 1)))

    @cached_property
    def _topics(self) -> Sequence[Sequence[str]]:
        chance = random.Random(f"{self.seed} topics")
        return [prose.topic(chance) for _ in range(max(1, self.articles // _TOPIC_SIZE))]


@lru_cache(maxsize=1)
def keep_corpus(corpus: Corpus) -> Corpus:
    """Return a corpus that was given before where it is the same: it knows its topics already."""
    return corpus


def write_corpus(corpus: Corpus, path: Path, jobs: int = 1) -> Path:
    """Write a corpus as JSON lines; returns where it says what was taken, beside it."""
    with path.open("w", encoding="utf-8") as file, ProcessPoolExecutor(jobs) as workers:
        starts = range(0, corpus.articles, _AT_ONCE)
        for wave in range(0, len(starts), 4 * jobs):
            file.writelines(
                workers.map(partial(_make_lines, corpus), starts[wave : wave + 4 * jobs])
            )
    told = path.with_suffix(".planted.jsonl")
    with told.open("w", encoding="utf-8") as file:
        file.writelines(
            json.dumps(
                {
                    "taking": one.taking,
                    **_tell("source", corpus, one.source),
                    **_tell("target", corpus, one.target),
                }
            )
            + "\n"
            for one in corpus.list_planted()
        )
    return told


def _make_lines(corpus: Corpus, start: int) -> str:
    end = min(start + _AT_ONCE, corpus.articles)
    corpus = keep_corpus(corpus)
    return "".join(json.dumps(corpus.make_row(number)) + "\n" for number in range(start, end))


def _tell(side: str, corpus: Corpus, place: Place) -> dict[str, str | int]:
    return {
        side: corpus.name(place.article),
        f"{side}_begin": place.begin,
        f"{side}_end": place.end,
    }


def _cut_sentences(words: int, topic: Sequence[str], chance: random.Random) -> list[list[str]]:
    """Return sentences of 8 to 28 words, together so many or a few more with their phrases."""
    drawn = prose.words(words, topic, chance)
    sentences = []
    at = 0
    while at < words:
        size = chance.randint(8, 28)
        sentence = drawn[at : at + size]
        if chance.random() < _PHRASED:
            where = chance.randrange(len(sentence))
            sentence[where:where] = chance.choices(PHRASES, cum_weights=_WEIGHTS)[0]
        sentences.append(sentence)
        at += size
    return sentences


def _list_releases(carriers: int) -> list[int]:
    """Return where carriers are parted: half of them have one release, half of the rest another."""
    bounds = [0]
    while carriers - bounds[-1] >= 2 * _FEWEST_CARRIERS:
        bounds.append(bounds[-1] + (carriers - bounds[-1]) // 2)
    return [*bounds, carriers]
