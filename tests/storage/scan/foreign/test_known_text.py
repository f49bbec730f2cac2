from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.scan.foreign.known_text import LEFT_OUT, join_pieces, place_in_file

WHOLE = "".join(chr(0x4E00 + number) for number in range(200))


@given(st.lists(st.tuples(st.integers(0, 199), st.integers(1, 60)), min_size=1, max_size=8))
def test_each_piece_stands_at_its_place_once(stretches: list[tuple[int, int]]) -> None:
    pieces = {(begin, min(begin + length, 200)) for begin, length in stretches}
    known = join_pieces((begin, end, WHOLE[begin:end]) for begin, end in pieces)
    for (begin, end), (start, stop) in known.places.items():
        assert known.text[start:stop] == WHOLE[begin:end]
    assert known.places.keys() == pieces
    said = known.text.replace(LEFT_OUT, "")
    assert len(said) == len(set(said))


def test_pieces_that_contradict_each_other_stand_apart() -> None:
    known = join_pieces([(0, 4, "abcd"), (2, 6, "xyz!"), (2, 3, "b")])
    assert known.text == f"abcd{LEFT_OUT}xyz!{LEFT_OUT}b"


@given(st.text("aé漢🦉 \n", min_size=1), st.data())
def test_bytes_become_characters(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    first, last = len(text[:begin].encode()), len(text[:end].encode())
    known = place_in_file(text.encode(), [(first, last, " ".join(text[begin:end].split()))])
    assert known is not None
    assert known.places == {(first, last): (begin, end)}
    assert place_in_file(text.encode(), [(first, last, "else")]) is None
    assert place_in_file(b"\xff", [(0, 1, "y")]) is None
