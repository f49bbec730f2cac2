"""Names as they are compared: letters alone."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from textreuse.text.normalize import fold

_PARTICLES = ("al-", "el-")


@lru_cache(maxsize=4096)
def strip_word(word: str) -> str:
    """Return a word without case, accents, points, hyphens, and an Arabic article."""
    word = fold(word).strip(".,")
    for particle in _PARTICLES:
        word = word.removeprefix(particle)
    letters = normalize("NFD", word)
    return "".join(letter for letter in letters if letter.isalpha() and not combining(letter))
