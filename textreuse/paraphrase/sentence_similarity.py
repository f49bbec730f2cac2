"""Sentence similarity: sentences weighed and matched, each step when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from textreuse.paraphrase.sentence_matches import Match, match_units
from textreuse.paraphrase.term_pairs import TermPairs, pair_terms
from textreuse.paraphrase.tf_isf import Vectors, weigh_units
from textreuse.text.corpus import Corpus


@dataclass(frozen=True)
class SentenceSimilarity:
    """How alike the sentences of a corpus are in their rare terms.

    Paraphrases, regions and what was derived all rest on it; exact matching does without.
    """

    corpus: Corpus

    @cached_property
    def vectors(self) -> Vectors:
        """The texts cut into units, weighed by their rare terms."""
        return weigh_units(self.corpus)

    @cached_property
    def matches(self) -> dict[tuple[int, int], list[Match]]:
        """The units of each pair of articles (left < right) that are alike, sorted."""
        return match_units(self.vectors)

    @cached_property
    def term_pairs(self) -> tuple[TermPairs, ...]:
        """The telling words of each article, and which of them stand near each other."""
        return pair_terms(self.vectors)
