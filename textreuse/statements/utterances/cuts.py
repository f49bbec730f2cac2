"""Cuts: whether it matters where a quotation ends that goes on, or began before, elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from textreuse.statements.utterances.folded_words import FoldedWords
from textreuse.statements.utterances.turning_words import (
    CONDITIONS,
    NEGATED_ENDINGS,
    NEGATIONS,
    TURNS_AFTER,
    TURNS_IN_NEXT,
)

_FEWEST = 4
"""Words of a quotation that may stand for a whole statement."""

_TELLING_START = 3
"""Words of what is left out by which it is found again in the same article."""

_BETWEEN = "|"
"""What stands between quotations, and is no word."""

Misleading = Literal["full stop", "turn", "condition", "negation"]
"""It ends with a full stop, and the sentence goes on; what follows takes it back; the condition
before it is missing; the "not" right before it is."""


class Cut(NamedTuple):
    """Words of a quotation that another version of it leaves out at one end."""

    whole: FoldedWords
    left_out: tuple[int, int]
    """Words of `whole`, at least one: all before what is kept, or all behind it."""
    kept: FoldedWords
    """The version without them."""
    kept_words: tuple[int, int]
    """Those of `kept` that `whole` has too."""
    whole_start: int
    """Where these begin in `whole`."""


def judge_cut(
    cut: Cut, quoted: QuotedRows, before: FoldedWords, language: str | None
) -> Misleading | None:
    """Return why a cut may mislead; None of an ordinary one.

    Nothing is left out that the same article quotes anywhere, or tells itself `before` the words
    in their sentence; and a few words claim to be no statement.
    """
    start, end = cut.kept_words
    if end - start < _FEWEST:
        return None
    first, last = cut.left_out
    if first == 0:
        missing = cut.whole.keys[cut.whole.find_sentence_start(last) : last]
        if quoted.have(missing):
            return None
        return _judge_head(cut, before, language)
    missing = cut.whole.keys[first:last]
    return None if quoted.have(missing[:_TELLING_START]) else _judge_tail(cut, language)


def _judge_tail(cut: Cut, language: str | None) -> Misleading | None:
    first = cut.left_out[0]
    goes_on = not cut.whole.ends_sentence(first - 1)
    turns = TURNS_AFTER if goes_on else TURNS_IN_NEXT
    if cut.whole.keys[first] in turns.get(language or "", ()):
        return "turn"
    start, end = cut.kept_words
    ended = cut.kept.ends_sentence(end - 1) and end not in cut.kept.ellipses
    is_sentence = cut.kept.begins_sentence(start) and cut.whole.begins_sentence(cut.whole_start)
    return "full stop" if goes_on and ended and is_sentence else None


def _judge_head(cut: Cut, before: FoldedWords, language: str | None) -> Misleading | None:
    last = cut.left_out[1]
    start = cut.whole.find_sentence_start(last)
    if start == last:
        return None
    conditions = CONDITIONS.get(language or "", ())
    if cut.whole.keys[start] in conditions and set(conditions).isdisjoint(before.keys):
        return "condition"
    is_negated = _negates(cut.whole.keys[last - 1], language)
    return (
        "negation"
        if is_negated and not any(_negates(key, language) for key in before.keys)
        else None
    )


def _negates(key: str, language: str | None) -> bool:
    endings = tuple(NEGATED_ENDINGS.get(language or "", ()))
    return key in NEGATIONS.get(language or "", ()) or key.endswith(endings)


class QuotedRows:
    """What one article quotes, word by word."""

    def __init__(self, quoted: Iterable[FoldedWords]) -> None:
        self._rows = _BETWEEN.join(words.row for words in quoted)

    def have(self, keys: Sequence[str]) -> bool:
        """Tell whether all of these words stand in a row in one quotation."""
        return " ".join(("", *keys, "")) in self._rows
