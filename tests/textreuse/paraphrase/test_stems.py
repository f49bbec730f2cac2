from __future__ import annotations

import pytest

from tests.textreuse.reports import ENGLISH, REPORTS
from tests.textreuse.stages import number_texts
from textreuse import Span, split_words
from textreuse.paraphrase.stems import NO_TERM, Terms, stem_words
from textreuse.text.corpus import Corpus
from textreuse.text.framing_words import list_framing_words
from textreuse.text.normalize import fold

FRAMED = ("english", "french", "german", "spanish")


def said_in(language: str, *said: str) -> str:
    """Return a text of that language that ends with the words `said`."""
    return " ".join((*REPORTS[language][0], *said))


def last_terms(found: Terms, row: Corpus, article: int, count: int) -> list[int]:
    """Return the terms of the last `count` words of an article."""
    end = row.first[article] + len(row.words[article])
    return found.at[end - count : end]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("english", "flight Flights FLIGHT flight's"),
        ("english", "cancel cancelled cancelling"),
        ("french", "masque masques"),
        ("german", "Schaf Schafe Schafen"),
        ("spanish", "soldado soldados"),
    ],
)
def test_forms_of_one_word_are_one_term(language: str, forms: str) -> None:
    row = number_texts(said_in(language, forms))

    found = last_terms(stem_words(row), row, 0, len(forms.split()))

    assert len(set(found)) == 1
    assert found[0] != NO_TERM


def test_different_words_are_different_terms() -> None:
    row = number_texts(said_in("english", "sheep wolves harbour 1897 240"))

    assert len(set(last_terms(stem_words(row), row, 0, 5))) == 5


def test_a_term_is_the_same_in_every_article() -> None:
    row = number_texts(said_in("english", "harbours"), " ".join(ENGLISH[1]) + " harbour")

    found = stem_words(row)

    assert last_terms(found, row, 0, 1) == last_terms(found, row, 1, 1) != [NO_TERM]


def test_each_article_is_stemmed_in_its_own_language() -> None:
    row = number_texts(said_in("german", "Schafen"), said_in("english", "Schafen"))

    found = stem_words(row)

    assert row.languages == ["german", "english"]
    assert last_terms(found, row, 0, 1) != last_terms(found, row, 1, 1)


def test_where_no_language_is_clear_words_stay_as_they_are() -> None:
    row = number_texts("flight flights flight Ravensberg")

    found = stem_words(row)

    assert row.languages == [None]
    assert found.at[0] == found.at[2] != found.at[1]


def test_a_genitive_is_the_same_term_in_any_language() -> None:
    found = stem_words(number_texts("Ravensberg Ravensberg’s Weller")).at

    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize("short", ["of", "an", "s", "x"])
def test_short_words_have_no_term(short: str) -> None:
    row = number_texts(said_in("english", short))

    assert last_terms(stem_words(row), row, 0, 1) == [NO_TERM]


@pytest.mark.parametrize("short", ["7", "11", "港", "да"])
def test_short_numbers_and_short_words_of_other_scripts_have_one(short: str) -> None:
    row = number_texts(said_in("english", short))

    assert last_terms(stem_words(row), row, 0, 1) != [NO_TERM]


def test_words_left_out_and_the_ends_of_articles_have_none() -> None:
    row = number_texts("harbour lighthouse storm", "harbour", left_out=(Span(0, 0, 18),))

    found = stem_words(row).at

    assert [term == NO_TERM for term in found] == [True, True, False, True, False, True]


def test_terms_are_counted_from_nought() -> None:
    row = number_texts("harbour lighthouse", "storm harbour")

    assert set(stem_words(row).at) == {NO_TERM, 0, 1, 2}


def test_no_texts_have_no_terms() -> None:
    assert stem_words(number_texts()).at == []
    assert stem_words(number_texts("", "…")).at == [NO_TERM, NO_TERM]


@pytest.mark.parametrize(
    ("language", "frames", "states"),
    [
        ("english", "says Saying president Tuesday reporters", "harbours sheep welders"),
        ("french", "ministres déclaré mardi journalistes", "masques tracteurs"),
        ("german", "erklärte Sprecher Dienstag Ministers", "Schafe Traktoren"),
        ("spanish", "ministros declaró martes periodistas", "máscaras tractores"),
    ],
)
def test_who_spoke_and_when_is_framing_in_any_form(language: str, frames: str, states: str) -> None:
    row = number_texts(said_in(language, frames, states))
    found = stem_words(row)
    count = len(states.split())

    framing = last_terms(found, row, 0, len(frames.split()) + count)[:-count]

    assert set(framing) <= found.framing[language]
    assert found.framing[language].isdisjoint(last_terms(found, row, 0, count))


def test_only_languages_that_are_written_here_bring_their_framing() -> None:
    english = number_texts(said_in("english", "lunes"))

    found = stem_words(english)

    assert list(found.framing) == ["english"]
    assert found.framing["english"].isdisjoint(last_terms(found, english, 0, 1))
    unclear = stem_words(number_texts("harbour lighthouse president"))
    assert unclear.framing == unclear.function == {None: frozenset()}


def test_the_function_words_of_a_language_are_known_as_such() -> None:
    english = number_texts(said_in("english", "the whose harbour"))
    found = stem_words(english)
    the, whose, harbour = last_terms(found, english, 0, 3)

    assert {the, whose} <= found.function["english"]
    assert harbour not in found.function["english"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the colours of neighbouring harbours", "the colors of neighboring harbors"),
        ("okay", "OK"),
        ("okay", "O.K."),
        ("eleven", "11"),
        ("analysed", "analyzed"),
        ("1.2m", "1.2"),
    ],
)
def test_spellings_of_one_word_have_one_term(one: str, other: str) -> None:
    texts = number_texts(said_in("english", one), said_in("english", other))
    found = stem_words(texts)
    count = len(split_words(one))

    assert last_terms(found, texts, 0, count) == last_terms(found, texts, 1, count)
    assert NO_TERM not in last_terms(found, texts, 0, 1)


@pytest.mark.parametrize("language", FRAMED)
def test_framing_words_are_folded(language: str) -> None:
    listed = list_framing_words(language)

    assert listed == [fold(word) for word in listed]
    assert listed


@pytest.mark.parametrize(
    "language",
    [
        "english",
        "french",
        "german",
        "spanish",
    ],
)
def test_framing_words_are_words_as_texts_have_them(language: str) -> None:
    for listed in list_framing_words(language):
        assert split_words(listed).keys == [listed]


@pytest.mark.parametrize("language", [None, "dutch", "klingon"])
def test_a_language_without_a_list_has_no_framing_words(language: str | None) -> None:
    assert list_framing_words(language) == []
