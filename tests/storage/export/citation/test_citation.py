from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from storage.export.citation.citation import cite, clean_quote
from storage.export.citation.citation_style import (
    PLACEHOLDERS,
    STYLES,
    CitationStyle,
    TemplateError,
    find_unknown,
)
from storage.export.citation.text_fragment import link_to_quote
from storage.models import Article
from storage.wording.terminal_text import reveal_line, reveal_lines, reveal_text
from tests.storage.desk import MILL, OWL, thoroughly
from tests.storage.export.test_escaping import hostile_texts, rendered

TEXT = f"{MILL}\n\n{OWL}"
EXTENT = TEXT.index("barn owl"), TEXT.index(" has moved")
KNOWN = Article(
    id="1",
    text=TEXT,
    title="Owl moves in",
    outlet="The Herald",
    author="Jane Doe",
    published="2026-03-05T08:30:00+00:00",
    url="https://example.org/owl",
    path=None,
    words=26,
    added="2026-03-06T00:00:00+00:00",
)
UNKNOWN = replace(KNOWN, outlet="", author=None, published=None, url=None)
ALL = "|".join(f"{{{name}}}" for name in PLACEHOLDERS)


def cited(article: Article, style: str | CitationStyle = "markdown") -> str:
    chosen = STYLES[style] if isinstance(style, str) else style
    return cite(article, TEXT[slice(*EXTENT)], EXTENT, chosen)


def all_of(text: str, extent: tuple[int, int] | None, style: str = "markdown") -> str:
    return cite(replace(KNOWN, text=text), text, extent, STYLES[style])


class TestStyles:
    @pytest.mark.parametrize(
        ("style", "whole", "bare"),
        [
            (
                "markdown",
                (
                    "> barn owl\n\n— [Owl moves in](<https://example.org/owl#:~:text=barn%20owl>),"
                    " Jane Doe, The Herald, 2026-03-05"
                ),
                "> barn owl\n\n— Owl moves in",
            ),
            (
                "plain",
                (
                    "“barn owl”\nOwl moves in, Jane Doe, The Herald, 2026-03-05\n"
                    "https://example.org/owl#:~:text=barn%20owl"
                ),
                "“barn owl”\nOwl moves in",
            ),
            (
                "footnote",
                (
                    "“barn owl”^[Jane Doe, [Owl moves in]"
                    "(<https://example.org/owl#:~:text=barn%20owl>), The Herald, 2026-03-05.]"
                ),
                "“barn owl”^[Owl moves in.]",
            ),
            (
                "reference",
                (
                    "Jane Doe. [Owl moves in](<https://example.org/owl#:~:text=barn%20owl>)."
                    " *The Herald*. 2026-03-05."
                ),
                "Owl moves in.",
            ),
        ],
        ids=list(STYLES),
    )
    def test_what_is_not_known_leaves_nothing_behind(
        self, style: str, whole: str, bare: str
    ) -> None:
        assert cited(KNOWN, style) == whole
        assert cited(UNKNOWN, style) == bare

    @pytest.mark.parametrize("style", STYLES)
    def test_every_style_has_only_placeholders_that_there_are(self, style: str) -> None:
        assert find_unknown(STYLES[style].template) == []

    def test_an_own_style_may_hold_every_placeholder(self) -> None:
        link = "https://example.org/owl#:~:text=barn%20owl"
        assert cited(KNOWN, CitationStyle(ALL)) == (
            "barn owl|Owl moves in|The Herald|Jane Doe|2026-03-05|<https://example.org/owl>"
            f"|<{link}>|[Owl moves in](<{link}>)|2|"
        )
        assert cited(KNOWN, CitationStyle("{link} {url}", "plain")) == (
            f"Owl moves in <{link}> https://example.org/owl"
        )

    def test_a_citation_key_is_named_as_pandoc_reads_it(self) -> None:
        assert cited(replace(KNOWN, citation_key="doe_2026")).endswith(", 2026-03-05 [@doe_2026]")
        assert cited(replace(KNOWN, citation_key="](x)")).endswith(", 2026-03-05")

    def test_placeholders_may_stand_in_one_another(self) -> None:
        style = CitationStyle("{title}{outlet: ({}{date:, {}}{paragraph:, paragraph {}})} {{ok}}")
        assert cited(KNOWN, style) == "Owl moves in (The Herald, 2026-03-05, paragraph 2) {ok}"
        assert cited(UNKNOWN, style) == "Owl moves in {ok}"

    def test_an_outlet_may_be_called_a_source_as_in_earlier_versions(self) -> None:
        style = CitationStyle("{title}{source:, {}{source: of {}}}")
        assert find_unknown(style.template) == []
        assert cited(KNOWN, style) == "Owl moves in, The Herald of The Herald"
        assert cited(UNKNOWN, style) == "Owl moves in"

    def test_words_that_are_no_longer_there_have_a_page_but_no_place(self) -> None:
        style = CitationStyle("{quote}{paragraph: in {}} {quote_url}")
        found = cite(KNOWN, "gone", None, style)
        assert found == "gone <https://example.org/owl>"

    def test_paragraphs_of_a_quote_stay_apart_and_begin_as_the_first_one(self) -> None:
        text = "One\ntwo\n\nthree"
        assert all_of(text, None).startswith("> One  \n> two  \n>\n> three\n\n— ")
        plain = cite(KNOWN, text, None, CitationStyle(">> {quote}!", "plain"))
        assert plain == ">> One\n>> two\n>>\n>> three!"
        assert cite(KNOWN, text, None, CitationStyle("a > {quote}")) == "a > One two three"


