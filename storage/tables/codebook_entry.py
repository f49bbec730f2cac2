"""A tag as a codebook defines it."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Colour = Literal["yellow", "orange", "red", "pink", "violet", "blue", "teal", "green", "grey"]
COLOURS: tuple[Colour, ...] = get_args(Colour)
"""What a tag may be coloured with; how each looks is the screen's matter."""


class CodebookEntry(NamedTuple):
    """A tag, what it is for and how it is used; as `storage.wording.terminal_text` cleans it."""

    name: str
    """Its path: `claim/disputed`."""
    definition: str = ""
    inclusion: str = ""
    """What is to have it."""
    exclusion: str = ""
    """What is not, though it looks so."""
    example: str = ""
    colour: Colour | None = None
    number: int | None = None
    """The number that stands for it in stories that say nothing else."""
    is_variable: bool = False
    """Whether an article can have no more than one of the tags below it."""
    guid: str = ""
    """What another program calls it, from whose codebook it came."""

    def fill(self, other: CodebookEntry) -> CodebookEntry:
        """Return it with what it lacks from another."""
        return self._replace(
            **{name: value for name, value in other._asdict().items() if not getattr(self, name)}
        )
