"""Clauses: the parts of a sentence between its marks, at which a paraphrase may begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from textreuse.corpus import Corpus
from textreuse.units import equal_parts

_MARK = re.compile(r"[,;:](?=\s)|[()“”\"—–…\uff0c\u3001\uff1b\uff1a]|\s-\s")
"""Commas and colons, also those of unspaced scripts, brackets, quotes and dashes."""

_SHORTEST = 3
"""Words below which a part belongs to its neighbour ("however,")."""

_LONGEST = 150
"""Words above which a part is cut into equal ones. Prose has none so long; a text without marks
would be a single clause, weighed whole for every match in it."""


class Clause(NamedTuple):
    """The positions `first:last` of a corpus, in the sentence with this number in its article."""

    first: int
    last: int
    sentence: int

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first


def clauses(corpus: Corpus, article: int) -> list[Clause]:
    """Return the clauses of one article, in order; all words but those left out."""
    marks = _after_marks(corpus, article)
    at = 0
    found: list[Clause] = []
    for number, (first, last) in enumerate(corpus.sentences[article]):
        borders = [first]
        while at < len(marks) and marks[at] < last:
            if marks[at] - borders[-1] >= _SHORTEST and last - marks[at] >= _SHORTEST:
                borders.append(marks[at])
            at += 1
        borders.append(last)
        found.extend(
            Clause(begin, stop, number)
            for part in pairwise(borders)
            for begin, stop in equal_parts(*part, _LONGEST)
        )
    return found


def _after_marks(corpus: Corpus, article: int) -> list[int]:
    """Return the positions of the words that follow a mark, ascending; some twice."""
    text, base = corpus.texts[article], corpus.first[article]
    starts, ends = corpus.words[article].starts, corpus.words[article].ends
    found = []
    for mark in _MARK.finditer(text):
        following = bisect_right(starts, mark.start())
        # A mark inside a word ("400,000") parts nothing.
        if following and ends[following - 1] <= mark.start():
            found.append(base + following)
    return found
