"""Clauses: the parts of a sentence at which a paraphrase may begin and end.

They are parted by marks and open with conjunctions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple, NewType

from textreuse.paraphrase.sentence_units import cut_equally
from textreuse.text.conjunctions import list_conjunctions
from textreuse.text.corpus import Corpus, Position

ClauseIndex = NewType("ClauseIndex", int)
"""Which clause of its article a clause is, counted from 0."""

_MARK = re.compile(r"[,;:](?=\s)|[()“”\"—–…\uff0c\u3001\uff1b\uff1a]|\s-\s")
"""Commas and colons, also those of unspaced scripts, brackets, quotes and dashes."""

_SHORTEST = 3
"""Words below which a part belongs to its neighbour ("however,")."""

_LONGEST = 150
"""Words above which a part is cut into equal ones. Prose has none so long; a text without marks
would be a single clause, weighed whole for every match in it."""


class Clause(NamedTuple):
    """The positions `first:last` of a corpus."""

    first: Position
    last: Position
    sentence: int
    """Which sentence of its article it is in."""
    paragraph: int
    """Which paragraph of the corpus it begins in."""

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first


def split_clauses(corpus: Corpus, article: int) -> list[Clause]:
    """Return the clauses of one article, in order; all words but those left out."""
    openings = sorted(_find_openings(corpus, article))
    at = 0
    found: list[Clause] = []
    for number, (first, last) in enumerate(corpus.sentences[article]):
        start = first
        of = number, bisect_right(corpus.paragraphs, first)
        while at < len(openings) and openings[at] < last:
            opening = openings[at]
            if opening - start >= _SHORTEST and last - opening >= _SHORTEST:
                found.extend(_cut(start, opening, *of))
                start = opening
            at += 1
        found.extend(_cut(start, last, *of))
    return found


def _find_openings(corpus: Corpus, article: int) -> Iterator[Position]:
    """Yield the words that follow a mark, and the conjunctions; some twice."""
    row, base = corpus.words[article], corpus.first[article]
    for mark in _MARK.finditer(corpus.texts[article]):
        # No mark stands inside a word.
        yield Position(base + bisect_right(row.starts, mark.start()))
    conjunctions = list_conjunctions(corpus.languages[article])
    yield from compress(corpus.all_of(article), map(conjunctions.__contains__, row.keys))


def _cut(first: Position, last: Position, sentence: int, paragraph: int) -> list[Clause]:
    if last - first <= _LONGEST:
        return [Clause(first, last, sentence, paragraph)]
    return [Clause(*part, sentence, paragraph) for part in cut_equally(first, last, _LONGEST)]
