"""Speakers near a quotation: whether the speaker of one article may be that of the other, too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.speakers import list_name_words
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span

_NEAR = 2
"""Sentences before and behind a quotation in which its speaker is named."""


def are_named_near(corpus: Corpus, one: Quotation, other: Quotation) -> bool:
    """Tell whether either article names, around its quotation, the speaker of the other one.

    Then that may be who says the words there as well, whatever was told.
    """
    return any(
        _names_near(corpus, here.span, list_name_words(there.speaker))
        for here, there in ((one, other), (other, one))
    )


def _names_near(corpus: Corpus, span: Span, name: Sequence[str]) -> bool:
    """Tell whether the last word of a name stands outside a quotation, in a sentence near it."""
    article, start, end = span
    row, base = corpus.words[article], corpus.first[article]
    inside = row.within(start, end)
    sentences = corpus.sentences[article]
    first = bisect_right(sentences, Position(base + inside.start), key=itemgetter(0)) - 1
    last = bisect_left(sentences, Position(base + inside.stop), key=itemgetter(1))
    near = sentences[max(0, first - _NEAR) : last + _NEAR + 1]
    words = (
        key
        for low, high in near
        for at, key in enumerate(row.keys[low - base : high - base], low - base)
        if not inside.start <= at < inside.stop
    )
    return bool(name) and any(key.removesuffix("'s") == name[-1] for key in words)
