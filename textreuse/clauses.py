"""Clauses: the parts of a sentence between its marks, at which a paraphrase may begin and end."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

import regex

from textreuse.corpus import Corpus
from textreuse.units import equal_parts

_MARK = regex.compile(
    r"""
      [,;:)”"][”"’']*\s | \s[(“"] | [—–] | \s-\s | …\s   # marks of spaced scripts
    | [\uff0c\u3001\uff1b\uff1a]                         # commas and colons of unspaced ones
    """,
    regex.VERBOSE,
)

_SHORTEST = 3
"""Words below which a part belongs to the one before it (", however,")."""

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
    """Return the clauses of one article, in order; every word lies in one."""
    text, base = corpus.texts[article], corpus.first[article]
    starts, ends = corpus.words[article].starts, corpus.words[article].ends
    found: list[Clause] = []
    for number, (first, last) in enumerate(corpus.sentences[article]):
        borders = [first]
        for mark in _MARK.finditer(text, starts[first - base], ends[last - 1 - base]):
            border = base + bisect_left(starts, mark.start() + 1, first - base, last - base)
            if border - borders[-1] >= _SHORTEST and last - border >= _SHORTEST:
                borders.append(border)
        borders.append(last)
        found.extend(
            Clause(begin, stop, number)
            for part in pairwise(borders)
            for begin, stop in equal_parts(*part, _LONGEST)
        )
    return found
