"""What a line may mean: the names in use that it begins, or a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from storage.wording.terminal_text import fold_line
from textreuse import fold_punctuation

MOST = 100
"""Names that are offered at once."""
_MOST_ALIKE = 6
"""Names that are offered because they are spelled alike."""
_LEAST_LIKENESS = 60
"""Of 100: below it nobody would have meant that name."""
_WORD = re.compile(r"\w+")


class Choice(NamedTuple):
    """A row that may be chosen: a name in use, or one that comes into being."""

    name: str
    is_new: bool = False


class Choices(NamedTuple):
    """The rows that are offered, and which of them is taken where no other is chosen."""

    rows: tuple[Choice, ...] = ()
    first: int | None = None


class Matches(NamedTuple):
    """The names that may be meant by what was begun, likeliest first."""

    good: tuple[str, ...]
    """Those that begin so, or have words that do."""
    alike: tuple[str, ...] = ()
    """Those that are only spelled alike; none where some are good."""


def list_choices(begun: str, names: Sequence[str], *, may_create: bool) -> Choices:
    """Return what `begun` may mean, of `names` and, with `may_create`, a new name.

    A good match is taken, the best one first, and a new name comes last; none is offered where the
    name is in use. Where names are only spelled alike the new one comes first and is taken, else
    none is. Nothing begun yet: all `names`, of which none is taken.
    """
    if not begun:
        return Choices(tuple(map(Choice, names[:MOST])))
    good, alike = match_names(begun, names)
    new = [Choice(begun, is_new=True)] if may_create else []
    if not good:
        return Choices((*new, *map(Choice, alike)), 0 if new else None)
    if fold_line(good[0]) == fold_line(begun):
        new = []
    return Choices((*map(Choice, good), *new), 0)


def match_names(begun: str, names: Sequence[str]) -> Matches:
    """Return which of `names` may be meant by what was begun.

    The same name comes first, then those that begin so, then those of which a word or a part of
    the path does, then those with a word for each word begun; else those that are spelled alike
    (rapidfuzz, weighted ratio). Equals in the order given. Case and the form of quotes and dashes
    make no difference.
    """
    wanted = fold_punctuation(begun)
    keys = [fold_punctuation(name) for name in names]
    words = _WORD.findall(wanted)
    good = dict.fromkeys(
        [
            *(i for i, name in enumerate(names) if fold_line(name) == fold_line(begun)),
            *(i for i, key in enumerate(keys) if key.startswith(wanted)),
            *(i for i, key in enumerate(keys) if f"/{wanted}" in f"/{key}" or f" {wanted}" in key),
            *(i for i, key in enumerate(keys) if words and _has_words(key, words)),
        ]
    )
    if good:
        return Matches(tuple(names[index] for index in list(good)[:MOST]))
    alike = process.extract(
        wanted, keys, scorer=fuzz.WRatio, limit=_MOST_ALIKE, score_cutoff=_LEAST_LIKENESS
    )
    return Matches((), tuple(names[index] for _, _, index in alike))


def _has_words(key: str, begun: Sequence[str]) -> bool:
    words = _WORD.findall(key)
    return all(any(word.startswith(one) for word in words) for one in begun)
