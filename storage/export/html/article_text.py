"""An article's text as HTML: nothing added to it but marks, numbers and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from storage.export.html.segments import Mark, cut_segments
from storage.wording.passage_kinds import PASSAGE_STYLES
from storage.wording.terminal_text import reveal_text
from textreuse import split_paragraphs

_STYLES = (*PASSAGE_STYLES, *(f"{style} weak" for style in PASSAGE_STYLES), "boilerplate")
"""Of what covers a stretch the first of these is seen: what is sure before what is weak."""

_BESIDE = ("note", "finding")
"""What is seen beside any of these."""


@dataclass
class Signs:
    """What is put between the characters of a text, by offset."""

    before: dict[int, list[Markup]] = field(default_factory=dict)
    """Stands where a stretch begins, after all that ends there."""
    behind: dict[int, list[Markup]] = field(default_factory=dict)

    def add_before(self, offset: int, sign: Markup) -> None:
        """Put a sign before the character at `offset`."""
        self.before.setdefault(offset, []).append(sign)

    def add_behind(self, offset: int, sign: Markup) -> None:
        """Put a sign behind the character that ends at `offset`."""
        self.behind.setdefault(offset, []).append(sign)


def render_text(text: str, marks: Iterable[Mark], signs: Signs) -> Markup:
    """Return the text in paragraphs, cut at all edges of `marks`.

    Without the signs it reads as the article does, white space included; control characters are
    shown as symbols, and no character is read as markup. A sign outside the text is left out.
    """
    starts, ends = _find_paragraphs(text)
    cuts = starts.keys() | ends | signs.before.keys() | signs.behind.keys()
    shown = reveal_text(text)
    parts: list[str] = []
    for start, end, covering in cut_segments(len(text), marks, cuts):
        if start in starts:
            parts.append(f'<p{starts[start]} dir="auto">')
        parts += signs.before.get(start, ())
        parts.append(_mark(escape(shown[start:end]), covering))
        parts += signs.behind.get(end, ())
        if end in ends:
            parts.append("</p>")
    return Markup("".join(parts))


def make_sign(kind: str, text: str, *, key: str, anchor: str, to: str, title: str) -> Markup:
    """Return a number that can be clicked; `title` says what it leads to."""
    return Markup(
        '<sup class="{}"><a id="{}" href="#{}" data-k="{}" title="{}" aria-label="{}">{}</a></sup>'
    ).format(kind, anchor, to, key, title, title, text)


def _find_paragraphs(text: str) -> tuple[dict[int, str], set[int]]:
    """Return where paragraphs begin, indents included, with their class, and where they end.

    What follows on the next line, without a blank one between, stands closer.
    """
    starts, ends = {}, set()
    before = 0
    for start, end in split_paragraphs(text):
        gap = text[before:start]
        begin = before + gap.rfind("\n") + 1
        starts[begin] = ' class="next"' if before and gap.count("\n") == 1 else ""
        ends.add(end)
        before = end
    return starts, ends


def _mark(html: Markup, covering: Sequence[Mark]) -> str:
    if not covering:
        return html
    keys = " ".join(dict.fromkeys(mark.key for mark in covering if mark.key))
    styles = {mark.style for mark in covering}
    passage = next((style for style in _STYLES if style in styles), "")
    classes = " ".join(filter(None, (passage, *(one for one in _BESIDE if one in styles))))
    attributes = _write_attributes({"class": classes, "data-k": keys})
    return f"<mark{attributes}>{html}</mark>"


def _write_attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value)
