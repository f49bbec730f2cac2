"""What a change is: sentences of two versions, and the words in them that are not the same."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from textreuse.text.spans import Span
from textreuse.word_diff import DiffPiece

ChangeKind = Literal[
    "correction",
    "figure",
    "quotation",
    "name",
    "negation",
    "removed",
    "added",
    "wording",
    "moved",
    "typography",
]
"""What was changed, from the weightiest to the least: a notice that says what was corrected; a
number, date or unit; words between quotation marks; whom it names; whether it is so; a sentence
that is gone, and one that is new; other words; the place alone; marks, capitals and the like."""

CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""All kinds, the weightiest first."""


class ChangedWords(NamedTuple):
    """Words that one version has in place of the other's; one side may be empty, not both."""

    kind: ChangeKind
    old: Span
    new: Span


class Change(NamedTuple):
    """Sentences that were changed; article 0 is the old version, 1 the new one."""

    kind: ChangeKind
    """That of its weightiest words; of whole sentences their own."""
    old: Span | None
    """None of what was added."""
    new: Span | None
    """None of what was removed."""
    words: tuple[ChangedWords, ...]
    """By place; none where all is new, gone or only moved."""
    pieces: tuple[DiffPiece, ...]
    """All of both, as it is stored, with what differs told apart."""
