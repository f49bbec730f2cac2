from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.counts.co_occurrence import WITHIN, Within, count_together
from storage.counts.coded_uses import CodedUse, CodedUses, collect_uses
from storage.counts.count_table import CountTable
from tests.storage.counts.coding import mark, write_article
from textreuse import Span

TEXT = write_article("One two three. Four five six. Seven eight.\n\nNine ten.", "Numbers")
OTHER = write_article("Eleven twelve thirteen.", "More")


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
    notes = [
        mark(1, ["a", "b"], (TEXT, "two")),
        mark(2, ["a"], (TEXT, "Four five")),
        mark(3, ["b"], (TEXT, "five six. Seven")),
        mark(4, ["a"], (OTHER, "Eleven")),
    ]
    coded = collect_uses([TEXT, OTHER], notes, {OTHER.id: ("b", "c")})

    found = cells(count_together(coded, within))

    assert found["a", "b"] == found["b", "a"] == a_and_b
    assert found["a", "a"] == a_alone
    assert found["a", "c"] == (1 if within == "article" else 0)


def test_the_order_is_that_of_the_codebook() -> None:
    coded = collect_uses([TEXT], [mark(1, ["a", "b", "c"], (TEXT, "two"))], {})

    assert count_together(coded, "overlap", order=["c", "a"]).columns == ("c", "a", "b")


_USES = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 1), st.integers(0, 40), st.integers(1, 25)),
    max_size=12,
)


@given(_USES)
def test_it_is_what_a_slow_count_finds(drawn: list[tuple[str, int, int, int]]) -> None:
    texts = [TEXT, OTHER]
    uses = []
    for number, (tag, article, start, length) in enumerate(drawn):
        end = min(start + length, len(texts[article].text))
        start = min(start, end - 1)
        uses.append(CodedUse(tag, article, f"n{number}", 0, Span(article, start, end)))
    coded = CodedUses(texts, uses)
    for within in WITHIN:
        expected = _count_slowly(coded, within)
        found = cells(count_together(coded, within))
        assert found == {pair: expected[pair] for pair in found}, within


def _count_slowly(coded: CodedUses, within: Within) -> Counter[tuple[str, str]]:
    count: Counter[tuple[str, str]] = Counter()
    if within == "overlap":
        for one, other in combinations(coded.uses, 2):
            if one.tag != other.tag and _meet(one.span, other.span):
                count[one.tag, other.tag] += 1
                count[other.tag, one.tag] += 1
        for use in coded.uses:
            count[use.tag, use.tag] += 1
        return count
    for tags in _list_units(coded, within):
        count.update(product(tags, tags))
    return count


def _list_units(coded: CodedUses, within: Within) -> list[set[str]]:
    """Return the tags of each word, sentence or article."""
    units = []
    for at, article in enumerate(coded.articles):
        uses = [use for use in coded.uses if use.article == at]
        if within == "article":
            units.append({use.tag for use in uses})
        elif within == "sentence":
            units += [
                {use.tag for use in uses if _meet(use.span, sentence)}
                for sentence in coded.list_sentences(at)
            ]
        else:
            units += _list_words(article.text, at, uses)
    return units


def _list_words(text: str, at: int, uses: list[CodedUse]) -> list[set[str]]:
    found, start = [], 0
    for word in text.replace(".", " ").split():
        start = text.index(word, start)
        end = start + len(word)
        found.append({use.tag for use in uses if _covers(use, Span(at, start, end), uses)})
        start = end
    return found


def _covers(use: CodedUse, word: Span, uses: list[CodedUse]) -> bool:
    """Tell whether all characters of a word are marked with the tag, by places that touch."""
    marked = {
        number
        for one in uses
        if one.tag == use.tag and one.span is not None
        for number in range(one.span.start, one.span.end)
    }
    return all(number in marked for number in range(word.start, word.end))


def _meet(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None or one.article != other.article:
        return False
    return one.start < other.end and other.start < one.end
