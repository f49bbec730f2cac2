from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.export.html.note_html import render_note
from tests.storage.export.html.reading import XHTML, all_text, parsed_fragment

PIECES = [
    *("<script>", "</div>", "<img src=x onerror=y>", "&lt;", "[a](", "javascript:x", ")", "![p]("),
    *("\n", "\n\n", "# ", "- ", "> ", "```", "`", "*", "|", "http://h.example", "<", ">", "\ud800"),
    *("\x00", "owl", " "),
]
NOTES = st.lists(st.sampled_from(PIECES), max_size=15).map("".join)
ALLOWED = {
    *("p", "br", "em", "strong", "a", "code", "pre", "ul", "ol", "li", "blockquote", "hr"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}


@given(NOTES)
def test_a_note_makes_no_element_that_acts(note: str) -> None:
    fragment = parsed_fragment(render_note(note))

    for element in fragment.iter():
        if element is not fragment:
            assert element.tag.removeprefix(XHTML) in ALLOWED
            assert set(element.attrib) <= {"href", "rel", "title", "class", "start"}
            assert (element.get("href") or "https:").startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#x0a;script:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](notes.md)",
        "<javascript:alert(1)>",
    ],
)
def test_other_links_stay_text(link: str) -> None:
    assert "<a" not in render_note(link)


@pytest.mark.parametrize(
    "address", ["https://example.org/x", "http://example.org", "mailto:desk@example.org"]
)
def test_links_to_the_web_and_to_mail_are_links(address: str) -> None:
    (link,) = parsed_fragment(render_note(f"[page]({address})")).iter(f"{XHTML}a")

    assert (link.text, link.get("href"), link.get("rel")) == (
        "page",
        address,
        "noopener noreferrer",
    )


def test_a_picture_is_the_link_to_it() -> None:
    assert render_note("![owl](https://example.org/owl.png)") == (
        '<p>!<a href="https://example.org/owl.png" rel="noopener noreferrer">owl</a></p>\n'
    )


def test_line_breaks_stay_and_headings_stand_below_those_of_the_report() -> None:
    assert render_note("# Why\none\ntwo") == "<h4>Why</h4>\n<p>one<br />\ntwo</p>\n"


def test_html_is_text() -> None:
    fragment = parsed_fragment(render_note("<b>bold</b>\n\n<script>x</script>"))

    assert all_text(fragment).split() == ["<b>bold</b>", "<script>x</script>"]


def test_an_empty_note_is_nothing() -> None:
    assert render_note("") == ""
