from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reading import text_of
from tests.textreuse.stories import thorough
from textreuse import compare, split_words
from textreuse.text.normalize import fold, fold_punctuation, unify_line_breaks

PLAIN = "\"It's the chef's last co-op cafe,\" Zoe's official file said in a long final note."

SPELLINGS = {
    "curly quotes": PLAIN.replace("'", "’").replace('"', "”"),
    "left single and angle quotes": PLAIN.replace("'", "‘").replace('"', "«"),
    "the letter apostrophe": PLAIN.replace("'", "\u02bc"),
    "backticks": PLAIN.replace("'", "`"),
    "acute accents": PLAIN.replace("'", "´"),
    "primes": PLAIN.replace("'", "\u2032"),
    "the apostrophe of Windows": PLAIN.replace("'", "\u0092"),
    "UTF-8 read as Windows-1252": PLAIN.replace("'", "â€™"),
    "UTF-8 read as Latin-1": PLAIN.replace("'", "\u00e2\u0080\u0099"),
    "entities": PLAIN.replace("'", "&rsquo;").replace("e&rsquo;s o", "e&#39;s o"),
    "UTF-8 read as Windows-1252, twice": PLAIN.replace("'", "Ã¢â‚¬â„¢"),
    "Mac Roman read as Latin-1": PLAIN.replace("'", "Õ"),
    "what could not be decoded": PLAIN.replace("'", "\ufffd"),
    "what could not be decoded, as Windows-1252": PLAIN.replace("'", "ï¿½"),
    "apostrophes of a string in a program": PLAIN.replace("'", "\\'"),
    "marks of direction": PLAIN.replace("chef", "\u202achef\u202c").replace("fi", "f\u200ei"),
    "what could not be encoded": PLAIN.replace("'", "?"),
    "full-width apostrophes": PLAIN.replace("'", "\uff07"),
    "typographic hyphens": PLAIN.replace("-", "\u2010"),
    "hyphens that do not break": PLAIN.replace("-", "\u2011"),
    "dashes": PLAIN.replace("-", "–"),
    "capitals": PLAIN.upper(),
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "narrow no-break spaces": PLAIN.replace(" ", "\u202f"),
    "line breaks": PLAIN.replace(" ", "\n"),
    "soft hyphens": PLAIN.replace("official", "of\u00adfi\u00adcial"),
    "zero-width spaces": PLAIN.replace("official", "offi\u200bcial"),
    "zero-width joiners": PLAIN.replace("final", "fi\u200d\u200cnal"),
    "word joiners": PLAIN.replace("co-op", "co\u2060-\u2060op"),
    "byte order marks": PLAIN.replace("last", "la\ufeffst"),
    "ligatures": PLAIN.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
    "full-width letters": PLAIN.replace("last", "\uff4c\uff41\uff53\uff54"),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_two_spellings_are_one_verbatim_passage(spelling: str) -> None:
    comparison = compare([f"He read on. {PLAIN}", f"{spelling} Then she left."])

    (passage,) = comparison.passages
    assert passage.kind == "verbatim"
    assert passage.similarity == 1
    assert text_of(comparison, passage.left) == PLAIN
    assert text_of(comparison, passage.right) == spelling
    assert len(passage.runs) == 1


def test_composed_and_decomposed_letters_are_one_verbatim_passage() -> None:
    composed = normalize("NFC", "Señor Åström's café in Łódź served crème brûlée to naïve Zoë.")

    (passage,) = compare([composed, normalize("NFD", composed)]).passages

    assert passage.kind == "verbatim"


def test_korean_syllables_and_their_letters_are_one_verbatim_passage() -> None:
    composed = "오늘 아침 항구에서 배가 오렌지를 싣고 떠났다"

    (passage,) = compare([composed, normalize("NFD", composed)]).passages

    assert passage.kind == "verbatim"


def test_case_is_folded_beyond_ascii() -> None:
    assert fold("STRASSE ΟΔΟΣ ДОМ") == fold("straße οδος дом")


def test_accents_are_kept() -> None:
    assert fold("résumé") != fold("resume")


def test_every_dash_becomes_the_hyphen_and_every_double_quote_the_straight_one() -> None:
    assert {fold_punctuation(mark) for mark in "-‐‑‒–—―−"} == {"-"}
    assert {fold_punctuation(mark) for mark in '"“”„‟«»'} == {'"'}
    assert {fold_punctuation(mark) for mark in "'‘’ʼ`´′＇\u0092"} == {"'"}


def test_a_backtick_in_a_word_of_ascii_is_an_apostrophe_too() -> None:
    assert fold("We`ve") == fold("we've") == fold("WE’VE")


@pytest.mark.parametrize("text", ["Why? So", "Why?So", "caf\ufffd s", "JOÕES", "a&b", "?s", "Q?sa"])
def test_a_sign_that_may_be_another_letter_is_no_apostrophe(text: str) -> None:
    assert not any("'" in key for key in split_words(text).keys)


def test_line_breaks_are_unified_in_their_places() -> None:
    assert unify_line_breaks("a\x0bb\x0cc\x85d\u2028e\u2029f\ng") == "a\nb\nc\nd\ne\nf\ng"


def test_other_marks_stay_what_they_are() -> None:
    assert [fold_punctuation(mark) for mark in ".,;:!?()"] == list(".,;:!?()")


@thorough
@given(st.text(st.characters()))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@thorough
@given(st.text())
def test_the_way_letters_are_composed_makes_no_difference(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text)) == fold(text)
