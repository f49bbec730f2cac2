"""What the codebook says of a tag, in lines."""

from __future__ import annotations

from collections.abc import Mapping

from storage.tables.codebook import FIELDS, Field
from storage.tables.listed_tags import Tag
from storage.wording.terminal_text import reveal_line

LABELS: Mapping[Field, str] = {
    "definition": "Definition",
    "inclusion": "Include",
    "exclusion": "Exclude",
    "example": "Example",
}
"""What each is called for people."""


def tell_about(tag: Tag) -> list[str]:
    """Return a line for each thing that is said of a tag, the definition first."""
    told = [(LABELS[field], getattr(tag, field)) for field in FIELDS]
    return [f"{label}: {reveal_line(text)}" for label, text in told if text]
