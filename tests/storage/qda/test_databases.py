from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import ReadError
from storage.qda.html_positions import HtmlText
from storage.qda.project import Value
from tests.storage.desk import MILL, OWL, quickly
from tests.storage.qda.made_databases import QUALCODER, TAGUETTE, make, read

RAW = f"\ufeff{OWL} 😀\r\n{MILL}"
"""A text as QualCoder has it: every sign counts."""


def code(words: str, *, number: int, cid: int, memo: str = "", owner: str = "Anna") -> list[object]:
    at = RAW.index(words)
    return [
        *(number, cid, 1, words, at, at + len(words)),
        *(owner, "2026-03-05 10:30:00", memo),
    ]


@pytest.fixture
def qualcoder(tmp_path: Path) -> Path:
    belfry = RAW.index("belfry")
    return make(
        tmp_path / "data.qda",
        QUALCODER,
        {
            "project": [["v12", "2026-01-01", "All of it.", ""]],
            "source": [
                [1, "Owls", RAW, None, "A memo.", "Anna", "2026-03-05 10:30:00"],
                [2, "Photo", None, "/images/a.png", "", "Anna", "2026-03-05 10:30:00"],
            ],
            "code_cat": [[1, "claim", "", "", "", None], [2, "figure", "", "", "Numbers.", 1]],
            "code_name": [
                [1, "claim/disputed", "What is said.", 1, "", "", "#F5D0A9", None],
                [2, "owl", "", None, "", "", "#00FF00", None],
                [3, "barn", "", None, "", "", "", 2],
                [4, "loop", "", None, "", "", "", 4],
            ],
            "code_text": [
                code("paper mill", number=1, cid=1),
                code("paper mill", number=2, cid=2),
                code("paper mill", number=3, cid=2, owner="default"),
                code("school", number=4, cid=3, memo="Which?"),
                [5, 1, 1, "", 900, 990, "Anna", "", ""],
            ],
            "code_image": [[1, 2, 1]],
            "annotation": [[1, 1, belfry, belfry + 6, "Where?", "Bob", "2026-03-05 10:30:00"]],
            "attribute_type": [["Group", "", "", "A set.", "file", "character"]],
            "attribute": [
                [1, "Outlet", "file", "Gazette", 1],
                [2, "Group", "file", "Group", 1],
                [3, "Age", "case", "12", 1],
                [4, "Empty", "file", "", 1],
            ],
            "cases": [[1, "Miller", "", "", ""]],
            "case_text": [[1, 1, 1, 0, 0], [2, 1, 1, 5, 9]],
            "journal": [[1, "Day one", "We began.", "2026-03-05 10:30:00", "Anna"]],
        },
    )


def test_a_project_of_qualcoder_has_all_that_was_coded_in_its_texts(qualcoder: Path) -> None:
    project = read(qualcoder)
    (text,) = project.texts
    assert text.text == f"{OWL} 😀\n{MILL}"
    assert [
        (text.text[one.start : one.end], one.codes, one.note, one.coder) for one in text.places
    ] == [
        ("paper mill", ("claim/disputed", "owl"), "", "Anna"),
        ("paper mill", ("owl",), "", ""),
        ("school", ("owl/barn",), "Which?", "Anna"),
        ("belfry", (), "Where?", "Bob"),
    ]
    assert text.places[0].created == "2026-03-05T10:30:00.000Z"
    assert [(one.name, one.definition, one.colour) for one in project.codes] == [
        ("claim/figure", "Numbers.", None),
        ("claim/disputed", "What is said.", "orange"),
        ("owl", "", "green"),
        ("owl/barn", "", None),
        ("loop", "", None),
    ]
    assert text.values == (Value("Outlet", "Gazette"), Value("Case", "Miller"), Value("Age", "12"))
    assert [(one.name, one.memos[0].text) for one in project.sets] == [("Group", "A set.")]
    assert [(memo.text, memo.coder) for memo in text.memos] == [("A memo.", "Anna")]
    assert [memo.text for memo in project.memos] == ["All of it.", "Day one\n\nWe began."]
    assert [(one.name, one.why) for one in project.left_out] == [
        ("1 coding of “Owls”", "are not inside its text"),
        ("“Photo”", "is no text"),
        ("1 coding", "of pictures cannot be kept here"),
    ]


PAGE = "<h1>Owls 😀</h1>\n<p>The  <b>mill</b> &amp; more.<br>Next</p><ul><li>one</li></ul>"
ALL = "Owls 😀\nThe  mill & more.Nextone"
"""All text of the page, as a browser holds it."""


