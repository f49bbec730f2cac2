"""What several tests compare is compared once: all that the engine finds follows from its input."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import pytest

from textreuse import NO_VERDICTS, Comparison, Settings, Statements, Verdicts, compare
from textreuse import find_statements as look_for_statements

T = TypeVar("T")

_MANY = 64
"""How many answers are kept."""
_LONG = 50_000
"""Characters of texts that are compared anew each time: what is found in them takes room."""


class _Answers(dict[Hashable, T]):
    """The latest answers."""

    def keep(self, asked: Hashable, answer: T) -> T:
        if len(self) >= _MANY:
            del self[next(iter(self))]
        self[asked] = answer
        return answer


_compared: _Answers[Comparison] = _Answers()
_stated: _Answers[Statements] = _Answers()


@contextmanager
def comparing_once() -> Iterator[None]:
    """Let storage be given the same answer where it asks the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.comparing.compare", _compare)
        patch.setattr("storage.comparing.find_statements", _find_statements)
        yield


def _compare(
    texts: Sequence[str],
    settings: Settings | None = None,
    *,
    outlets: Sequence[str | None],
    progress: Callable[[float], None] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> Comparison:
    asked = (tuple(texts), settings or Settings(), tuple(outlets), verdicts)
    if asked in _compared:
        if progress is not None:
            progress(0)
            progress(1)
        return _compared[asked]
    found = compare(texts, settings, outlets=outlets, progress=progress, verdicts=verdicts)
    if sum(map(len, texts)) > _LONG:
        return found
    return _compared.keep(asked, found)


def _find_statements(
    comparison: Comparison,
    *,
    names: Sequence[str],
    published: Sequence[str | None] | None = None,
    outlets: Sequence[str | None] | None = None,
) -> Statements:
    # The answer holds the comparison, and so the corpus, which stays the one of that number.
    of = id(comparison.corpus), comparison.passages
    asked = (of, tuple(names), tuple(published or ()), tuple(outlets or ()))
    if asked in _stated:
        return _stated[asked]
    found = look_for_statements(comparison, names=names, published=published, outlets=outlets)
    return _stated.keep(asked, found)
