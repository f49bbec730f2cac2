"""Stories to measure with: invented, made from a seed, and known is what was copied where."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from benchmarks import prose

Copying = Literal["verbatim", "edited", "moved", "repeated", "reworded"]

KINDS: tuple[Copying, ...] = ("verbatim", "edited", "moved", "repeated", "reworded")

_SHORTEST = 12
"""Words of the shortest sentence that is copied."""
_MEAN = 20
"""Words of a copied sentence, on average."""


class Place(NamedTuple):
    """The words `first:last` of an article."""

    article: int
    first: int
    last: int


class Copy(NamedTuple):
    """A sentence that was written from another."""

    kind: Copying
    source: Place
    target: Place
    kept: tuple[tuple[int, int], ...]
    """The words that are the same: where in the source's article, where in the target's."""


class Story(NamedTuple):
    """Articles on one subject, and what was copied from one into another or within one."""

    texts: list[str]
    copies: list[Copy]


@dataclass(eq=False)
class _Sentence:
    words: list[str]
    at: float
    """Where in its article, from 0 to 1."""


class _Plan(NamedTuple):
    kind: Copying
    source: int
    target: int


def story(articles: int, words: int, copies: int, seed: int = 1) -> Story:
    """Return articles of about so many words each, with so many sentences copied to neighbours.

    The copies are of all `KINDS` in turn. No sentence is copied twice, and no copy is copied.
    `ValueError` if the articles are too short for that.
    """
    chance = random.Random(seed)
    topic = prose.topic(chance)
    plans = [_plan(number, articles) for number in range(copies)]
    pages: list[list[_Sentence]] = []
    for number in range(articles):
        copied = _MEAN * sum(plan.target == number for plan in plans)
        drawn = prose.sentences(max(1, words - copied), topic, chance)
        pages.append(
            [_Sentence(each, (index + 0.5) / len(drawn)) for index, each in enumerate(drawn)]
        )
    free = [[one for one in page if len(one.words) >= _SHORTEST] for page in pages]
    for sentences in free:
        chance.shuffle(sentences)
    made = []
    for plan in plans:
        if not free[plan.source]:
            raise ValueError(f"story: {copies} copies are too many for {words} words")
        original = free[plan.source].pop()
        copy, kept = _copy(original, plan.kind, chance)
        pages[plan.target].append(copy)
        made.append((plan, original, copy, kept))
    for page in pages:
        page.sort(key=lambda sentence: sentence.at)
    starts: dict[_Sentence, int] = {}
    for page in pages:
        firsts = accumulate((len(sentence.words) for sentence in page), initial=0)
        starts.update(zip(page, firsts, strict=False))
    return Story(
        [prose.text([sentence.words for sentence in page], chance) for page in pages],
        [
            Copy(
                plan.kind,
                _place(plan.source, starts[original], original),
                _place(plan.target, starts[copy], copy),
                tuple((starts[original] + ours, starts[copy] + theirs) for ours, theirs in kept),
            )
            for plan, original, copy, kept in made
        ],
    )


def _plan(number: int, articles: int) -> _Plan:
    kind = KINDS[number % len(KINDS)]
    source = number // len(KINDS) % articles
    return _Plan(kind, source, source if kind == "repeated" else (source + 1) % articles)


def _place(article: int, first: int, sentence: _Sentence) -> Place:
    return Place(article, first, first + len(sentence.words))


def _copy(
    original: _Sentence, kind: Copying, chance: random.Random
) -> tuple[_Sentence, list[tuple[int, int]]]:
    """Return the copy and which of its words are the original's, as pairs of indices."""
    kept = [(index, word) for index, word in enumerate(original.words)]
    at = original.at
    written: list[tuple[int | None, str]] = [*kept]
    if kind == "edited":
        written = _edited(kept, chance)
    elif kind == "reworded":
        written = reword(kept, chance)
    elif kind in ("moved", "repeated"):
        at = (at + 0.5) % 1
    same = [(source, index) for index, (source, _) in enumerate(written) if source is not None]
    return _Sentence([word for _, word in written], at), same


def _edited(
    words: Sequence[tuple[int, str]], chance: random.Random
) -> list[tuple[int | None, str]]:
    """Exchange, leave out or add a word of every seven."""
    written: list[tuple[int | None, str]] = []
    for index, word in words:
        if index % 7 != 5:
            written.append((index, word))
            continue
        edit = chance.choice(("exchange", "leave out", "add"))
        if edit == "add":
            written.append((index, word))
        if edit != "leave out":
            written.append((None, prose.content_word(chance)))
    return written


def reword(words: Sequence[tuple[int, str]], chance: random.Random) -> list[tuple[int | None, str]]:
    """Put the second half first, with other stop words and three of four words of content."""
    middle = len(words) // 2
    written: list[tuple[int | None, str]] = []
    for index, word in [*words[middle:], *words[:middle]]:
        if word in prose.STOP_WORDS:
            written.append((None, prose.stop_word(chance)))
        elif index % 4 == 3:
            written.append((None, prose.content_word(chance)))
        else:
            written.append((index, word))
    return written
