from __future__ import annotations

from bisect import bisect_right
from math import exp, inf

from hypothesis import given, settings
from hypothesis import strategies as st

from textreuse import Comparison, compare
from textreuse.derivation_evidence import Evidence

WORDS = "harbour cliff otter lantern ferry quarry meadow sluice beacon turnip anvil thicket".split()
TEXTS = st.lists(st.sampled_from([*WORDS, *WORDS[:3], "the.\n\n"]), max_size=60).map(" ".join)


def weigh_all(comparison: Comparison, article: int, other: int) -> list[bool]:
    """Return for each telling word whether there is enough evidence, summed up word by word."""
    similarity = comparison.sentence_similarity
    ours, theirs = similarity.term_pairs[article], similarity.term_pairs[other]
    paired = {
        at
        for reach, row in enumerate(ours.rows, 1)
        for index, pair in enumerate(row)
        if pair in ours.pairs & theirs.pairs
        for at in (index, index + reach)
    }
    unit_of = [bisect_right(similarity.units.units, (at, inf)) for at in ours.positions]
    touched = {unit_of[index] for index in paired}

    def share(place: int, reach: float) -> float:
        weights = [exp(-abs(place - at) / reach) for at in range(len(unit_of))]
        return sum(weights[at] for at in paired) / sum(weights)

    return [
        unit in touched and 2 / 3 * share(place, 2.5) + 1 / 3 * share(place, 15) >= 0.38
        for place, unit in enumerate(unit_of)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_evidence_is_the_weighted_share_of_paired_words_around(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        evidence = Evidence(comparison, article)
        paired = evidence.sort_by_carrier()
        for other in set(range(len(texts))) - {article}:
            expected = weigh_all(comparison, article, other)
            enough = evidence.start()
            evidence.flag_paired(paired[other], enough)
            assert list(map(bool, enough)) == expected
