"""Fingerprints of words in a row, by winnowing.

After Schleimer, Wilkerson and Aiken (SIGMOD 2003): of the hashes of all runs of four words the
least of every four neighbours is kept. Two texts that share seven words in a row have a fingerprint
in common; most shorter or edited passages have one by chance, the more so as a question is asked
with all its hashes, not only with those that winnowing would keep.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textreuse import Words

SCHEME = 2
"""The number of this way to make fingerprints; those made in another way are made anew."""

GRAM = 4
"""Words that are hashed together."""
WINDOW = 4
"""Neighbouring hashes of which the least is kept."""

MOST_ARTICLES = 50
"""Articles beyond which a run of words is a phrase of everybody's and tells nothing."""
FEWEST_COMMON = 3
"""Fingerprints that two articles must have in common for these to say anything of them."""


def hash_runs(text_words: Words) -> list[int]:
    """Return the hash of every four words in a row, -2³¹ to 2³¹ - 1; the same on every machine."""
    return hash_keys(text_words.keys)


def hash_keys(keys: Sequence[str]) -> list[int]:
    """Return the same of words that are folded."""
    forms = [key.encode("utf-8", "surrogatepass") for key in keys]
    return [
        zlib.crc32(b" ".join(forms[at : at + GRAM])) - 2**31 for at in range(len(forms) - GRAM + 1)
    ]


def winnow(values: Sequence[int]) -> set[int]:
    """Return the least of every `WINDOW` neighbours; all of fewer values stand for one window."""
    if len(values) < WINDOW:
        return {min(values)} if values else set()
    return set(list_minima(values))


def list_minima(values: Sequence[int]) -> list[int]:
    """Return the least of every `WINDOW` neighbours; of fewer values there is none."""
    return list(map(min, *(values[at:] for at in range(WINDOW))))
