"""How weighty changed words are: a figure or a quotation more than a word, a comma least."""

from __future__ import annotations

import re
from collections.abc import Hashable
from unicodedata import category

from textreuse.comparison import Comparison
from textreuse.revisions.change import ChangeKind
from textreuse.revisions.stated import Stated, StatedIn
from textreuse.statements.disagreements.words.opposite_meanings import list_negators
from textreuse.text.normalize import DOUBLE_QUOTES, fold_punctuation
from textreuse.text.span_index import SpanIndex
from textreuse.text.spans import Span
from textreuse.word_diff import DiffPiece

_DIGITS = re.compile(r"\d+")
_BELOW_ZERO = re.compile(r"(?<![\w-])[+-](?=\d)")
_MEASURING = "%‰°+±≈<>≤≥"
_MONEY = "Sc"
"""The category of Unicode of signs of money."""


class WordScales:
    """Weighs the words that differ between two versions, the texts 0 and 1 of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._old, self._new = StatedIn(comparison, 0), StatedIn(comparison, 1)

    def weigh(self, piece: DiffPiece, ours: Span, theirs: Span, old: Span, new: Span) -> ChangeKind:
        """Return of what kind is that `ours` became `theirs`, in the sentences `old` and `new`."""
        if piece.how == "marks":
            return _weigh_marks(piece)
        places = ours, theirs, old, new
        if self._are_figures(piece, *places):
            return "figure"
        if _list_changed(self._old.quotations, self._new.quotations, *places):
            return "quotation"
        if self._are_names(*places):
            return "name"
        return "negation" if self._negate(ours) != self._negate(theirs) else "wording"

    def _are_figures(
        self, piece: DiffPiece, ours: Span, theirs: Span, old: Span, new: Span
    ) -> bool:
        figures = self._old.figures, self._new.figures
        signs = [_BELOW_ZERO.findall(fold_punctuation(one)) for one in (piece.ours, piece.theirs)]
        if signs[0] != signs[1] or _list_changed(*figures, ours, theirs, old, new):
            return True
        told = figures[0].find_overlaps(ours), figures[1].find_overlaps(theirs)
        # "Twelve" and "12" are one figure; what is in figures and no quantity is one all the same.
        return not all(told) and _DIGITS.findall(piece.ours) != _DIGITS.findall(piece.theirs)

    def _are_names(self, ours: Span, theirs: Span, old: Span, new: Span) -> bool:
        """Tell whether one side has a name that the other has not, in no form of it."""
        return _has_other_name(self._old.names, ours, self._new.names, new) or _has_other_name(
            self._new.names, theirs, self._old.names, old
        )

    def _negate(self, span: Span) -> bool:
        corpus = self._comparison.corpus
        negators = list_negators(corpus.languages[span.article])
        row = corpus.words[span.article]
        return any(row.keys[at] in negators for at in row.within(span.start, span.end))


def _list_changed(
    before: SpanIndex[Stated],
    after: SpanIndex[Stated],
    ours: Span,
    theirs: Span,
    old: Span,
    new: Span,
) -> list[Stated]:
    """Return what is stated at the changed words and not in the other version's sentence."""
    known = {one.value for _, one in before.find_overlaps(old)}
    known_after = {one.value for _, one in after.find_overlaps(new)}
    return [
        *(one for _, one in before.find_overlaps(ours) if one.value not in known_after),
        *(one for _, one in after.find_overlaps(theirs) if one.value not in known),
    ]


def _has_other_name(
    names: SpanIndex[Stated], place: Span, others: SpanIndex[Stated], sentence: Span
) -> bool:
    known = [one.value for _, one in others.find_overlaps(sentence)]
    return any(
        not any(_is_part(mention.value, other) for other in known)
        for _, mention in names.find_overlaps(place)
    )


def _is_part(name: Hashable, other: Hashable) -> bool:
    return (
        isinstance(name, frozenset)
        and isinstance(other, frozenset)
        and (name <= other or other <= name)
    )


def _weigh_marks(piece: DiffPiece) -> ChangeKind:
    """Return of what kind are other marks between words that are the same."""
    if any(_is_sign(mark) for mark in piece.ours + piece.theirs):
        return "figure"
    quoted = [any(mark in DOUBLE_QUOTES for mark in side) for side in (piece.ours, piece.theirs)]
    return "typography" if quoted[0] == quoted[1] else "quotation"


def _is_sign(mark: str) -> bool:
    return mark in _MEASURING or category(mark) == _MONEY
