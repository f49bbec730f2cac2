"""Plain text and Markdown, which are stored as they stand."""

from __future__ import annotations

from storage.decoding import decode
from storage.sources.found import Found
from storage.sources.input_format import Document, InputFormat


def _read(document: Document) -> Found:
    text, encoding = decode(document.data)
    return Found(text, notice=f"was read as {encoding}" if encoding is not None else "")


TEXT = InputFormat(
    name="text",
    called="a text",
    read=_read,
    endings=(".txt", ".md"),
    content_types=("text/plain", "text/markdown", "text/x-markdown"),
    articles="text, Markdown",
    is_plain=True,
)
"""What looks like nothing else."""
