"""What a name is: a person, an organisation or a place, with all places where a text names it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textreuse.statements.names.first_names import Gender
from textreuse.text.spans import Span

NameKind = Literal["person", "organisation", "place", "other"]
"""Other: written as a name, and nothing in the text tells of what."""


class Mention(NamedTuple):
    """One place where a text names somebody."""

    span: Span
    """With its title, without a possessive 's."""
    name: str
    """Its words without the title."""
    title: str
    """The words of the title before it, "Sen." or "House Speaker"; empty where there is none."""
    is_possessive: bool
    """Whether an 's or an apostrophe follows."""


class Role(NamedTuple):
    """What a text says that somebody is."""

    span: Span
    """All of it: "president of the pilots' union"."""
    head: str
    """Its noun, folded, in one form for each: "senator" for "Sen."."""


class Name(NamedTuple):
    """Somebody, and what one text says of who it is."""

    kind: NameKind
    name: str
    """The longest form that the text gives, without titles."""
    gender: Gender
    """Of a person, from titles and first names, where they are sure and agree."""
    mentions: tuple[Mention, ...]
    """By place, at least one."""
    roles: tuple[Role, ...]
    """By place; titles are among them."""

    def __hash__(self) -> int:
        # By the first place alone: a text may name one person thousands of times.
        return hash((self.name, self.mentions[0]))
