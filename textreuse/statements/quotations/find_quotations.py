"""Find the direct quotations of a text, and who said them."""

from __future__ import annotations

from textreuse.statements.quotations.quotation import UNRESOLVED, Quotation
from textreuse.text.corpus import Corpus
from textreuse.text.quotation_marks import find_quoted_texts
from textreuse.text.spans import Span


def find_quotations(corpus: Corpus, article: int) -> tuple[Quotation, ...]:
    """Return the direct quotations of `article`, by place, each with its speaker."""
    text = corpus.texts[article]
    return tuple(
        Quotation(Span(article, start, end), "direct", UNRESOLVED, turn)
        for turn, (start, end) in enumerate(find_quoted_texts(text), 1)
    )
