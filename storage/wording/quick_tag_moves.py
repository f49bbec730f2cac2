"""What a quick tag is now, and whose number it was."""

from __future__ import annotations


def describe_quick_tag(number: int, tag: str, before: str, where: str = "") -> str:
    """Return that a number stands for a tag, and for the one `before`, if any, no more.

    `where` says in which stories, in words that follow the tag.
    """
    told = f"Quick tag {number} is now #{tag}{where}"
    return f"{told}, no longer #{before}." if before else f"{told}."
