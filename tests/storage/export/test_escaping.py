from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from storage.export.escaping import escape_line, make_link, protect_markers, quote_block
from storage.export.markdown.managed_blocks import Block, merge, render_document
from storage.wording.terminal_text import reveal_line, reveal_lines
from tests.storage.desk import thoroughly

# GitHub's Markdown: tables, strikethrough, and web addresses that become links by themselves.
GITHUB = MarkdownIt("gfm-like")
assert GITHUB.linkify is not None
GITHUB.linkify.set({"fuzzy_link": False, "fuzzy_email": False}).add("mailto:", None)

hostile_texts = st.one_of(
    st.text(
        st.sampled_from("\\`*_{}[]()<>#+-.!|~$^%&=:;/@?'\" \t\nab1w\x1b\u00a0\u2028\u202e")
        | st.characters(),
        max_size=60,
    ),
    st.lists(
        st.sampled_from(
            [
                *("<!--", "-->", "<script>", "</b>", "[a](b)", "![a](b)", "https://e.org"),
                *("www.e.org", "a@e.org", "```", "~~~", "***", "---", "===", "1. ", "- ", "+ "),
                *("# ", "> ", "    ", "\n", "\t", "&amp;", "&#42;", "[^1]", "[[a]]", "==a=="),
                *("%%a%%", "$a$", "~~a~~", "__a__", "|", "^note-1", "\\", "  \n", "a", "1", " "),
                *("<!-- copydesk:end note-1 -->", "|---|", ":-:", "`", "mailto:a@e.org", "ftp://e"),
            ]
        ),
        max_size=12,
    ).map("".join),
)


class Rendered(NamedTuple):
    """What a Markdown text came out as."""

    blocks: list[str]
    """The kinds of its blocks, in order."""
    inline: set[str]
    """The kinds of what stands inside them."""
    words: list[list[str]]
    """The words of each block that has any."""


def rendered(markdown: str) -> Rendered:
    tokens = GITHUB.parse(markdown)
    lines = [token.children or [] for token in tokens if token.type == "inline"]
    texts = [
        "".join("\n" if one.type.endswith("break") else one.content for one in line)
        for line in lines
    ]
    return Rendered(
        [
            token.type.removesuffix("_open")
            for token in tokens
            if token.nesting >= 0 and token.type != "inline"
        ],
        {one.type for line in lines for one in line},
        [text.split() for text in texts if text.split()],
    )


class TestEscaped:
    @thoroughly
    @given(hostile_texts)
    def test_any_line_reads_as_it_stood(self, text: str) -> None:
        shown = rendered(escape_line(text))

        words = reveal_line(text).split()
        assert shown.blocks == ["paragraph"] * bool(words)
        assert shown.inline <= {"text"}
        assert shown.words == ([words] if words else [])

    @thoroughly
    @given(hostile_texts)
    def test_any_line_is_one_heading(self, text: str) -> None:
        shown = rendered(f"# {escape_line(text)}\n")

        words = reveal_line(text).split()
        assert shown.blocks == ["heading"]
        assert shown.inline <= {"text"}
        assert shown.words == ([words] if words else [])

    @thoroughly
    @given(hostile_texts)
    def test_any_line_is_one_cell_of_a_table(self, text: str) -> None:
        shown = rendered(f"| first | second |\n| --- | --- |\n| {escape_line(text)} | last |\n")

        words = reveal_line(text).split()
        cells = [["first"], ["second"], words, ["last"]]
        assert shown.blocks == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
        assert shown.inline <= {"text"}
        assert shown.words == [cell for cell in cells if cell]

    @pytest.mark.parametrize(
        "text",
        [
            "See https://example.org now",
            "<https://example.org>",
            "[owl](https://example.org)",
            "ftp://example.org",
        ],
    )
    def test_an_address_is_no_link(self, text: str) -> None:
        assert rendered(escape_line(text)) == Rendered(["paragraph"], {"text"}, [text.split()])

    def test_an_address_that_begins_with_www_is_no_link_on_github(self) -> None:
        assert escape_line("See www.example.org now") == r"See www\.example.org now"

    def test_plain_words_stay_plain(self) -> None:
        line = "“The owl’s nest”, he said – 3.5 metres up (at 10:30 a.m.) – is ours!"

        assert escape_line(line) == line


class TestQuoted:
    @thoroughly
    @given(hostile_texts)
    def test_any_text_is_one_block_quote(self, text: str) -> None:
        shown = rendered(quote_block(text))

        assert shown.blocks[0] == "blockquote"
        assert set(shown.blocks[1:]) <= {"paragraph"}
        assert shown.inline <= {"text", "hardbreak"}
        told = [word for line in reveal_lines(text) for word in line.split()]
        assert [word for line in shown.words for word in line] == told

    @thoroughly
    @given(hostile_texts)
    def test_what_follows_is_outside(self, text: str) -> None:
        shown = rendered(f"{quote_block(text)}\n\n— **A** Gazette\n")

        assert shown.words[-1] == ["—", "A", "Gazette"]
        assert GITHUB.parse(f"{quote_block(text)}\n\nend")[-1].level == 0

    def test_lines_stay_lines_and_paragraphs_stay_apart(self) -> None:
        assert quote_block("One\ntwo\n\n  three") == "> One  \n> two  \n>\n> three"


