from __future__ import annotations

from tests.textreuse.reports import ENGLISH, REPORTS
from tests.textreuse.stages import count_texts


def named_in(one: str, other: str = "") -> set[str]:
    """Return the words, folded, whose terms are names in these two texts."""
    found = count_texts(one, other)
    keys = [key for row in found.corpus.words for key in (*row.keys, "")]
    return {
        key
        for key, term in zip(keys, found.terms.at, strict=True)
        if found.names.is_name(term, (0, 1))
    }


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    text = f"{' '.join(ENGLISH[0])} The old ferry met Brandt in Ravensberg on the 1897 bridge."

    assert named_in(text) == {"brandt", "ravensberg", "1897"}


def test_a_capital_that_opens_a_sentence_makes_none() -> None:
    assert named_in("Brandt waits for the ferry. Wolves killed the sheep.") == set()


def test_a_word_that_is_mostly_small_is_no_name() -> None:
    assert named_in("The Ferry left. The ferry sank. A ferry burned.") == set()
    assert named_in("The Ferry left. The ferry sank. So the Ferry burned, a Ferry.") == {"ferry"}


def test_both_articles_tell_what_is_a_name_and_no_third_one() -> None:
    assert "marsh" in named_in("They met Marsh yesterday.", "So did we.")
    assert "marsh" not in named_in("They met Marsh yesterday.", "So did the marsh and a marsh.")
    found = count_texts("They met Marsh yesterday.", "So did we.", "So did the marsh and a marsh.")
    marsh = found.terms.at[2]
    assert found.names.is_name(marsh, (0, 1))
    assert not found.names.is_name(marsh, (0, 2))


def test_german_nouns_are_no_names() -> None:
    assert named_in(" ".join(REPORTS["german"][0])) == set()


def test_german_figures_are() -> None:
    assert named_in(" ".join(REPORTS["german"][0]) + " Das war im Jahr 1897 so.") == {"1897"}


def test_scripts_without_capitals_have_no_names() -> None:
    assert named_in("渡船在黎明时离开旧港口，没有人受伤。") == set()
