"""How a report or table came about, so that a third person can repeat it."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.wording.terminal_text import reveal_line


class ComparedText(NamedTuple):
    """What tells the text that was compared from every other one."""

    sha256: str
    """Of the text in UTF-8, its lines parted by line feeds."""
    characters: int
    """Unicode code points."""
    boilerplate: int
    """Words taken for boilerplate, and left out."""


class Provenance(NamedTuple):
    """The program, its settings, the texts, and what the reader said of them."""

    version: str
    settings: str
    texts: tuple[ComparedText, ...]
    ignored: int
    """Passages that the reader ignores; they are in no figure."""
    verdicts: int
    """Places of which the reader said that they are boilerplate, or are not."""


def hash_text(content: str | bytes) -> str:
    """Return the SHA-256 of a text in UTF-8, or of bytes, as hexadecimal digits."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def describe_provenance(version: str, compared: ComparedStory) -> Provenance:
    """Return how the story was compared, by the program's `version`."""
    settings, comparison = compared.settings, compared.kept
    values = [f"{field.name}={getattr(settings, field.name)}" for field in fields(settings)]
    verdicts = comparison.verdicts
    texts = tuple(
        ComparedText(
            hash_text(article.text),
            len(article.text),
            comparison.word_count(index, comparison.boilerplate(index)),
        )
        for index, article in enumerate(compared.articles)
    )
    return Provenance(
        reveal_line(version),
        ", ".join(values),
        texts,
        len(compared.ignored),
        len(verdicts.boilerplate) + len(verdicts.reporting),
    )
