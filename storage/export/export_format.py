"""What an export format is: what it is called, what it takes, and who makes and writes it.

Light to import, like the modules that describe formats: the command line reads its choices there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from storage.comparing import ComparedStory
    from storage.export.export import ExportOptions
    from storage.export.selection import Selection
    from storage.library import Library

SelectionKind = Literal["story", "article", "articles", "tag", "search", "all", "passage"]
"""What can be chosen for an export."""
FormatOption = Literal["split", "flavour", "template"]
"""What only some formats ask: whether each article has a file of its own, in which dialect, by
which template."""
FORMAT_OPTIONS: tuple[FormatOption, ...] = get_args(FormatOption)


class ExportJob(NamedTuple):
    """What is exported, and how."""

    library: Library
    selection: Selection
    options: ExportOptions
    compared: ComparedStory | None = None
    """Used as far as it is of the story's articles."""
    makes_folders: bool = False
    """Whether the folder that it is to go into is made where there is none."""


class WrittenExport(NamedTuple):
    """What an export wrote."""

    path: Path
    """The file, or the folder with the files of a split one."""
    edited: tuple[tuple[Path, tuple[str, ...]], ...] = ()
    """Files with the names of their blocks that were edited by hand, and stayed."""
    notices: tuple[str, ...] = ()
    """What the format cannot hold, a sentence each."""


class ExportFormat(NamedTuple):
    """One format that exports are made in.

    It is described beside what makes it, and stands in `formats.FORMATS`.
    """

    name: str
    """What the command line and the remembered choice call it."""
    label: str
    """What people choose by."""
    called: str
    """One such export, as a sentence begins: `A database`."""
    extension: str
    """What the name of its file ends with, without the dot."""
    render: Callable[[ExportJob], str | bytes]
    """Returns the export, of a split one all files in a row; imports what that takes."""
    tells: Literal["annotations", "comparison", "articles"] = "annotations"
    """What it is made for: what is annotated and coded, also what compared articles share, or what
    is known of the articles alone."""
    takes: tuple[SelectionKind, ...] = ("story", "article", "articles", "tag", "search", "all")
    options: tuple[FormatOption, ...] = ()
    write: Callable[[ExportJob, str, bool], WrittenExport] | None = None
    """Writes it where a line says, over what was not written by us only if it is told to; None
    where what `render` returns is the file."""
    mark: str = ""
    """What stands before it in a file only, where that is the text that `render` returns."""
    is_ours: Callable[[Path], bool] | None = None
    """Tells whether such a file was written by us, so that it may be replaced unasked; None where
    that can never be known."""
    describe_not_held: Callable[[ExportJob], tuple[str, ...]] | None = None
    """Says what of the selection it has no place for, a sentence each; None where that is told in
    what it writes."""
