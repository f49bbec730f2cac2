"""Find what one article says and another one, in the same words, says is not so."""

from __future__ import annotations

from collections.abc import Iterator

from textreuse.statements.disagreements.opposite_meanings import list_negators
from textreuse.statements.disagreements.opposite_words import OppositeWords
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.function_words import list_function_words

_MOST_CHANGED = 3
"""Words that were changed on either side: more is another statement."""
_LEAST_RUN, _LEAST_COMMON = 2, 5
"""Words right before and right behind them that are the same, on either side and together."""


def pair_negations(corpus: Corpus, opposite: OppositeWords) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the words of edited passages that negate on one side what stands on the other.

    Each stretch ends with the first word behind the change, which is the same on both sides. Of
    what both articles quote nothing is told.
    """
    for passage in opposite.passages:
        runs = passage.runs
        for behind in range(len(runs) - 1):
            ours, theirs = passage.measure_gap(behind)
            if max(ours[1] - ours[0], theirs[1] - theirs[0]) > _MOST_CHANGED:
                continue
            around = runs[behind][2], runs[behind + 1][2]
            if (
                min(around) < _LEAST_RUN
                or sum(around) < _LEAST_COMMON
                or _cross_sentences(corpus, ours, theirs)
            ):
                continue
            if _negates_one(corpus, ours, theirs):
                told = [(first, Position(last + 1)) for first, last in (ours, theirs)]
                if not all(corpus.is_quoted(*one) for one in told):
                    yield told[0], told[1]


def _cross_sentences(corpus: Corpus, *gaps: Stretch) -> bool:
    """Tell whether a sentence ends between the words around a gap."""
    return any(
        corpus.sentence(Position(first - 1)) != corpus.sentence(last) for first, last in gaps
    )


def _negates_one(corpus: Corpus, ours: Stretch, theirs: Stretch) -> bool:
    """Tell whether one side alone negates, and neither says anything else."""
    has_negator = []
    for first, last in (ours, theirs):
        article = corpus.article(Position(first - 1))
        language = corpus.languages[article]
        base = corpus.first[article]
        keys = corpus.words[article].keys[first - base : last - base]
        negators = list_negators(language)
        if any(key not in negators and key not in list_function_words(language) for key in keys):
            return False
        has_negator.append(any(key in negators for key in keys))
    return has_negator[0] != has_negator[1]
