"""Failures that a person can act on; the message is one plain sentence, fit to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_MOST_CHOICES = 5
"""Things named, of all that one name means."""


class CopydeskError(Exception):
    """Something went wrong that the user should know; `str(error)` is what to say."""

    choices: tuple[str, ...] = ()
    """What to choose from, a line each, where the sentences ask for a choice."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to say where there is room for more than one line."""
        return (str(self),)


class LibraryError(CopydeskError):
    """The library cannot be opened, read or written."""


class DamagedError(LibraryError):
    """The library at `path` is damaged; it is left as it is, and a backup may take its place.

    Which one, whoever shows the error asks `backup_files.describe_damage`.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"The library {path} is damaged; nothing was changed.")
        self.path = path


class ReadError(CopydeskError):
    """A file cannot become an article."""


class ExchangeError(CopydeskError):
    """A file does not hold annotations that can be understood; nothing was changed."""


class NotFoundError(CopydeskError):
    """Nothing in the library goes by that name, or more than one thing does."""


class AmbiguousError(NotFoundError):
    """A name means several things; `choices` are lines that tell them apart, the first of many."""

    def __init__(self, sentence: str, choices: Sequence[str]) -> None:
        more = len(choices) - _MOST_CHOICES
        shown = *choices[:_MOST_CHOICES], *([f"and {more:,} more"] if more > 0 else [])
        super().__init__(f"{sentence} {'; '.join(shown)}")
        self._sentence = sentence
        self.choices = shown

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong, without the choices."""
        return (self._sentence,)


class ConflictError(CopydeskError):
    """Doing this would destroy what somebody else wrote."""


class MissingFolderError(CopydeskError):
    """What is to be written would need a folder made first, which nobody asked for."""

    def __init__(self, folder: Path, what_to_do: str = "make it first") -> None:
        super().__init__(f"There is no folder {folder}; {what_to_do}.")
        self.folder = folder
