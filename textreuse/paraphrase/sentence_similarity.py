"""Sentence similarity: sentences weighed and matched, each step when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from textreuse.paraphrase.affinity import measure_affinities
from textreuse.paraphrase.proposals import UnitPair, propose_pairs
from textreuse.paraphrase.sentence_matches import Match, match_units
from textreuse.paraphrase.term_pairs import (
    TermPair,
    TermPairs,
    find_pair_carriers,
    pair_terms,
)
from textreuse.paraphrase.tf_isf import PairVectors, Units, count_terms
from textreuse.text.corpus import Corpus


@dataclass(frozen=True)
class SentenceSimilarity:
    """How alike the sentences of a corpus are in their rare terms.

    Paraphrases, regions and what was derived all rest on it; exact matching does without.
    """

    corpus: Corpus

    @cached_property
    def units(self) -> Units:
        """The texts cut into units, their terms counted."""
        return count_terms(self.corpus)

    @cached_property
    def proposals(self) -> dict[tuple[int, int], list[UnitPair]]:
        """The units of each pair of articles (left < right) that may say the same."""
        return propose_pairs(self.units, self.affinities)

    @cached_property
    def affinities(self) -> dict[tuple[int, int], float]:
        """How much each two articles (left < right) have to do with each other, 0..2."""
        return measure_affinities(self.units)

    @cached_property
    def matches(self) -> dict[tuple[int, int], list[Match]]:
        """The units of each pair of articles (left < right) that are alike, sorted."""
        return match_units(self.units)

    def weigh_pair(self, pair: tuple[int, int]) -> PairVectors:
        """Return the units of two articles as they weigh against each other."""
        return PairVectors(self.units, pair)

    @cached_property
    def term_pairs(self) -> tuple[TermPairs, ...]:
        """The telling words of each article, and which of them stand near each other."""
        return pair_terms(self.units)

    @cached_property
    def pair_carriers(self) -> dict[TermPair, list[int]]:
        """The articles, ascending, that have each pair of telling words which several have."""
        return find_pair_carriers(self.term_pairs)
