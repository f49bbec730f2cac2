"""Months that are somebody's name: Jan Pietersen, Theresa May, April Jones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textreuse.statements.disagreements.dates.stated_date import StatedDate
from textreuse.text.corpus import Corpus
from textreuse.text.function_words import list_function_words
from textreuse.text.spans import Span

_BEFORE_MONTHS = frozenset("last next early mid late since until this".split())
"""Words that may have a capital where a sentence begins, and that a month follows."""


def find_month_names(corpus: Corpus, dates: Iterable[StatedDate]) -> Iterator[tuple[Span, Span]]:
    """Yield months that stand beside a word with a capital, and the places of the whole names.

    Not behind a word like "in" or "last", and not with a day or a year.
    """
    for date in dates:
        first, last = date.at
        if date.month is None or date.day is not None or date.year is not None or last - first != 1:
            continue
        article = date.span.article
        text, row = corpus.texts[article], corpus.words[article]
        at = first - corpus.first[article]
        before = _is_beside(text, row.ends, row.starts, at) if at else False
        behind = _is_beside(text, row.ends, row.starts, at + 1) if at + 1 < len(row) else False
        key = row.keys[at - 1] if at and before else ""
        function_words = list_function_words(corpus.languages[article])
        if key in _BEFORE_MONTHS or key in function_words:
            continue
        if before and text[row.starts[at - 1]].isupper():
            yield date.span, Span(article, row.starts[at - 1], row.ends[at])
        elif behind and text[row.starts[at + 1]].isupper():
            yield date.span, Span(article, row.starts[at], row.ends[at + 1])


def _is_beside(text: str, ends: list[int], starts: list[int], at: int) -> bool:
    """Tell whether nothing but a space stands before the word `at`."""
    return text[ends[at - 1] : starts[at]] in (" ", "\u00a0")
