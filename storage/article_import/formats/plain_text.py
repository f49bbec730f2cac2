"""Plain text and Markdown, which are stored as they stand."""

from __future__ import annotations

from storage.article_import.decode_text import decode
from storage.article_import.front_matter import read_front_matter
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.wording.joined_words import join_words


def _read(document: Document) -> ParsedArticle:
    text, notice = decode(document.data)
    notices = filter(None, (notice, read_front_matter(text).notice))
    return ParsedArticle(text, notice=join_words(notices))


TEXT = InputFormat(
    name="text",
    called="a text",
    read=_read,
    endings=(".txt", ".md", ".markdown", ".text"),
    content_types=("text/plain", "text/markdown", "text/x-markdown"),
    articles="text, Markdown",
    is_plain=True,
)
"""What looks like nothing else."""
