"""Names: terms that are written with a capital where no sentence begins, and figures."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from operator import not_

from textreuse.paraphrase.tf_isf import Vectors
from textreuse.text.corpus import Position
from textreuse.text.language import have_nouns_capitals


def find_name_terms(vectors: Vectors) -> set[int]:
    """Return the terms that mostly stand for a name or a number in these texts.

    Words that open a sentence tell nothing; those with a small letter tell against it.
    """
    corpus, at = vectors.corpus, vectors.terms.at
    openings = {first for article in corpus.sentences for first, _ in article}
    capitals: list[Position] = []
    for article, (text, row, language) in enumerate(
        zip(corpus.texts, corpus.words, corpus.languages, strict=True)
    ):
        initials = list(map(text.__getitem__, row.starts))
        others = list(map(not_, map(str.islower, initials)))
        # Where all is written in capitals they tell nothing either.
        has_capitals = not have_nouns_capitals(language) and not all(others)
        capitals.extend(
            position
            for position, initial in compress(
                zip(corpus.all_of(article), initials, strict=True), others
            )
            if (initial.isupper() and has_capitals) or initial.isdigit()
        )
    everywhere = Counter(at)
    capital = Counter([at[position] for position in capitals])
    named = Counter([at[position] for position in capitals if position not in openings])
    return {term for term in named if named[term] > everywhere[term] - capital[term]}
