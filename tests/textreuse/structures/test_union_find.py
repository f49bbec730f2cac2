from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse.structures.union_find import UnionFind

numbers = st.integers(0, 11)


@quick
@given(st.lists(st.tuples(numbers, numbers), max_size=12))
def test_joined_numbers_are_one_set_and_no_others(pairs: list[tuple[int, int]]) -> None:
    parts = UnionFind(12)
    plain = [{number} for number in range(12)]
    for one, other in pairs:
        parts.union(one, other)
        together = plain[one] | plain[other]
        for number in together:
            plain[number] = together

    for one in range(12):
        for other in range(12):
            assert (parts.find(one) == parts.find(other)) == (other in plain[one])
        assert parts.find(one) in plain[one]
