"""Paragraphs of a written document, and how they become one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Whole = Literal["", "list", "table"]

_SPACE = re.compile(r"[ \t\r\f\v\u200b]+")
_LONG_CELL = 300
"""Characters of a cell above which its table sets out a page: cells of data are shorter."""
_MANY = 2
"""Paragraphs of a cell above which it does; of sentences two are enough."""
_SENTENCE = re.compile(r".*[.!?…][\"'”’»)\]]*$", re.DOTALL)


class Paragraph(NamedTuple):
    """One paragraph of a document, with words or signs in it."""

    text: str
    """Lines, where it has line breaks, without space at their ends."""
    level: int = 0
    """Of a heading, 1 to 9, its title 1; 0 for all else."""
    part_of: Whole = ""
    """What it is an item or a row of, together with its neighbours of that sort: no empty line
    stands between these."""


def make_paragraph(text: str, level: int = 0, part_of: Whole = "") -> Paragraph | None:
    """Return `text` as a paragraph, with plain spaces; None where there is nothing in it."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    clean = "\n".join(lines).strip("\n")
    return Paragraph(clean, level, part_of) if clean else None


def make_row(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """Return a row of a table as one line with bars, or its paragraphs where it sets out a page."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(map(_sets_out, filled)):
        return [paragraph for cell in filled for paragraph in cell]
    told = (" ".join(one.text.replace("\n", " ") for one in cell) for cell in cells)
    return [Paragraph(" | ".join(told).rstrip(" |").lstrip(), part_of="table")]


def _sets_out(cell: Sequence[Paragraph]) -> bool:
    """Tell whether a cell holds a piece of the text, and no value of a table."""
    has_sentences = len(cell) > 1 and all(_SENTENCE.match(one.text) for one in cell)
    return has_sentences or len(cell) > _MANY or sum(len(one.text) for one in cell) > _LONG_CELL


def join_paragraphs(paragraphs: Iterable[Paragraph]) -> str:
    """Return one text: an empty line between paragraphs, none between items and rows."""
    parts: list[str] = []
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if before is not None:
            parts.append("\n" if before.part_of == paragraph.part_of != "" else "\n\n")
        parts.append(paragraph.text)
        before = paragraph
    return "".join(parts)
