"""Rare terms as keys: what leads to a statement in other words, where no words in a row do.

After the library's own rule for reports of one event (`storage.search.rare_terms`): stems that few
texts have. Two texts are worth a comparison that have enough of them in common.
"""

from __future__ import annotations

import zlib
from array import array
from functools import cache

from storage.scan.candidates import Limits
from storage.search.rare_terms import ANYWAY, SHORTEST
from storage.search.text_measures import cut_pieces
from textreuse import list_everyday_words, split_words

LIMITS = Limits(documents=ANYWAY, common=5, most=10, has_runs=False)
"""Of the 150 pairs of reports of 50 events, among 523 articles, these find 149 in 3,192;
eight terms in common find 148 in 2,480, twenty candidates a text all in 5,508."""
_PIECE = 262_144
"""Characters that are cut into words at a time."""


def list_terms(text: str) -> array[int]:
    """Return the terms of a text as hashes, -2³¹ to 2³¹ - 1, ascending."""
    words: set[str] = set()
    for piece in cut_pieces(text, _PIECE):
        words.update(split_words(piece).counts)
    stems = {one for one in _stem(words) if len(one) >= SHORTEST} - _list_everyday_stems()
    return array("i", sorted({zlib.crc32(one.encode()) - 2**31 for one in stems}))


@cache
def _list_everyday_stems() -> frozenset[str]:
    return frozenset(_stem(list_everyday_words()))


def _stem(words: set[str] | frozenset[str]) -> set[str]:
    """Return words without their endings, as the index of a library has them (Porter 1980)."""
    import Stemmer

    # One of its own for each call: a stemmer must not be used by two threads.
    return set(Stemmer.Stemmer("porter").stemWords(list(words)))
