from __future__ import annotations

from collections import Counter
from itertools import chain, combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import any_texts, odd_texts, quick, thorough
from textreuse import Words, find_words, split_words
from textreuse.text.footnote_marks import find_footnote_marks
from textreuse.text.normalize import LETTER_APOSTROPHES
from textreuse.text.spans import Span
from textreuse.text.words import WordIndex

UNSPACED = "天地กข"
PLAIN_TEXTS = st.text("abZéßĸΣйİǁ.,’'‘?12²½٣_-…\n  ", max_size=20)
TEXTS = st.text("ab'’.1, -\u0301\u00ad" + UNSPACED, max_size=20)


def cut(text: str) -> list[str]:
    """Return the words as they stand in `text`."""
    row = split_words(text)
    return [text[start:end] for start, end in zip(row.starts, row.ends, strict=True)]


@pytest.mark.parametrize("number", ["400,000", "1.5", "12.75", "1,234,567.89", "2026", "25"])
def test_a_number_with_its_separators_is_one_word(number: str) -> None:
    assert cut(f"Almost {number} of them") == ["Almost", number, "of", "them"]


@pytest.mark.parametrize("number", ["1.5", "12.5", "7", "3,000"])
def test_a_stop_after_a_number_is_no_part_of_it(number: str) -> None:
    assert cut(f"Rates rose by {number}. Then they fell.")[3] == number


@pytest.mark.parametrize("word", ["don't", "don’t", "Nvidia's", "o'clock", "rock'n'roll"])
def test_an_apostrophe_inside_a_word_belongs_to_it(word: str) -> None:
    assert cut(f"Say {word} again") == ["Say", word, "again"]


@pytest.mark.parametrize("quoted", ["'tis'", "‘tis’", "\u02bctis\u02bc"])
def test_an_apostrophe_around_a_word_does_not(quoted: str) -> None:
    assert split_words(quoted).keys == ["tis"]


@pytest.mark.parametrize("acronym", ["U.S.", "U.S", "US", "u.s."])
def test_an_acronym_is_the_same_with_its_points_and_without(acronym: str) -> None:
    assert split_words(f"the {acronym} economy").keys == ["the", "us", "economy"]


def test_a_point_between_two_sentences_joins_no_words() -> None:
    assert cut("He left.She stayed.") == ["He", "left", "She", "stayed"]


def test_hyphens_and_dashes_part_words() -> None:
    assert cut("a well-known man—her uncle") == ["a", "well", "known", "man", "her", "uncle"]


@pytest.mark.parametrize("text", ["港口的老渡船", "みなと町", "カレー", "ทดสอบ", "ລາວ", "ខ្មែរ"])
def test_scripts_without_spaces_are_cut_into_characters(text: str) -> None:
    found = cut(text)

    assert "".join(found) == text
    assert len(found) > 2


def test_a_mark_stays_with_its_character() -> None:
    assert cut("か\u3099ん") == ["か\u3099", "ん"]


def size(row: Words, first: int, last: int) -> float:
    return row.size(WordIndex(first), WordIndex(last))


def test_two_unspaced_characters_are_as_much_text_as_one_word() -> None:
    row = split_words("two words 天地人")

    assert len(row) == 5
    assert size(row, 0, 2) == 2
    assert size(row, 2, 5) == 1.5
    assert size(row, 0, 5) == 3.5
    assert size(row, 3, 3) == 0


@pytest.mark.parametrize(
    "text",
    [
        "غادرت العبارة الميناء القديم",
        "המעבורת עזבה את הנמל",
        "Паром покинул старый порт",
        "Το πλοίο έφυγε νωρίς",
        "पुरानी नौका सुबह निकली",
        "부두에서 배가 떠났다",
    ],
    ids=["Arabic", "Hebrew", "Cyrillic", "Greek", "Devanagari", "Hangul"],
)
def test_scripts_with_spaces_are_cut_into_words(text: str) -> None:
    assert cut(text) == text.split()


def test_scripts_meet_inside_a_text() -> None:
    assert cut("AI芯片 H200在上海") == ["AI", "芯", "片", "H200", "在", "上", "海"]


def test_marks_and_symbols_are_no_words() -> None:
    assert cut("— … !? $ € 🙂 ()[] \u00ad\u200b") == []


