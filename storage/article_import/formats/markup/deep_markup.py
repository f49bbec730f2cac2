"""Markup nested deeper than libxml2 goes: the same text with fewer tags around it."""

from __future__ import annotations

import html
from collections import Counter
from html.parser import HTMLParser

from storage.article_import.formats.markup.html_elements import BLOCKS, SILENT

_DEEPEST = 50
"""Levels of elements that are left. libxml2 takes 254, but where each of them holds text, what
looks for the article takes the outer ones for no part of it."""
_MORE = 40
"""Levels below that for paragraphs, and for what holds no text of the page."""
_PARAGRAPHS = frozenset("dd dt h1 h2 h3 h4 h5 h6 li p pre".split())
_WITHOUT_END = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_ENDED_BY_ITS_LIKE = frozenset("dd dt li option td th tr".split())


def flatten_markup(markup: str) -> str:
    """Return markup with the same text in at most 90 levels of elements.

    Elements below that are taken for what is in them; of blocks a line break is left. Comments
    and processing instructions go. Takes time in proportion to the markup, however deep it is.
    """
    flattener = _Flattener()
    flattener.feed(markup)
    flattener.close()
    return "".join(flattener.parts)


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Elements that are open, and whether they are left."""
        self._counts: Counter[str] = Counter()
        self._levels = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        innermost = self._open[-1][0] if self._open else ""
        if (innermost == "p" and tag in BLOCKS) or innermost == tag in _ENDED_BY_ITS_LIKE:
            self._close()
        if tag in _WITHOUT_END:
            self.parts.append(self.get_starttag_text() or "")
            return
        most = _DEEPEST + (_MORE if tag in _PARAGRAPHS or tag in SILENT else 0)
        is_left = self._levels < most
        self._open.append((tag, is_left))
        self._counts[tag] += 1
        self._levels += is_left
        if is_left:
            self.parts.append(self.get_starttag_text() or "")
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._counts[tag]:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        # The text of a script is text to the last sign.
        self.parts.append(data if self.cdata_elem else html.escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")

    def _close(self) -> str:
        """Close the innermost element; returns which."""
        tag, is_left = self._open.pop()
        self._counts[tag] -= 1
        self._levels -= is_left
        if is_left:
            self.parts.append(f"</{tag}>")
        else:
            self._break(tag)
        return tag

    def _break(self, tag: str) -> None:
        if tag in BLOCKS and self.parts[-1:] != ["<br>"]:
            self.parts.append("<br>")
