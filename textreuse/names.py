"""Names: terms that are written with a capital where no sentence begins, and figures."""

from __future__ import annotations

from collections import Counter

from textreuse.language import NOUNS_HAVE_CAPITALS
from textreuse.vectors import Vectors


def names(vectors: Vectors) -> set[int]:
    """Return the terms that mostly stand for a name or a number in these texts.

    Words that open a sentence tell nothing; those with a small letter tell against it.
    """
    corpus, at = vectors.corpus, vectors.terms.at
    openings = {first for article in corpus.sentences for first, _ in article}
    capitals: list[int] = []
    small = Counter(at)
    for text, row, base, language in zip(
        corpus.texts, corpus.words, corpus.first, corpus.languages, strict=True
    ):
        initials = [text[start] for start in row.starts]
        # Where all is written in capitals they tell nothing either.
        has_capitals = language not in NOUNS_HAVE_CAPITALS and any(map(str.islower, initials))
        capitals.extend(
            position
            for position, initial in enumerate(initials, base)
            if (initial.isupper() and has_capitals) or initial.isdigit()
        )
    small.subtract(at[position] for position in capitals)
    named = Counter(at[position] for position in capitals if position not in openings)
    return {term for term, count in named.items() if count > small[term]}