def assert_general(text: str) -> None:
    """Check that `text` is cut as it is beside a script that the short cut is not for."""
    row, general = split_words(text), split_words(f"{text} 天")

    assert row.keys == general.keys[:-1]
    assert row.counts == Counter(row.keys)
    assert row.starts == general.starts[:-1]
    assert row.ends == general.ends[:-1]


@thorough
@given(any_texts() | odd_texts() | TEXTS | PLAIN_TEXTS)
def test_the_short_cut_for_plain_texts_cuts_no_differently(text: str) -> None:
    assert_general(text)


def test_the_short_cut_knows_every_character() -> None:
    for c in map(chr, chain(range(0x3000), range(0xF8F0, 0x10000), range(0x1F200, 0x1FC00))):
        assert_general(f"a{c}b {c}.{c}. {c}.{c}.a 1{c}2 3.{c} {c}’{c}")


@thorough
@given(any_texts() | odd_texts() | TEXTS)
def test_words_stand_in_the_text_in_order_and_apart(text: str) -> None:
    row = split_words(text)
    end = 0
    for at, (start, stop) in enumerate(zip(row.starts, row.ends, strict=True)):
        assert end <= start < stop <= len(text)
        assert row.keys[at]
        end = stop
    assert len(row) == len(row.keys) == len(row.starts)


@thorough
@given(any_texts() | odd_texts() | TEXTS)
def test_every_letter_and_digit_is_in_a_word_or_a_footnote_mark(text: str) -> None:
    row = split_words(text)
    inside = {at for i in range(len(row)) for at in range(row.starts[i], row.ends[i])}
    inside.update(at for start, end in find_footnote_marks(text) for at in range(start, end))
    letters = (at for at, sign in enumerate(text) if sign.isalnum())
    assert inside.issuperset(at for at in letters if text[at] not in LETTER_APOSTROPHES)


@quick
@given(TEXTS)
def test_within_are_the_words_that_begin_and_end_inside(text: str) -> None:
    row = split_words(text)
    for start, end in combinations_with_replacement(range(len(text) + 1), 2):
        assert list(row.within(start, end)) == [
            i for i in range(len(row)) if start <= row.starts[i] and row.ends[i] <= end
        ]


@quick
@given(TEXTS)
def test_of_all_spans_together_as_many_words_are_counted_as_lie_within_each(text: str) -> None:
    row = split_words(text)
    bounds = combinations_with_replacement(range(len(text) + 1), 2)
    spans = [Span(0, start, end) for start, end in bounds]
    assert row.count_within(spans) == sum(len(row.within(one.start, one.end)) for one in spans)


@quick
@given(TEXTS)
def test_touching_are_the_words_with_a_character_inside(text: str) -> None:
    row = split_words(text)
    for start, end in combinations_with_replacement(range(len(text) + 1), 2):
        assert list(row.find_overlaps(start, end)) == [
            i for i in range(len(row)) if max(start, row.starts[i]) < min(end, row.ends[i])
        ]


@quick
@given(TEXTS)
def test_size_counts_a_word_as_one_and_an_unspaced_character_as_half(text: str) -> None:
    row = split_words(text)
    sizes = [0.5 if text[start] in UNSPACED else 1 for start in row.starts]
    for first, last in combinations_with_replacement(range(len(row) + 1), 2):
        assert size(row, first, last) == sum(sizes[first:last])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("caf&eacute; &Uuml;ber T&#xFC;r", "café Über Tür"),
        ("the&nbsp;owl&#160;sleeps", "the owl sleeps"),
        ("&ldquo;Owl,&rdquo; he said &mdash; once&hellip;", "“Owl,” he said — once…"),
        ("Ash &amp; Elm", "Ash & Elm"),
        ("feath&shy;er", "feather"),
        ("the owl&#8217;s nest", "the owl’s nest"),
    ],
)
def test_entities_are_the_signs_that_they_stand_for(written: str, meant: str) -> None:
    assert split_words(written).keys == split_words(meant).keys


@pytest.mark.parametrize("text", ["&euro;5", "5&#37;", "&minus;3.5", "&nosuch;", "Q&A;"])
def test_entities_of_signs_of_numbers_and_what_is_none_stay(text: str) -> None:
    assert split_words(text).keys == split_words(text.replace("&", " ").replace(";", " ")).keys


@quick
@given(odd_texts() | TEXTS | PLAIN_TEXTS)
def test_words_are_found_where_they_are_split(text: str) -> None:
    row, places = split_words(text), find_words(text)

    assert (places.starts, places.ends) == (row.starts, row.ends)
