from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import textreuse
from storage.search import text_measures
from storage.search.text_measures import cut_pieces, list_hashes, measure_text
from storage.search.winnowing import hash_runs, winnow
from tests.storage.desk import HONEY, MILL, OWL
from textreuse import split_words

WORDS = st.lists(
    st.sampled_from("owl mill U.S. 1,5 don't 猫が。 été \n ­x Σς".split(" ")), max_size=60
)
TEXTS = WORDS.map(" ".join) | WORDS.map("\n".join) | st.text("ab .,'1\n猫。", max_size=200)


@given(TEXTS, st.integers(1, 40))
def test_pieces_give_what_the_whole_gives(text: str, size: int) -> None:
    whole = split_words(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_measures, "_PIECE", size)
        measures = measure_text(text)
        listed = list_hashes(text)

    assert measures.words == len(whole)
    assert list(measures.iterate_fingerprints()) == sorted(winnow(hash_runs(whole)))

    assert listed.words == len(whole)
    assert list(listed.row) == hash_runs(whole)


@given(TEXTS, st.integers(1, 40))
def test_pieces_are_the_text_and_end_where_no_word_goes_on(text: str, size: int) -> None:
    pieces = list(cut_pieces(text, size))

    assert "".join(pieces) == text
    assert all(len(piece) > size and piece[-1] in " \n。" for piece, _ in pairwise(pieces))


def test_a_long_text_is_never_cut_into_words_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = 0

    def split(text: str) -> textreuse.Words:
        nonlocal longest
        longest = max(longest, len(text))
        return split_words(text)

    monkeypatch.setattr(textreuse, "split_words", split)
    text = f"{OWL} {MILL}\n{HONEY} " * 8000

    assert measure_text(text).words == 8000 * len(split_words(f"{OWL} {MILL} {HONEY}"))
    assert longest < 300_000 < len(text) / 4
