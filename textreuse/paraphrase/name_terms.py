"""Names: terms that are written with a capital where no sentence begins, and figures."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from operator import not_
from typing import NamedTuple

from textreuse.paraphrase.stems import Terms
from textreuse.text.corpus import Corpus, Position
from textreuse.text.language import have_nouns_capitals


class _Counts(NamedTuple):
    """How often the terms of one article stand there: in all, with a capital, and as a name."""

    everywhere: Counter[int]
    capital: Counter[int]
    named: Counter[int]
    """With a capital where no sentence begins."""


class NameCounts:
    """What tells in each article which terms are names; an article is read when first asked of."""

    def __init__(self, corpus: Corpus, terms: Terms) -> None:
        self._corpus, self._terms = corpus, terms
        self._counts: dict[int, _Counts] = {}
        self._names: dict[int, frozenset[int]] = {}

    def is_name(self, term: int, pair: tuple[int, int]) -> bool:
        """Tell whether a term mostly stands for a name or a number in two articles.

        Words that open a sentence tell nothing; those with a small letter tell against it.
        """
        found = [self._count(article) for article in set(pair)]
        named = sum(one.named[term] for one in found)
        return named > sum(one.everywhere[term] - one.capital[term] for one in found)

    def list_names(self, article: int) -> frozenset[int]:
        """Return the terms that mostly stand for names and numbers in one article."""
        names = self._names.get(article)
        if names is None:
            counts = self._count(article)
            names = self._names[article] = frozenset(
                term
                for term, count in counts.named.items()
                if count > counts.everywhere[term] - counts.capital[term]
            )
        return names

    def _count(self, article: int) -> _Counts:
        counts = self._counts.get(article)
        if counts is None:
            counts = self._counts[article] = self._read(article)
        return counts

    def _read(self, article: int) -> _Counts:
        corpus, at = self._corpus, self._terms.at
        text, row = corpus.texts[article], corpus.words[article]
        language, places = corpus.languages[article], corpus.all_of(article)
        initials = list(map(text.__getitem__, row.starts))
        others = list(map(not_, map(str.islower, initials)))
        # Where all is written in capitals they tell nothing either.
        has_capitals = not have_nouns_capitals(language) and not all(others)
        capitals: list[Position] = [
            position
            for position, initial in compress(zip(places, initials, strict=True), others)
            if (initial.isupper() and has_capitals) or initial.isdigit()
        ]
        openings = {first for first, _ in corpus.sentences[article]}
        return _Counts(
            Counter(at[places.start : places.stop]),
            Counter([at[position] for position in capitals]),
            Counter([at[position] for position in capitals if position not in openings]),
        )