class TestTemplates:
    @pytest.mark.parametrize("template", ["{quote", "quote}", "{date: ({}", "{a:{b}", "{date:{}}}"])
    def test_a_lonely_brace_is_a_mistake(self, template: str) -> None:
        with pytest.raises(TemplateError):
            find_unknown(template)

    @pytest.mark.parametrize(
        ("template", "names"),
        [
            ("{qoute} {date}", ["qoute"]),
            ("{}", [""]),
            ("{0}", ["0"]),
            ("{ quote }", [" quote "]),
            ("{quote!r}", ["quote!r"]),
            ("{quote.__class__}", ["quote.__class__"]),
            ("{quote[0]}", ["quote[0]"]),
            ("{outlet:{publisher}}", ["publisher"]),
            ("{{quote}}", []),
        ],
    )
    def test_what_is_no_placeholder_is_named(self, template: str, names: list[str]) -> None:
        assert find_unknown(template) == names

    def test_a_template_that_is_too_deep_is_a_mistake(self) -> None:
        with pytest.raises(TemplateError):
            find_unknown("{quote:" * 5000 + "}" * 5000)

    @thoroughly
    @given(
        st.lists(
            st.sampled_from(["{", "}", "{{", ":", "!", "[", "a", " ", *PLACEHOLDERS]), max_size=12
        ).map("".join)
    )
    def test_any_template_is_refused_or_can_be_filled(self, template: str) -> None:
        try:
            if find_unknown(template):
                return
        except TemplateError:
            return
        assert isinstance(cited(UNKNOWN, CitationStyle(template)), str)


class TestEscaping:
    @thoroughly
    @given(hostile_texts, hostile_texts, hostile_texts)
    def test_any_article_makes_one_quote_and_one_line(
        self, text: str, title: str, outlet: str
    ) -> None:
        article = replace(KNOWN, text=text, title=title, outlet=outlet, author=outlet)

        found = cite(article, text, (0, len(text)))
        shown = rendered(found)

        assert shown.blocks[0] == "blockquote"
        assert set(shown.blocks[1:]) == {"paragraph"}
        assert shown.inline <= {"text", "hardbreak", "link_open", "link_close"}
        words = [word for line in shown.words[:-1] for word in line]
        assert words == " ".join(reveal_lines(text.strip())).split()
        assert " ".join(shown.words[-1]).startswith(f"— {reveal_line(title)}".strip())

    @thoroughly
    @given(hostile_texts, hostile_texts)
    def test_any_quote_in_running_text_is_one_paragraph(self, text: str, title: str) -> None:
        article = replace(KNOWN, text=text, title=title)

        shown = rendered(cite(article, text, (0, len(text)), CitationStyle("“{quote}” {link}")))

        assert shown.blocks == ["paragraph"]
        assert shown.inline <= {"text", "link_open", "link_close"}
        said = " ".join(shown.words[0])
        assert said.startswith(f"“{reveal_line(text)}”")

    @thoroughly
    @given(hostile_texts)
    def test_the_link_leads_where_the_fragment_says(self, text: str) -> None:
        article = replace(KNOWN, text=text)
        tokens = MarkdownIt().parse(cite(article, text, (0, len(text))))
        links = [
            one.attrs["href"]
            for token in tokens
            for one in token.children or []
            if one.type == "link_open"
        ]
        assert links == [link_to_quote("https://example.org/owl", text, 0, len(text))]

    @thoroughly
    @given(hostile_texts, st.sampled_from(sorted(STYLES)))
    def test_nothing_that_acts_on_a_terminal_is_copied(self, text: str, style: str) -> None:
        copied = all_of(text, (0, len(text)), style) + clean_quote(text)
        assert reveal_text(copied) == copied

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", ""])
    def test_what_is_no_web_address_is_left_out(self, url: str) -> None:
        article = replace(KNOWN, url=url)
        assert cited(article, CitationStyle("{link}{url: {}}{quote_url: {}}")) == "Owl moves in"
