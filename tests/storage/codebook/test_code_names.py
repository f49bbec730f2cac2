from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.codebook.code_names import shorten_names, tell_apart
from storage.codebook.refi_codes import make_codes, read_codes
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.desk import quickly

_names = st.lists(st.sampled_from("a b c".split()), min_size=1, max_size=3).map("/".join)


@quickly
@given(st.lists(_names, min_size=1, unique=True).map(sorted))
def test_codes_have_names_of_their_own_and_get_their_old_ones_back(names: list[str]) -> None:
    codes = make_codes([CodebookEntry(name) for name in names])
    plain = [one.get("name") for one in codes.iter("Code")]
    tell_apart(codes)
    told = [one.get("name") for one in codes.iter("Code")]
    assert len(told) == len(set(told))
    paths = shorten_names(codes)
    assert [one.get("name") for one in codes.iter("Code")] == plain
    assert set(names) <= set(paths.values())
    assert [one.name for one in read_codes(codes).entries] == names


def test_a_code_that_is_called_like_a_path_keeps_its_name() -> None:
    codes = make_codes([CodebookEntry("a"), CodebookEntry("b")])
    codes[0].set("name", "x/y")
    shorten_names(codes)
    assert codes[0].get("name") == "x/y"
