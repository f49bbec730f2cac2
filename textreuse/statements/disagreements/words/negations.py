"""Find what one article says and another one, in the same words, says is not so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from textreuse.statements.disagreements.words.opposite_meanings import list_negators
from textreuse.statements.disagreements.words.opposite_words import OppositeWords
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.framing_words import list_framing_words
from textreuse.text.function_words import list_function_words

_MOST_CHANGED = 3
"""Words that were changed on either side: more is another statement."""
_LEAST_RUN, _LEAST_COMMON = 1, 5
"""Words right before and right behind them that are the same, on either side and together."""
_LEAST_OF_ONE = 3
"""How many are enough where the negation alone was put in, between words that say something."""
_HALF = frozenset(
    """
    former formerly ex rather instead hardly barely scarcely nearly partly rarely allegedly
    reportedly supposedly without kaum statt anstatt lieber plutôt
    """.split()
)
"""Words that only frame a statement, or link it, and half negate what follows."""


def pair_negations(corpus: Corpus, opposite: OppositeWords) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the words that negate on one side what stands, in the same words, on the other.

    Each stretch ends with the first word behind the change, which is the same on both sides. Of
    what both articles quote nothing is told.
    """
    for number, passage in enumerate(chain(opposite.passages, opposite.reworded)):
        for behind in range(len(passage.runs) - 1):
            ours, theirs = passage.measure_gap(behind)
            if max(ours[1] - ours[0], theirs[1] - theirs[0]) > _MOST_CHANGED:
                continue
            around = passage.count_around(corpus, behind)
            if min(around) < _LEAST_RUN or sum(around) < _LEAST_OF_ONE:
                continue
            is_sure = sum(around) >= _LEAST_COMMON or (
                number < len(opposite.passages) and _is_put_in(corpus, ours, theirs, around)
            )
            if is_sure and _negates_one(corpus, ours, theirs):
                told = [(first, Position(last + 1)) for first, last in (ours, theirs)]
                if not all(corpus.is_quoted(*one) for one in told):
                    yield told[0], told[1]


def _is_put_in(corpus: Corpus, ours: Stretch, theirs: Stretch, around: tuple[int, int]) -> bool:
    """Tell whether one side is empty, and words that say something stand on both sides of it."""
    first, last = ours if ours[0] == ours[1] else theirs
    if first < last:
        return False
    article = corpus.article(Position(first - 1))
    base, known = corpus.first[article], list_function_words(corpus.languages[article])
    keys = corpus.words[article].keys
    sides = (first - around[0], first), (first, first + around[1])
    return all(any(keys[at - base] not in known for at in range(*side)) for side in sides)


def _negates_one(corpus: Corpus, ours: Stretch, theirs: Stretch) -> bool:
    """Tell whether one side alone negates, and neither says anything else but when, and who."""
    has_negator = []
    for first, last in (ours, theirs):
        article = corpus.article(Position(first - 1))
        language = corpus.languages[article]
        base = corpus.first[article]
        keys = corpus.words[article].keys[first - base : last - base]
        negators = list_negators(language)
        negates = not negators.isdisjoint(keys)
        known = list_function_words(language) if negates else _list_framing(language)
        if any(
            key not in negators and key not in known and (negates or not _says_how(key, language))
            for key in keys
        ):
            return False
        has_negator.append(negates)
    return has_negator[0] != has_negator[1]


def _says_how(key: str, language: str | None) -> bool:
    """Tell whether a word says of what is done how, and not whether it is."""
    return language == "english" and key.endswith("ly") and key not in _HALF


@lru_cache(maxsize=16)
def _list_framing(language: str | None) -> frozenset[str]:
    """Return the words that say nothing of their own, and negate not even half."""
    return list_function_words(language).union(list_framing_words(language)) - _HALF
