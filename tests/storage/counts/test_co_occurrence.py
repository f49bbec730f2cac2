from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.counts.co_occurrence import WITHIN, Within, count_together
from storage.counts.count_table import CountTable
from tests.storage.counts.coding import CodedPlace, code
from tests.storage.desk import quickly
from textreuse import split_sentences

TEXT = "One two three. Four five six. Seven eight.\n\nNine ten."
OTHER = "Eleven twelve thirteen."
TEXTS = [TEXT, OTHER]


def place(tag: str, article: int, words: str) -> CodedPlace:
    start = TEXTS[article].index(words)
    return tag, article, start, start + len(words)


def cells(table: CountTable) -> dict[tuple[str, str], int]:
    """Return each count by the two tags it is of."""
    return {
        (row.tag, column): cell
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


@pytest.mark.parametrize(
    ("within", "a_and_b", "a_alone"),
    [("overlap", 2, 3), ("words", 2, 4), ("sentence", 2, 3), ("article", 2, 2)],
)
def test_what_is_counted(within: Within, a_and_b: int, a_alone: int) -> None:
    places = [
        place("a", 0, "two"),
        place("b", 0, "two"),
        place("a", 0, "Four five"),
        place("b", 0, "five six. Seven"),
        place("a", 1, "Eleven"),
    ]
    coded = code(TEXTS, places, [("b", 1), ("c", 1)])

    found = cells(count_together(coded, within))

    assert found["a", "b"] == found["b", "a"] == a_and_b
    assert found["a", "a"] == a_alone
    assert found["a", "c"] == (1 if within == "article" else 0)


@pytest.mark.parametrize(
    ("within", "a_and_b", "a_alone"),
    [("overlap", 1, 3), ("words", 1, 2), ("sentence", 1, 2), ("article", 1, 1)],
)
def test_tags_meet_only_where_one_coder_has_both(
    within: Within, a_and_b: int, a_alone: int
) -> None:
    places = [
        place("a", 0, "two"),
        place("a", 0, "two"),
        place("b", 0, "two"),
        place("a", 0, "Four"),
        place("b", 0, "Four"),
        place("b", 0, "Seven"),
        place("b", 1, "Eleven"),
    ]
    coded = code(TEXTS, places, [("b", 1), ("c", 1)], "ABAABBBBA")

    found = cells(count_together(coded, within))

    assert found["a", "b"] == found["b", "a"] == a_and_b
    assert found["a", "a"] == a_alone
    assert found["b", "c"] == 0


_PLACES = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 1), st.integers(0, 40), st.integers(1, 25)),
    max_size=12,
)


@quickly
@given(_PLACES, st.text("AB", min_size=12, max_size=12))
def test_it_is_what_a_slow_count_finds(drawn: list[CodedPlace], coders: str) -> None:
    places = []
    for tag, article, start, length in drawn:
        end = min(start + length, len(TEXTS[article]))
        places.append((tag, article, min(start, end - 1), end))
    coded = code(TEXTS, places, coders=coders)
    of_coders = [
        [one for one, coder in zip(places, coders, strict=False) if coder == its] for its in "AB"
    ]
    for within in WITHIN:
        expected = _count_slowly(of_coders, within)
        found = cells(count_together(coded, within))
        assert found == {pair: expected[pair] for pair in found}, within


def _count_slowly(of_coders: list[list[CodedPlace]], within: Within) -> Counter[tuple[str, str]]:
    count: Counter[tuple[str, str]] = Counter()
    if within == "overlap":
        for places in of_coders:
            count.update((tag, tag) for tag, *_ in places)
            for one, other in combinations(places, 2):
                if one[0] != other[0] and _meet(one, other[1:]):
                    count.update([(one[0], other[0]), (other[0], one[0])])
        return count
    for unit in zip(*(_list_units(places, within) for places in of_coders), strict=True):
        count.update({pair for tags in unit for pair in product(tags, tags)})
    return count


def _list_units(places: list[CodedPlace], within: Within) -> list[set[str]]:
    """Return the tags of each word, sentence or article."""
    units = []
    for at, text in enumerate(TEXTS):
        its = [one for one in places if one[1] == at]
        if within == "article":
            units.append({tag for tag, *_ in its})
        elif within == "sentence":
            units += [
                {one[0] for one in its if _meet(one, (at, *sentence))}
                for sentence in split_sentences(text)
            ]
        else:
            units += _list_words(text, its)
    return units


def _list_words(text: str, places: list[CodedPlace]) -> list[set[str]]:
    """Return the tags of each word: those that all of its characters are marked with."""
    found, end = [], 0
    for word in text.replace(".", " ").split():
        start = text.index(word, end)
        end = start + len(word)
        marked = {
            tag: {
                number
                for other, _, first, last in places
                if other == tag
                for number in range(first, last)
            }
            for tag, *_ in places
        }
        found.append({tag for tag, signs in marked.items() if signs.issuperset(range(start, end))})
    return found


def _meet(one: CodedPlace, other: tuple[int, int, int]) -> bool:
    _, article, start, end = one
    return article == other[0] and start < other[2] and other[1] < end
