from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.stories import any_texts, odd_texts, quick
from tests.work import count_calls
from textreuse.statements.names.find_names import find_names
from textreuse.statements.names.name import Name
from textreuse.text.corpus import Corpus, build_corpus
from textreuse.text.prepared_text import PreparedText


def corpus_of(text: str) -> Corpus:
    return build_corpus([PreparedText(text)])


def names_of(text: str) -> dict[str, Name]:
    return {name.name: name for name in find_names(corpus_of(text), 0)}


def peak_of(job: Callable[[], object]) -> int:
    """Return how many bytes `job` holds at most."""
    tracemalloc.start()
    try:
        job()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def mentions(text: str, name: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in names_of(text)[name].mentions]


def test_a_surname_belongs_to_the_longest_name_that_has_it() -> None:
    text = (
        "The pilot, Ann B. Carter, sailed. Ms. Carter was glad, and so was Mr. Dole, said Carter."
    )

    assert mentions(text, "Ann B. Carter") == ["Ann B. Carter", "Ms. Carter", "Carter"]
    assert names_of(text)["Ann B. Carter"].gender == "female"
    assert names_of(text)["Dole"].gender == "male"


def test_who_is_named_over_and_over_takes_time_that_grows_with_how_often() -> None:
    few, many = (corpus_of("Ann Lee met Lee. " * times) for times in (50, 200))

    assert count_calls(partial(find_names, many, 0)) <= 5 * count_calls(partial(find_names, few, 0))


def test_a_run_of_capitals_takes_memory_that_grows_with_its_length() -> None:
    few, many = (
        corpus_of(" ".join(f"{chr(ord('A') + at % 26)}son{at}" for at in range(words)))
        for words in (200, 800)
    )
    names_of("Ann Lee left.")  # What is made once for a language.

    assert peak_of(partial(find_names, many, 0)) <= 6 * peak_of(partial(find_names, few, 0))


def test_two_bearers_of_a_surname_are_told_apart_by_titles_and_by_who_was_named_last() -> None:
    text = (
        "The skipper Paul Stone met Mary Stone. Mr. Stone left. "
        "The owner Mary Stone stayed. Later Stone sold it."
    )

    assert mentions(text, "Paul Stone") == ["Paul Stone", "Mr. Stone"]
    assert mentions(text, "Mary Stone") == ["Mary Stone", "Mary Stone", "Stone"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The boat went to Sen. Yoru Kalb, who paid.", "Yoru Kalb", "person"),
        ("The boat went to harbour pilot Yoru Kalb.", "Yoru Kalb", "person"),
        ("The boat went to Yoru Kalb, a retired pilot.", "Yoru Kalb", "person"),
        ("The boat went to Secretary of State Ruth Kalb.", "Ruth Kalb", "person"),
        ("The boat went to New Jersey Republican Ruth Kalb.", "Ruth Kalb", "person"),
        ("The boat went to Speaker John A. Kalb at noon.", "John A. Kalb", "person"),
        ("It went to the Pilots Association.", "Pilots Association", "organisation"),
        ("The boat went to the Ministry of Fish today.", "Ministry of Fish", "organisation"),
        ("The boat went to Vice President-elect Yoru Kalb.", "Yoru Kalb", "person"),
        ("The boat went to the Department of Justice today.", "Department of Justice",
         "organisation"),
        ("The boat went to the HPA today.", "HPA", "organisation"),
        ("The boat went to Norway and to Iceland from Scotland.", "Scotland", "place"),
        ("Das Schiff gehört Frau Kern, und das ist auch gut für die Stadt.", "Kern", "person"),
    ],
)  # fmt: skip
def test_kinds_are_told_by_titles_roles_and_head_words(text: str, name: str, kind: str) -> None:
    assert names_of(text)[name].kind == kind


