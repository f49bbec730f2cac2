"""Exports as two renderers show them: markdown-it-py, and cmark, the reference for CommonMark.

Both with tables and strikethrough, without GitHub's links for bare e-mail addresses: those are made
of text that is done with, and nothing in a file can keep them from it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import cmarkgfm
from hypothesis import given
from lxml import html
from markdown_it import MarkdownIt

from storage.export.escaping import quote_block
from storage.export.markdown.diff_marks import mark_changes
from storage.export.markdown.managed_blocks import Block, render_document
from storage.export.markdown.template import Safe, load
from storage.wording.terminal_text import reveal_line, reveal_lines
from tests.storage.desk import thoroughly
from tests.storage.export.test_escaping import hostile_texts
from textreuse import DiffPiece

_EXTENSIONS = ["table", "strikethrough"]
RENDERERS: dict[str, Callable[[str], str]] = {
    "markdown-it": MarkdownIt("commonmark").enable(_EXTENSIONS).render,
    "cmark": partial(
        cmarkgfm.markdown_to_html_with_extensions,
        options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE,
        extensions=_EXTENSIONS,
    ),
}
_STRUCTURE = (
    "script",
    "a",
    "img",
    "h1",
    "h2",
    "table",
    "tr",
    "td",
    "blockquote",
    "ul",
    "hr",
    "pre",
)


def sources(title: str, outlet: str) -> str:
    article = {"letter": "A", "link": Safe("Title"), "date": "", "words": 3, "outlet": outlet}
    article |= {"tags": [Safe("#seen")], "key": Safe("harker2026")}
    article |= {"coders": [outlet], "coded": f"marked as coded by {outlet}"}
    memo = {"about": title, "coder": outlet, "memo": Safe("Sure")}
    values = {"title": title, "compared": False, "articles": [article], "matrix": []}
    values["memos"] = [memo]
    return render_document({}, [Block("sources-1", load().render("sources", values))])


def make_version(words: str, others: str) -> dict[str, object]:
    shown = Safe(mark_changes([DiffPiece("inserted", "", words)]))
    return {"letter": "A", "paragraph": 1, "voice": others, "words": shown} | dict.fromkeys(
        ("name", "why"), others
    )


def statements(words: str, others: str) -> str:
    """Render the sections on what a story states; `others` stands for what is escaped."""
    version, place = make_version(words, others), {"letter": "A", "paragraph": 1}
    quiet = {"speaker": others, "words": version["words"], "places": [place, place]}
    finding = {"name": "Cut", "why": others, "versions": [version] * 2, "places": [place]}
    told = {"letters": "A", "letter": "A", "what": others, "why": others}
    values = {
        "title": "Owls",
        "compared": True,
        "articles": [],
        "memos": [],
        "matrix": [],
        "origins": {
            "summary": "2 articles",
            "order": "Published.",
            "caveat": others,
            "independent": [told],
            "derivations": [told],
            "pairs": [told | {"shared": 1, "in_quotations": 1}],
        },
        "quotations": [finding],
        "disagreements": [finding],
        "other_quotations": [quiet],
        "lone_quotations": 1,
        "dismissed": 1,
        "left_out": [{"letter": "A", "passages": [quiet]}],
    }
    return render_document({}, [Block("sources-1", load().render("sources", values))])


def note(quote: str, outlet: str) -> str:
    place = {"letter": "A", "outlet": outlet, "paragraph": 1}
    values = {
        "flavour": "commonmark",
        "coder": outlet,
        "quote": Safe(quote_block(quote)),
        "place": place,
        "state": "exact",
        "others": [place],
        "copies": [place | {"similarity": Safe("90%")}],
        "quotations": [{"speaker": outlet, "versions": [make_version(quote, outlet)]}],
        "note": Safe(""),
        "tags": [],
        "id": "1",
    }
    return render_document({}, [Block("note-1", load().render("note", values))])


def parsed(markdown: str, render: Callable[[str], str]) -> html.HtmlElement:
    return html.fromstring(f"<div>{render(markdown.split('---', 2)[2])}</div>")


def counts(found: html.HtmlElement) -> list[int]:
    return [len(found.findall(f".//{name}")) for name in _STRUCTURE]


@thoroughly
@given(hostile_texts, hostile_texts)
def test_no_title_or_outlet_makes_structure_in_either(title: str, outlet: str) -> None:
    for render in RENDERERS.values():
        found = parsed(sources(title, outlet), render)
        plain = parsed(sources("Title" if reveal_line(title) else "", "Outlet"), render)

        assert counts(found) == counts(plain)
        assert found.find(".//h1").text_content().split() == reveal_line(title).split()
        cells = found.findall(".//td")
        assert cells[2].text_content().split() == reveal_line(outlet).split()


@thoroughly
@given(hostile_texts, hostile_texts)
def test_no_quote_makes_structure_in_either(quote: str, outlet: str) -> None:
    for render in RENDERERS.values():
        found = parsed(note(quote, outlet), render)

        kinds = dict(zip(_STRUCTURE, counts(found), strict=True))
        assert {name for name, count in kinds.items() if count} <= {"blockquote", "ul"}
        assert kinds["blockquote"] == 1
        shown = found.find(".//blockquote").text_content()
        assert shown.split() == " ".join(reveal_lines(quote)).split()


@thoroughly
@given(hostile_texts, hostile_texts)
def test_nothing_that_is_found_makes_structure_in_either(words: str, others: str) -> None:
    for render in RENDERERS.values():
        found = parsed(statements(words, others), render)
        plain = parsed(statements("words" if reveal_line(words) else "", "others"), render)

        assert counts(found) == counts(plain)
