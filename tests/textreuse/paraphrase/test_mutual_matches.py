from __future__ import annotations

from tests.textreuse.places import make_match
from textreuse.paraphrase.mutual_matches import keep_mutual_matches
from textreuse.paraphrase.sentence_matches import Match


def turned(matches: list[Match]) -> list[Match]:
    return sorted(Match(right, left, *rest) for left, right, *rest in matches)


def test_a_match_much_weaker_than_another_of_either_unit_is_left_out() -> None:
    best, beside, other = (
        make_match(0, 10, 0.8, 1),
        make_match(0, 11, 0.4, 1),
        make_match(1, 11, 0.42, 1),
    )

    assert keep_mutual_matches([best, beside, other], 0.9) == [best, other]
    assert keep_mutual_matches([best, beside, other], 0.5) == [best, beside, other]
    assert keep_mutual_matches(turned([best, beside, other]), 0.9) == turned([best, other])
