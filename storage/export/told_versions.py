"""What single articles have of a finding: their words, with what is their own in it marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.export.marked_words import mark_added, mark_removed
from storage.wording.finding_names import name_voice
from textreuse import DiffPiece, Quotation, QuotationFinding, Span

_Marker = Callable[[str, Span, Iterable[Span]], tuple[DiffPiece, ...]]


class Version(NamedTuple):
    """What one article has."""

    span: Span
    letter: str
    paragraph: int
    voice: str
    """Whose words these are, as people read it; empty of a value."""
    is_quoted: bool
    """Whether they stand between quotation marks."""
    pieces: tuple[DiffPiece, ...]
    value: Span | None = None
    """The part on which articles disagree; None of a quotation."""


class VersionMaker:
    """Shows what the articles of one story have."""

    def __init__(self, compared: ComparedStory) -> None:
        self._compared = compared
        self._texts = compared.whole.texts

    def show_pair(self, finding: QuotationFinding, first: Span) -> tuple[Version, Version]:
        """Return both forms of a quotation, that at `first` before the other.

        What the other has not is marked in it as removed, what the other has alone as added.
        """
        ours = [mine for mine, _ in finding.changes]
        theirs = [yours for _, yours in finding.changes]
        sides = (finding.one, ours), (finding.other, theirs)
        (earlier, removed), (later, added) = sides if finding.one.span == first else sides[::-1]
        return (
            self._show(earlier, removed, mark_removed),
            self._show(later, added, mark_added),
        )

    def show_plain(self, quotation: Quotation) -> Version:
        """Return a quotation with nothing marked."""
        return self._show(quotation, (), mark_added)

    def show_value(self, context: Span, value: Span) -> Version:
        """Return a statement with its value marked as added."""
        pieces = mark_added(self._texts[context.article], context, [value])
        return Version(context, *self.find_place(context), "", False, pieces, value)

    def find_place(self, span: Span) -> tuple[str, int]:
        """Return the letter of the article and the number of the paragraph, as people call them."""
        return self._compared.letters[span.article], self._compared.number_paragraph(span)

    def _show(self, quotation: Quotation, changed: Iterable[Span], mark: _Marker) -> Version:
        span = quotation.span
        pieces = mark(self._texts[span.article], span, changed)
        is_quoted = quotation.form == "direct"
        return Version(span, *self.find_place(span), name_voice(quotation), is_quoted, pieces)