def highlight(number: int, words: str) -> list[object]:
    begin = len(ALL[: ALL.index(words)].encode())
    return [number, 1, begin, begin + len(words.encode()), f"<p>{words}</p>"]


def test_a_category_of_qualcoder_that_is_called_like_an_attribute_is_a_variable(
    tmp_path: Path,
) -> None:
    rows: dict[str, list[list[object]]] = {
        "code_cat": [[1, "author", "", "", "Who writes."], [2, "claim", "", "", ""]],
        "code_name": [[1, "woman", "", 1], [2, "disputed", "", 2]],
        "attribute_type": [["author (tag)"]],
    }
    project = read(make(tmp_path / "data.qda", QUALCODER, rows))
    assert [(one.name, one.is_variable) for one in project.codes] == [
        *(("author", True), ("author/woman", False), ("claim/disputed", False))
    ]
    assert project.notices == ()


def test_a_project_of_taguette_has_its_highlights_tags_and_who_made_them(tmp_path: Path) -> None:
    said = {"type": "highlight_add", "highlight_id": 1, "start_offset": 0, "end_offset": 1}
    path = make(
        tmp_path / "owls.sqlite3",
        TAGUETTE,
        {
            "projects": [[1, "Owl study", "How owls are told.", "2026-03-05 10:30:00.000000"]],
            "documents": [[1, "Owls", "One page.", "owls.html", "", 1, "LEFT_TO_RIGHT", PAGE]],
            "tags": [
                [1, 1, "people", "Who."],
                [2, 1, "people.miller", ""],
                [3, 1, "U.S. policy", ""],
                [4, 1, "and/or", ""],
            ],
            "highlights": [
                highlight(1, "😀\nThe  mill"),
                highlight(2, "more.Next"),
                highlight(3, "\n"),
                [4, 1, 500, 600, ""],
            ],
            "highlight_tags": [[1, 1], [1, 2], [2, 3], [2, 4]],
            "commands": [
                [1, "2026-03-05 10:30:00.5", "bob", 1, 1, json.dumps(said)],
                [2, "", "bob", 1, 1, "no JSON"],
            ],
        },
    )
    project = read(path)
    (text,) = project.texts
    assert project.name == "Owl study"
    assert text.text == "Owls 😀\n\nThe mill & more.\nNext\n\none"
    assert [
        (text.text[one.start : one.end], one.codes, one.coder, one.created) for one in text.places
    ] == [
        ("😀\n\nThe mill", ("people", "people/miller"), "bob", "2026-03-05T10:30:00.500Z"),
        ("more.\nNext", ("U.S. policy", "and-or"), "", ""),
    ]
    assert [memo.text for memo in (*text.memos, *project.memos)] == [
        "One page.",
        "How owls are told.",
    ]
    assert [(one.name, one.why) for one in project.left_out] == [
        ("2 highlights of “Owls”", "are not inside its text")
    ]


_PARTS = st.recursive(
    st.text(st.sampled_from("ab é😀中\n "), max_size=5).map(lambda text: (text, text)),
    lambda inside: st.builds(
        lambda name, parts: (
            f"<{name}>{''.join(markup for markup, _ in parts)}</{name}>",
            "".join(text for _, text in parts),
        ),
        st.sampled_from(["b", "i", "span", "div", "blockquote"]),
        st.lists(inside, max_size=3),
    ),
    max_leaves=8,
)


@quickly
@given(st.lists(_PARTS, min_size=1, max_size=4), st.data())
def test_a_highlight_has_the_words_that_a_browser_counts(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    whole = "".join(text for _, text in parts)
    page = HtmlText("".join(markup for markup, _ in parts))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    place = page.find(len(whole[:start].encode()), len(whole[:end].encode()))
    words = "".join(whole[start:end].split())
    assert "".join(page.text.split()) == "".join(whole.split())
    assert (place is None) == (not words)
    if place is not None:
        assert "".join(page.text[slice(*place)].split()) == words


def test_other_databases_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="neither of QualCoder nor of Taguette"):
        read(make(tmp_path / "a.sqlite3", {"article": "id"}, {}))
    (tmp_path / "b.sqlite3").write_bytes(b"no database")
    with pytest.raises(ReadError, match="is no database"):
        read(tmp_path / "b.sqlite3")


def test_views_of_a_database_are_not_run(tmp_path: Path) -> None:
    tables = {name: columns for name, columns in QUALCODER.items() if name != "code_cat"}
    view = "CREATE VIEW code_cat AS SELECT * FROM code_name"
    with pytest.raises(ReadError, match="neither"):
        read(make(tmp_path / "data.qda", tables, {}, view))
