from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from storage.export.html.article_text import Signs, make_sign, render_text
from storage.export.html.segments import Mark
from storage.wording.passage_kinds import PASSAGE_STYLES
from storage.wording.terminal_text import reveal_text
from tests.storage.desk import thoroughly
from tests.storage.export.html.reading import XHTML, Element, all_text, parsed_fragment

HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    "</style>",
    "</script>",
    "<!-- -->",
    "&amp;",
    "&",
    '" onclick="x',
    "'",
    "\x1b[31m",
    "\x00",
    "\u202e",
    "\u2066",
    "\ud800",
    "\udfff",
    "\u2028",
    "\r",
    "👩‍👩‍👧",
    "国会",
]
TEXTS = st.lists(
    st.sampled_from([*HOSTILE, "owl", " ", "\n", "\n\n", "\t", "  ", "Mr. Hill."]), max_size=20
).map("".join)
STYLES = st.sampled_from([*PASSAGE_STYLES, "note", "boilerplate", ""])
MARKS = st.lists(
    st.builds(
        Mark, st.integers(0, 60), st.integers(0, 60), st.sampled_from(["p1", "pR2", "n1"]), STYLES
    ),
    max_size=8,
)


def marks_in(html: str) -> list[Element]:
    return parsed_fragment(html).findall(f".//{XHTML}mark")


@thoroughly
@given(TEXTS, MARKS)
def test_the_page_shows_the_text_and_nothing_else(text: str, marks: list[Mark]) -> None:
    fragment = parsed_fragment(render_text(text, marks, Signs()))

    assert all_text(fragment) == reveal_text(text)
    assert {element.tag for element in fragment.iter()} <= {
        "DOCUMENT_FRAGMENT",
        f"{XHTML}p",
        f"{XHTML}mark",
    }


@thoroughly
@given(TEXTS, MARKS)
def test_each_key_covers_the_characters_of_its_marks(text: str, marks: list[Mark]) -> None:
    fragment = parsed_fragment(render_text(text, marks, Signs()))

    shown = reveal_text(text)
    for key in ("p1", "pR2", "n1"):
        places = {
            offset
            for mark in marks
            if mark.key == key
            for offset in range(mark.start, min(mark.end, len(text)))
        }
        covered = [
            all_text(element)
            for element in fragment.findall(f".//{XHTML}mark")
            if key in (element.get("data-k") or "").split()
        ]
        assert "".join(covered) == "".join(shown[offset] for offset in sorted(places))


@given(TEXTS, st.lists(st.integers(0, 60), max_size=6))
def test_signs_stand_where_they_belong(text: str, offsets: list[int]) -> None:
    signs = Signs()
    for offset in offsets:
        signs.add_before(offset, Markup("<i>\ue000{}\ue001</i>").format(offset))

    fragment = parsed_fragment(render_text(text, [], signs))

    for offset in set(offsets):
        if offset < len(text):
            before = all_text(fragment).split(f"\ue000{offset}\ue001")[0]
            assert re.sub("\ue000\\d+\ue001", "", before) == reveal_text(text[:offset])
    assert all_text(fragment).count("\ue000") == sum(offset < len(text) for offset in offsets)


def test_paragraphs_line_breaks_and_indents_stay() -> None:
    html = render_text("One\n\n  A verse\n    of two lines\n", [], Signs())

    assert str(html) == (
        '<p dir="auto">One</p>\n\n'
        '<p dir="auto">  A verse</p>\n<p class="next" dir="auto">    of two lines</p>\n'
    )


def test_the_surest_kind_is_shown_where_several_meet() -> None:
    marks = [
        Mark(0, 9, "pR1", "repeat"),
        Mark(0, 6, "p2", "paraphrase"),
        Mark(4, 9, "p1", "verbatim"),
        Mark(6, 9, "n1", "note"),
    ]

    found = [
        (all_text(mark), mark.get("class"), mark.get("data-k"))
        for mark in marks_in(render_text("the owlet", marks, Signs()))
    ]

    assert found == [
        ("the ", "paraphrase", "p2 pR1"),
        ("ow", "verbatim", "p1 p2 pR1"),
        ("let", "verbatim note", "n1 p1 pR1"),
    ]


def test_a_sign_says_only_what_it_is_told() -> None:
    html = make_sign("number", "<1>", key="p1", anchor="p1-1", to="p1-2", title='"><script>')

    (anchor,) = parsed_fragment(html).findall(f".//{XHTML}a")

    assert (anchor.text, anchor.get("title"), anchor.get("href")) == ("<1>", '"><script>', "#p1-2")