class TestLinked:
    @pytest.mark.parametrize(
        "url",
        [
            *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc"),
            *("vbscript:x", "//example.org", "example.org", "/owl", "", " javascript:x", None),
            *("java\nscript:alert(1)", "\x01javascript:alert(1)", "mailto:a@example.org"),
        ],
    )
    def test_what_is_no_web_address_is_not_linked(self, url: str | None) -> None:
        assert make_link("Owl *moves* in", url) == escape_line("Owl *moves* in")

    @pytest.mark.parametrize("url", ["http://[", "https://[::1", "http://e]", "https://\ud800.org"])
    def test_a_broken_address_does_no_harm(self, url: str) -> None:
        assert rendered(make_link("Owl", url)).words == [["Owl"]]

    @pytest.mark.parametrize(
        ("url", "target"),
        [
            ("https://example.org/owl?id=1&of=2#top", "https://example.org/owl?id=1&of=2#top"),
            ("HTTP://example.org", "HTTP://example.org"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/a%20b", "https://example.org/a%20b"),
            ("https://example.org/>(x)|\\", "https://example.org/%3E%28x%29%7C%5C"),
            ("https://example.org/ü", "https://example.org/%C3%BC"),
            ("https://example.org/?a&copy;b&#42;", "https://example.org/?a&copy;b&#42;"),
        ],
    )
    def test_the_link_leads_where_the_address_says(self, url: str, target: str) -> None:
        line = make_link("Owl", url)
        (inline,) = (token for token in GITHUB.parse(line) if token.type == "inline")

        (link,) = (one for one in inline.children or [] if one.type == "link_open")
        assert link.attrs == {"href": target}
        assert rendered(line).words == [["Owl"]]

    @thoroughly
    @given(hostile_texts, hostile_texts)
    def test_any_title_and_address_are_one_cell_with_at_most_that_link(
        self, title: str, address: str
    ) -> None:
        cell = make_link(title, f"https://{address}")

        shown = rendered(f"| first | second |\n| --- | --- |\n| {cell} | last |\n")

        assert shown.blocks == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
        assert shown.inline <= {"text", "link_open", "link_close"}
        cells = [["first"], ["second"], reveal_line(title).split(), ["last"]]
        assert shown.words == [cell for cell in cells if cell]


class TestOwnWords:
    def test_markdown_stays_markdown(self) -> None:
        note = "See *this*:\n\n- [source](https://example.org)\n- `code`\n\n> quoted"

        assert protect_markers(note) == note

    def test_control_characters_are_made_visible(self) -> None:
        assert protect_markers("\x1b[2J\tgone\n") == "␛[2J\tgone"

    def test_a_marker_cannot_be_forged(self) -> None:
        assert "<!--" not in protect_markers("<!-- copydesk:end note-1 -->\n<!<!----")
        assert "%% copydesk" not in protect_markers("%% copydesk:end note-1 %%")
        assert protect_markers("100 %% sure %%") == "100 %% sure %%"

    @pytest.mark.parametrize(
        ("note", "end"),
        [
            ("```python\nx", "\n```"),
            ("~~~~\n```\nx\n~~~", "\n~~~~"),
            ("  ```\nx\n`````", ""),
            ("```a`b\nx", ""),
            ("    ```\nx", ""),
            ("```\nx\n``` y", "\n```"),
        ],
    )
    def test_code_ends_with_the_note(self, note: str, end: str) -> None:
        assert protect_markers(note) == note + end

    @pytest.mark.parametrize("note", ["<script>", "<PRE\nx", "<?x", "<!DOCTYPE", "<![CDATA[x"])
    def test_html_that_would_go_on_ends_with_the_note(self, note: str) -> None:
        assert protect_markers(note) == f"&lt;{note[1:]}"

    @thoroughly
    @given(st.text(st.sampled_from("`~ \nx<!?-")))
    def test_what_follows_a_note_is_read_as_ever(self, note: str) -> None:
        parsed = MarkdownIt().parse(f"{protect_markers(note)}\n\n# After\n")
        assert [token.content for token in parsed if token.type == "inline"][-1] == "After"

    @pytest.mark.parametrize("text", ["%%", "%%%", "100 %% sure", "%%%%"])
    def test_no_comment_of_obsidians_is_begun(self, text: str) -> None:
        written = protect_markers(text, is_obsidian=True)

        assert "%%" not in written
        assert written.replace("\\", "") == text

    @thoroughly
    @given(hostile_texts)
    def test_whatever_a_note_says_exporting_again_changes_nothing(self, text: str) -> None:
        blocks = [
            Block("note-1", protect_markers(text)),
            Block("note-2", protect_markers(f"{text}\n{text}")),
        ]
        written = render_document({"title": '"Owl"'}, blocks)

        assert merge(written, {"title": '"Owl"'}, blocks, force=False).text == written

    @thoroughly
    @given(hostile_texts)
    def test_whatever_a_note_says_it_ends_where_its_block_ends(self, text: str) -> None:
        written = render_document(
            {}, [Block("note-1", protect_markers(text)), Block("note-2", "Second")]
        )

        again = merge(
            written, {}, [Block("note-1", "First"), Block("note-2", "Second")], force=True
        )

        assert again.text == render_document(
            {}, [Block("note-1", "First"), Block("note-2", "Second")]
        )


@pytest.mark.parametrize("mark", ["\n", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_a_quote_has_the_lines_of_its_text(mark: str) -> None:
    assert quote_block(f"An owl.{mark}A mill.") == "> An owl.  \n> A mill."
