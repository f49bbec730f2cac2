"""What mypy must refuse: a number that counts one thing in the place of one that counts another.

Nothing of this runs. Where mypy should come to take one for another, it tells of an ignore that is
not needed.
"""

from __future__ import annotations

from textreuse.merged_regions.clusters import Area
from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import Units
from textreuse.paraphrase.weighted_clauses import WeightedClauses
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span
from textreuse.text.words import WordIndex, Words


def take_one_for_another(
    corpus: Corpus, units: Units, prose: WeightedClauses, words: Words, span: Span, area: Area
) -> None:
    position, word = corpus.positions(span).start, words.within(span.start, span.end).start
    unit, clause = area.left, prose.find_overlaps(units.units[0]).start
    corpus.article(span.start)  # type: ignore[arg-type]
    corpus.article(word)  # type: ignore[arg-type]
    corpus.article(position + 1)  # type: ignore[arg-type]
    corpus.sentence(clause)  # type: ignore[arg-type]
    corpus.span(*area.units(0))  # type: ignore[arg-type]
    words.size(position, position)  # type: ignore[arg-type]
    units.span(*units.units[0])  # type: ignore[arg-type]
    units.stretch(clause, clause)  # type: ignore[arg-type]
    prose.tokens(position)  # type: ignore[arg-type]
    prose.tokens(unit)  # type: ignore[arg-type]
    prose.find_overlaps(area.units(1))  # type: ignore[arg-type]


def say_what_is_counted(at: int, corpus: Corpus, units: Units, prose: WeightedClauses) -> None:
    corpus.article(Position(at))
    units.span(UnitIndex(at), UnitIndex(at))
    prose.tokens(ClauseIndex(at))
    corpus.words[0].size(WordIndex(at), WordIndex(at))
