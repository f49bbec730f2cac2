"""A file of three blocks, exported and exported again."""

from __future__ import annotations

import yaml

from storage.export.markdown.managed_blocks import Block, MergedFile, merge, render_document

HEAD = {"title": '"Owls"', "tags": '["bird"]'}
SOURCES = Block("sources", "# Owls\n\n| A | Gazette |\n\n**A** #bird")
FIRST = Block("note-1", "> A barn owl\n\nWhich barn?")
SECOND = Block("note-2", "> The choir")
THIRD = Block("note-3", "> The belfry")
BLOCKS = [SOURCES, FIRST, THIRD]
DELETED = "*Deleted in Copydesk; remove this block when you no longer need it.*"


def export(*blocks: Block) -> str:
    return render_document(HEAD, blocks or BLOCKS)


def again(existing: str, *blocks: Block, force: bool = False) -> str:
    return exported(existing, *blocks, force=force).text


def exported(existing: str, *blocks: Block, force: bool = False) -> MergedFile:
    return merge(existing, HEAD, blocks or BLOCKS, force=force)


def head_of(text: str) -> dict[str, object]:
    """Return the front matter as a program reads it."""
    _, lines, _ = text.replace("\r\n", "\n").split("---\n", 2)
    loaded = yaml.safe_load(lines)
    assert isinstance(loaded, dict)
    return loaded
