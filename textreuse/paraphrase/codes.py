"""Codes: letters with figures that name a model, flight, road or bill: H200, F-35."""

from __future__ import annotations

import re
from bisect import bisect_left

from textreuse.text.corpus import Corpus, Position

_CODE = re.compile(r"(?<![\w-])([^\W\d_]{1,6})-?(\d{1,5}[^\W\d_]?)(?![\w-])")
"""Letters, then figures: an ordinal or a number with its unit begins with the figures."""


class Codes:
    """The codes of articles, by the positions of their words; read when an article is asked of."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._read: dict[int, tuple[list[Position], list[str]]] = {}

    def disagree(self, left: tuple[Position, Position], right: tuple[Position, Position]) -> bool:
        """Tell whether two stretches both have codes, and none in common: of different things."""
        ours = self._list(*left)
        return bool(ours) and bool(theirs := self._list(*right)) and ours.isdisjoint(theirs)

    def _list(self, first: Position, last: Position) -> frozenset[str]:
        article = self._corpus.article(first)
        known = self._read.get(article)
        if known is None:
            known = self._read[article] = self._find(article)
        positions, codes = known
        return frozenset(codes[bisect_left(positions, first) : bisect_left(positions, last)])

    def _find(self, article: int) -> tuple[list[Position], list[str]]:
        text, starts = self._corpus.texts[article], self._corpus.words[article].starts
        begin = self._corpus.first[article]
        positions, codes = [], []
        for match in _CODE.finditer(text):
            at = bisect_left(starts, match.start())
            if at < len(starts) and starts[at] == match.start():
                positions.append(Position(begin + at))
                codes.append(f"{match[1]}{match[2]}".casefold())
        return positions, codes
