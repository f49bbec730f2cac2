from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.search.snippets import BEGIN, END, cut_snippet


def test_the_stretch_with_most_matches_is_shown() -> None:
    text = f"{BEGIN}tide{END} " + "nothing else here " * 30
    text += f"then the {BEGIN}tide{END} met the {BEGIN}barrier{END} and stayed"
    snippet = cut_snippet(text)
    shown = [snippet.text[begin:end] for begin, end in snippet.matches]
    assert shown == ["tide", "barrier"]
    assert snippet.text.startswith("…")
    plain = text.replace(BEGIN, "").replace(END, "")
    assert snippet.start == plain.rindex("tide")
    assert plain[snippet.start : snippet.end] == "tide"


def test_a_text_without_a_match_is_shown_from_its_beginning() -> None:
    snippet = cut_snippet("Two\nlines")
    assert snippet.text == "Two lines"
    assert snippet.matches == ()
    assert snippet.start is None


@given(st.lists(st.tuples(st.text(max_size=80), st.text(min_size=1, max_size=20)), max_size=8))
def test_matches_are_where_the_snippet_says(parts: list[tuple[str, str]]) -> None:
    marked = "".join(f"{between}{BEGIN}{match}{END}" for between, match in parts)
    plain = "".join(between + match for between, match in parts)
    snippet = cut_snippet(marked)
    assert bool(snippet.matches) == bool(parts)
    if snippet.start is not None:
        whole = plain[snippet.start : snippet.end]
        assert whole in {match for _, match in parts}
        begin, end = snippet.matches[0]
        assert whole.startswith(snippet.text[begin:end]) or any(c.isspace() for c in whole)
    assert len(snippet.text) <= 162
