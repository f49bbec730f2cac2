"""Likeness: the sentences of a comparison weighed and matched, each when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from textreuse.paraphrase.sentence_matches import Match, matches
from textreuse.paraphrase.term_pairs import Pairs, pairs
from textreuse.paraphrase.tf_isf import Vectors, vectors
from textreuse.text.corpus import Corpus


@dataclass(frozen=True)
class Likeness:
    """How alike the sentences of a corpus are in their rare terms.

    Paraphrases, regions and what was derived all rest on it; exact matching does without.
    """

    corpus: Corpus

    @cached_property
    def vectors(self) -> Vectors:
        """The texts cut into units, weighed by their rare terms."""
        return vectors(self.corpus)

    @cached_property
    def matches(self) -> dict[tuple[int, int], list[Match]]:
        """The units of each pair of articles (left < right) that are alike, sorted."""
        return matches(self.vectors)

    @cached_property
    def pairs(self) -> tuple[Pairs, ...]:
        """The telling words of each article, and which of them stand near each other."""
        return pairs(self.vectors)
