"""Measures on units with one value, held against the examples of their papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.agreement.nominal import (
    Pattern,
    calculate_alpha,
    calculate_f1,
    calculate_kappa,
    calculate_percentage,
    count_patterns,
    find_alpha,
    sum_coincidences,
)
from tests.storage.desk import quickly

BINARY = ("1100000000", "0110010100")
"""Krippendorff 2011, A: Meg and Owen, ten articles."""
NOMINAL = ("aabbdcccedda", "babbbccceddd")
"""Krippendorff 2011, B: Ben and Gerry, twelve articles."""
FOUR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Krippendorff 2011, C: four observers, twelve units, values missing."""
COHEN: dict[Pattern, int] = {
    (first, second): times
    for first, row in zip("abc", [(88, 14, 18), (10, 40, 10), (2, 6, 12)], strict=True)
    for second, times in zip("abc", row, strict=True)
}
"""Cohen 1960, table 2, of 200 units."""


def _alpha_of(*coders: object) -> float | None:
    return calculate_alpha(count_patterns(zip(*coders, strict=True)))


def test_alpha_is_that_of_the_examples() -> None:
    assert f"{_alpha_of(*BINARY):.3f}" == "0.095"
    assert f"{_alpha_of(*NOMINAL):.3f}" == "0.692"
    assert f"{_alpha_of(*FOUR):.3f}" == "0.743"


def test_kappa_is_that_of_the_example() -> None:
    assert calculate_percentage(COHEN) == 0.7
    assert f"{calculate_kappa(COHEN):.3f}" == "0.492"


def test_digitized_units_are_those_of_the_example() -> None:
    bertha, bill = "001111111100001111110000", "000011110000000110000000"

    # Krippendorff 1995, table 1, A.
    patterns = count_patterns(zip(bertha, bill, strict=True))
    assert f"{calculate_kappa(patterns):.3f}" == "0.385"
    assert f"{calculate_alpha(patterns):.3f}" == "0.329"


def test_where_nothing_can_be_said_nothing_is() -> None:
    for patterns in (Counter(), count_patterns(["aa", "aa"]), count_patterns([("a", None)])):
        assert calculate_alpha(patterns) is None
        assert calculate_kappa(patterns) is None
    assert calculate_percentage(Counter()) is None
    assert calculate_f1(count_patterns(["aa"]), "b") is None


def test_f1_is_that_of_precision_and_recall() -> None:
    patterns = count_patterns(["11", "11", "10", "01", "01", "00"])
    precision, recall = 2 / 3, 2 / 4

    assert calculate_f1(patterns, "1") == pytest.approx(
        2 * precision * recall / (precision + recall)
    )


def _alpha_by_definition(units: Sequence[Pattern]) -> Fraction | None:
    """Return 1 - D_o / D_e as the paper defines them: over ordered pairs of values, one by one."""
    said = [[value for value in unit if value is not None] for unit in units]
    pairable = [values for values in said if len(values) > 1]
    every = [value for values in pairable for value in values]
    observed = sum(
        (
            Fraction(one != other, len(values) - 1)
            for values in pairable
            for one, other in permutations(values, 2)
        ),
        Fraction(),
    )
    by_chance = sum(one != other for one, other in permutations(every, 2))
    if not by_chance:
        return None
    return 1 - observed / len(every) / Fraction(by_chance, len(every) * (len(every) - 1))


def _kappa_by_definition(units: Sequence[Pattern]) -> Fraction | None:
    """Return (p_o - p_e) / (1 - p_e), the mean over pairs of coders; None if a pair has none."""
    found = []
    for one, other in combinations(range(3), 2):
        pairs = [(unit[one], unit[other]) for unit in units if None not in (unit[one], unit[other])]
        if not pairs:
            return None
        firsts, seconds = ([pair[at] for pair in pairs] for at in (0, 1))
        same = Fraction(sum(first == second for first, second in pairs), len(pairs))
        by_chance = sum(
            Fraction(firsts.count(value), len(pairs)) * Fraction(seconds.count(value), len(pairs))
            for value in set(firsts)
        )
        if by_chance == 1:
            return None
        found.append((same - by_chance) / (1 - by_chance))
    return sum(found, Fraction()) / len(found)


_UNITS = st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), max_size=12)


@quickly
@given(_UNITS)
def test_alpha_and_kappa_are_what_their_definitions_say(units: list[Pattern]) -> None:
    for measure, define in (
        (calculate_alpha, _alpha_by_definition),
        (calculate_kappa, _kappa_by_definition),
    ):
        found, expected = measure(count_patterns(units)), define(units)
        assert (found is None) == (expected is None)
        assert found is None or found == pytest.approx(float(expected or 0), abs=1e-12)


@quickly
@given(_UNITS)
def test_measures_stay_in_their_ranges_whoever_is_named_first(
    units: list[tuple[str | None, ...]],
) -> None:
    patterns = count_patterns(units)
    turned = count_patterns([unit[::-1] for unit in units])

    for measure in (calculate_alpha, calculate_kappa, calculate_percentage):
        found = measure(patterns)
        assert found is None or found <= 1 + 1e-9
        again = measure(turned)
        assert (found is None) == (again is None)
        assert found is None or abs(found - (again or 0)) < 1e-9
    parts = [sum_coincidences(count_patterns([unit])) for unit in units]
    values = sum((one for _, one in parts), Counter())
    together = find_alpha(sum(one for one, _ in parts), values.values())
    alpha = calculate_alpha(patterns)
    assert (together is None) == (alpha is None)
    assert together is None or abs(together - (alpha or 0)) < 1e-9