def test_a_surname_belongs_to_the_only_longer_name_that_ends_with_it() -> None:
    assert mentions("It was Yoru Kalb who came. The boat of Kalb was late.", "Yoru Kalb") == [
        "Yoru Kalb",
        "Kalb",
    ]
    assert "Kalb" in names_of("It was Yoru Kalb, not Mino Kalb, who came. The boat of Kalb left.")


def test_a_part_of_a_name_behind_a_hyphen_may_have_a_small_letter() -> None:
    assert "Yoru Ki-moon" in names_of("The boat went to Yoru Ki-moon in May.")
    assert "Yoru Republican-led" not in names_of("It was Yoru Republican-led states like.")


def test_an_acronym_belongs_to_the_name_it_abbreviates() -> None:
    text = "The Association of Harbour Pilots met. The pilots of the A.H.P. agreed, the AHP said."

    assert mentions(text, "Association of Harbour Pilots") == [
        "Association of Harbour Pilots",
        "A.H.P.",
        "AHP",
    ]


def test_roles_stand_before_and_behind_names() -> None:
    text = "Gov. Ann Lee met union organizer Bob Ray, and Carl Poe, a senator from the north, left."
    names = names_of(text)

    assert [role.head for role in names["Ann Lee"].roles] == ["governor"]
    assert [role.head for role in names["Bob Ray"].roles] == ["organizer"]
    assert [role.head for role in names["Carl Poe"].roles] == ["senator"]


def test_words_that_open_sentences_name_nobody() -> None:
    text = (
        "Boats are late. Late boats cost money. Nobody likes boats that are late. But Ann Lee does."
    )

    assert list(names_of(text)) == ["Ann Lee"]


@quick
@given(any_texts() | odd_texts())
def test_mentions_lie_in_the_text_and_apart(text: str) -> None:
    names = find_names(build_corpus([PreparedText(text)]), 0)
    spans = sorted(one.span for name in names for one in name.mentions)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert list(names) == sorted(names, key=lambda name: name.mentions[0].span)


def test_the_full_stop_of_jr_is_of_the_name_and_its_apposition_is_read() -> None:
    name = names_of("Paul Stone Jr., the pilot, sailed with Mary Lee III.")["Paul Stone Jr."]

    assert [role.head for role in name.roles] == ["pilot"]
    assert "Mary Lee III" in names_of("Paul Stone sailed with Mary Lee III.")


def test_a_dash_parts_two_names() -> None:
    assert {"Ann Lee", "Paul Stone"} <= names_of("They asked Ann Lee -- Paul Stone said.").keys()


def test_a_title_before_an_office_is_part_of_its_name() -> None:
    named = names_of("They wrote to the Justice Department and to Justice Bank.")

    assert named["Justice Department"].kind == "organisation"
    assert named["Bank"].kind == "person"


def test_a_newspaper_keeps_the_last_word_of_its_name() -> None:
    text = "The Norvik Times said so, and Ann Lee told The Times. At times it is late."

    assert names_of(text)["Norvik Times"].kind == "organisation"
    assert len(mentions(text, "Times")) == 1


def test_kin_in_a_list_behind_a_name_is_nobody_it_describes() -> None:
    assert names_of("Robin Stone, his mother and two sisters came.")["Robin Stone"].roles == ()
    roles = names_of("Robin Stone, her mother, said no.")["Robin Stone"].roles
    assert [role.head for role in roles] == ["mother"]


def test_a_surname_before_its_title_is_the_same_person() -> None:
    text = "The boat left. Stone waved. Senator Stone did not speak."

    assert mentions(text, "Stone") == ["Stone", "Senator Stone"]


def test_a_faith_or_party_is_no_surname() -> None:
    assert names_of("He met Roman Catholic priests.")["Roman Catholic"].kind == "other"


def test_a_word_that_opens_a_sentence_may_begin_the_name_of_an_organisation() -> None:
    text = "Harbour Club members met. The harbour is old. Harbour members met."

    assert [name for name in names_of(text) if "Harbour" in name] == ["Harbour Club"]
