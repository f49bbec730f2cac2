"""The Markdown of notes as HTML that can do nothing but be read."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from storage.export.escaping import escape_text
from storage.wording.terminal_text import reveal_text

_SCHEMES = ("http", "https", "mailto")
_HIGHEST_HEADING = 4
"""Above it stand the headings of the report."""


def render_note(note: str, *, is_own: bool = True) -> Markup:
    """Render a note: CommonMark with tables, or plain text if it is not the reader's own.

    A line break stays one. HTML in it is text, a picture is the link to it, and links lead to http,
    https and mailto only.
    """
    tokens = _markdown.parse(reveal_text(note) if is_own else escape_text(note))
    _lower_headings(tokens)
    # The renderer escapes whatever is not its own.
    return Markup(_markdown.renderer.render(tokens, _markdown.options, {}))


def leads_outside(url: str) -> bool:
    """Tell whether a link may go to `url`."""
    try:
        return urlsplit(url).scheme.lower() in _SCHEMES
    except ValueError:  # no address at all
        return False


def _lower_headings(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) + _HIGHEST_HEADING - 1
            token.tag = f"h{min(6, level)}"
        for inner in token.children or ():
            if inner.type == "link_open":
                inner.attrSet("rel", "noopener noreferrer")


def _make_parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    markdown.disable("image")
    markdown.validateLink = leads_outside  # type: ignore[method-assign]
    return markdown


_markdown = _make_parser()
