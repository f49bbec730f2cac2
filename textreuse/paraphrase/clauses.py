"""Clauses: the parts of a sentence between its marks, at which a paraphrase may begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple, NewType

from textreuse.paraphrase.sentence_units import cut_equally
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
    text, base = corpus.texts[article], corpus.first[article]
    starts = corpus.words[article].starts
    # The words that follow a mark, some twice. No mark stands inside a word.
    marks = [Position(base + bisect_right(starts, mark.start())) for mark in _MARK.finditer(text)]
    at = 0
    found: list[Clause] = []
    for number, (first, last) in enumerate(corpus.sentences[article]):
        start = first
        of = number, bisect_right(corpus.paragraphs, first)
        while at < len(marks) and marks[at] < last:
            mark = marks[at]
            if mark - start >= _SHORTEST and last - mark >= _SHORTEST:
                found.extend(_cut(start, mark, *of))
                start = mark
            at += 1
        found.extend(_cut(start, last, *of))
    return found


def _cut(first: Position, last: Position, sentence: int, paragraph: int) -> list[Clause]:
    if last - first <= _LONGEST:
        return [Clause(first, last, sentence, paragraph)]
    return [Clause(*part, sentence, paragraph) for part in cut_equally(first, last, _LONGEST)]
