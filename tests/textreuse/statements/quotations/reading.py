"""Ask one text for its quotations, as short strings."""

from __future__ import annotations

from textreuse.statements.quotations.find_quotations import find_quotations
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import build_corpus
from textreuse.text.prepared_text import PreparedText


def read(text: str) -> tuple[Quotation, ...]:
    return find_quotations(build_corpus([PreparedText(text)]), 0)


def quote(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in read(text)]


def speakers(text: str) -> list[str]:
    """Return "kind: name" of each quotation; "unresolved" alone."""
    return [
        f"{one.speaker.kind}: {one.speaker.name}" if one.speaker.name else one.speaker.kind
        for one in read(text)
    ]
