"""Reads an export to Markdown: front matter, tables and notes."""

from __future__ import annotations

import re

import yaml

from storage.export.markdown.document import export_story
from storage.library import Library
from storage.models import Story


def exported(library: Library, story: Story) -> str:
    return str(export_story(library, library.stories.get(story.id)))


def front_matter(text: str) -> dict[str, object]:
    loaded = yaml.safe_load(text.split("---\n", 2)[1])
    assert isinstance(loaded, dict)
    return loaded


def rows(text: str, first_heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    below = text.split(f"## {first_heading}\n", 1)[1]
    table = re.split(r"\n## |\n<!--", below)[0]
    return [line[2:-2].split(" | ") for line in table.split("\n") if line.startswith("|")][2:]


def note_block(text: str, number: int = 0) -> str:
    """Return the body of a note, by its place in the file."""
    marker = r"(?:<!--|%%)"
    found = rf"{marker} copydesk:begin note-\S+ \S+ (?:-->|%%)\n(.*?)\n{marker} copydesk:end"
    blocks = re.findall(found, text, re.DOTALL)
    return str(blocks[number])
