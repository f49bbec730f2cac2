"""Mistakes in a configuration: each is one sentence, and all of them are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from storage.wording.terminal_text import shorten

_VALUE = 40
"""Characters of what somebody wrote that a sentence repeats."""


class MistakeError(Exception):
    """One thing is wrong, and said in a sentence; the rest may still be read."""


class Mistakes:
    """Those found so far, in their order."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note the mistake that ends the block, and go on after it."""
        try:
            yield
        except MistakeError as mistake:
            self.sentences.append(str(mistake))


def fail(sentence: str) -> NoReturn:
    """Raise the mistake that a sentence tells."""
    raise MistakeError(sentence)


def refuse(kind: str, wrong: str, right: Iterable[str], where: str = "") -> NoReturn:
    """Raise the mistake of a name that means nothing, with the one that was probably meant."""
    told = f"there is no {kind} “{cut(wrong)}”{where and f' in {where}'}"
    fail(f"{told}; did you mean “{find_nearest(wrong, right)}”?")


def find_nearest(wrong: str, right: Iterable[str]) -> str:
    """Return the likeliest of the right names; the first of equals."""
    names = list(right)
    from rapidfuzz import fuzz, process  # only where something is written wrong

    found = process.extractOne(wrong, names, scorer=fuzz.ratio, processor=str.lower)
    return found[0] if found else names[0]


def cut(written: str) -> str:
    """Return what somebody wrote, at no length."""
    return shorten(written, _VALUE)


def quote(value: object) -> str:
    """Return a value as a sentence repeats it."""
    if isinstance(value, bool):
        return str(value).lower()
    return cut(f"“{value}”" if isinstance(value, str) else str(value))
