"""Names: terms that are written with a capital where no sentence begins, and figures."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from operator import not_

from textreuse.paraphrase.stems import Terms
from textreuse.text.corpus import Corpus, Position
from textreuse.text.language import have_nouns_capitals


class NameCounts:
    """What tells in each article which terms are names; an article is read when first asked of."""

    def __init__(self, corpus: Corpus, terms: Terms) -> None:
        self._corpus, self._terms = corpus, terms
        self._leads: dict[int, Counter[int]] = {}
        self._names: dict[int, frozenset[int]] = {}

    def is_name(self, term: int, pair: tuple[int, int]) -> bool:
        """Tell whether a term mostly stands for a name or a number in two articles.

        Words that open a sentence tell nothing; those with a small letter tell against it.
        """
        left, right = pair
        return self._measure_leads(left)[term] + self._measure_leads(right)[term] > 0

    def list_names(self, article: int) -> frozenset[int]:
        """Return the terms that mostly stand for names and numbers in one article."""
        names = self._names.get(article)
        if names is None:
            leads = self._measure_leads(article)
            names = self._names[article] = frozenset(
                term for term, lead in leads.items() if lead > 0
            )
        return names

    def _measure_leads(self, article: int) -> Counter[int]:
        """Return how much oftener each term stands as a name than with a small letter."""
        leads = self._leads.get(article)
        if leads is None:
            leads = self._leads[article] = self._read(article)
        return leads

    def _read(self, article: int) -> Counter[int]:
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
        leads = Counter([at[position] for position in capitals])
        leads.update([at[position] for position in capitals if position not in openings])
        leads.subtract(at[places.start : places.stop])
        return leads
