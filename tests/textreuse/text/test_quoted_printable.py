from __future__ import annotations

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse import compare, split_words
from textreuse.text.quoted_printable import list_quoted_signs

WHOLE = (
    "Die Drehbrücke über den Kanal – gebaut 1932 – bleibt gesperrt; „wir verlieren lieber eine"
    " Woche als einen Lastwagen“, sagte die Leiterin des Hafenamts am Montag den Wartenden."
)


def keys(text: str) -> list[str]:
    return split_words(text).keys


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_was_not_read_back_is_the_same_text(encoding: str, end: str) -> None:
    spelled = quopri.encodestring(WHOLE.encode(encoding)).decode().replace("\n", end)

    assert "=\n" in spelled.replace("\r", "")
    assert keys(spelled) == keys(WHOLE)
    assert [one.kind for one in compare([WHOLE, spelled]).passages] == ["verbatim"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("eng=\nineers found 20=\n26 cracks", "engineers found 2026 cracks"),
        ("engineers =\nfound=20\ncracks=20", "engineers found cracks"),
        ("caf=C3=\n=A9s and caf=E9s", "cafés and cafés"),
        ("x=5 and a=ed", "x 5 and a ed"),
        ("https://gazette.example/?q=20&p=AB", "https gazette example q 20 p ab"),
        ("Owl\n=====\nmoves", "owl moves"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert keys(text) == words.split()


@quick
@given(st.text("aé=C3A9 0\n\r2", max_size=20))
def test_signs_stand_where_they_are_spelled_out_and_are_no_longer(text: str) -> None:
    at = 0
    for start, end, sign in list_quoted_signs(text):
        assert at <= start < end <= len(text)
        assert 0 < len(sign) <= end - start
        at = end
