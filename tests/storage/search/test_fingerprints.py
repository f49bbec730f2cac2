from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.library import Library
from storage.models import NewArticle
from storage.search.winnowing import hash_runs, winnow
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add
from textreuse import split_words

SENTENCE = "The harbour master told the council that nobody had rung the right telephone that night"

VOCABULARY = st.lists(st.sampled_from("one two three four five six seven".split()), max_size=40)


@given(VOCABULARY, VOCABULARY, st.lists(st.text("abcdef", min_size=1), min_size=7, max_size=12))
def test_seven_words_in_a_row_share_a_fingerprint(
    before: list[str], after: list[str], common: list[str]
) -> None:
    alone = winnow(hash_runs(split_words(" ".join(common))))
    within = winnow(hash_runs(split_words(" ".join([*before, *common, *after]))))
    assert alone & within


@given(st.lists(st.integers()))
def test_of_every_window_the_least_is_kept(values: list[int]) -> None:
    kept = winnow(values)
    assert kept <= set(values)
    for at in range(len(values) - 3):
        assert min(values[at : at + 4]) in kept


def test_a_hash_is_the_same_in_every_process() -> None:
    assert hash_runs(split_words("One two three four")) == hash_runs(
        split_words("one Two, three—four")
    )
    assert hash_runs(split_words("one two three four")) == [-533552205]


def test_articles_are_found_as_soon_as_they_are_in(library: Library) -> None:
    article, _ = library.articles.add(NewArticle(f"First. {SENTENCE}. More.", "First"))
    assert library.fingerprints.count_shared(split_words(SENTENCE)).keys() == {article.id}
    assert (
        library.fingerprints.count_shared(split_words("Something wholly other is asked for here"))
        == {}
    )


def test_what_stands_in_very_many_articles_tells_nothing(library: Library) -> None:
    for number in range(51):
        library.articles.add(NewArticle(f"{SENTENCE}. Number {number}.", "One of many"))
    assert library.fingerprints.count_shared(split_words(SENTENCE)) == {}


def test_missing_fingerprints_are_made_up_for(library: Library) -> None:
    article, _ = library.articles.add(NewArticle(SENTENCE, "First"))
    assert library.fingerprints.catch_up() == 0
    with library.transaction():
        library._db.execute("DELETE FROM fingerprint")
        library._db.execute("UPDATE fingerprinted SET scheme = 0")
    assert library.fingerprints.catch_up() == 1
    assert library.fingerprints.count_shared(split_words(SENTENCE)).keys() == {article.id}


def test_fingerprints_in_common_and_their_counts(library: Library) -> None:
    text = f"{OWL} {MILL}"
    for one in (text, f"{text} {PARADE}", HONEY):
        add(library, one)

    groups = list(library.fingerprints.find_common())

    assert groups
    assert {tuple(group) for group in groups} == {(1, 2)}
    counts = library.fingerprints.count_all()
    assert len(groups) <= counts[1] < counts[2]
    assert set(counts) == {1, 2, 3}
