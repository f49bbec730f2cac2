"""What a caller may tune, and why each default is what it is."""

from __future__ import annotations

from dataclasses import dataclass

VERBATIM, EDITED, PARAPHRASE, WEAK = 1, 2, 3, 4
"""The steps of `Settings.sensitivity`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How strict the comparison is. Lengths are in words; two CJK or Thai characters make one.

    Raises `ValueError` for values that make no sense together.
    """

    ngram: int = 4
    """Words in the n-grams that find candidates. At 3 stock phrases ("one of the") outnumber
    real matches; at 5 an edit every fifth word hides a copy."""

    min_words: int = 6
    """Fewest words that both sides of a copied or edited passage must have in common. Even a text
    that took much of another shares five-word runs with it by chance ("in the second half of the
    year")."""

    rare_words: int = 5
    """Fewest words in common where they stand in few other places of the two articles, and fewest
    that either side of a paraphrase must have. Whole quotations may be shorter."""

    chance_words: int = 8
    """Fewest words in common, whatever they are, where neither article took much of the other:
    names with their titles and stock phrases of seven words stand in any two reports of one
    event."""

    max_gap: int = 8
    """Most words on either side between two matches of one passage: about a clause, so that a
    changed clause stays inside an edited passage and an inserted sentence ends it."""

    min_similarity: float = 0.55
    """Least share of corresponding words (0..1) of an edited passage; below it a reader no
    longer sees one text in two versions."""

    max_occurrences: int = 16
    """An n-gram that stands more often than this in one article is followed only to its nearest
    occurrences. Bounds time on degenerate texts; ordinary news never reaches it."""

    sensitivity: int = PARAPHRASE
    """How sure a passage must be: 1 finds only the same words (`verbatim`), 2 also those with
    changes (`edited`), as far as words in a row lead to either, 3 also the same statement in other
    words (`paraphrase`, or edited after all), 4 also weak matches of all kinds, of which readers
    agree with one in five."""

    boilerplate: bool = True
    """Leave out what the site puts on every page (share bars, sign-ups, "3 min read")."""

    @property
    def least_similarity(self) -> float:
        """What `sensitivity` leaves of `min_similarity`: at its first step nothing may differ."""
        return 1.0 if self.sensitivity == VERBATIM else self.min_similarity

    @property
    def fewest_words(self) -> int:
        """Words below which no place is looked at as a copy of another."""
        return min(self.min_words, self.rare_words)

    def __post_init__(self) -> None:
        if self.ngram < 1 or self.min_words < self.ngram:
            raise ValueError("Settings: ngram must be at least 1 and at most min_words")
        if self.max_gap < 0 or self.max_occurrences < 1:
            raise ValueError("Settings: max_gap must not be negative, max_occurrences at least 1")
        if self.sensitivity not in (VERBATIM, EDITED, PARAPHRASE, WEAK):
            raise ValueError("Settings: sensitivity must be 1, 2, 3 or 4")
        if not 0 < self.min_similarity <= 1:
            raise ValueError("Settings: min_similarity must lie in (0, 1]")
