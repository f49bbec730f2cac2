"""An export in any of the formats: as it would be written, or into a file or folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import CopydeskError
from storage.export.export_format import ExportFormat, ExportJob, SelectionKind, WrittenExport
from storage.export.formats import FORMATS, find_formats_taking
from storage.export.markdown.managed_blocks import Flavour
from storage.export.selection import Selection
from storage.export.story_by_story import adapt_format
from storage.library import Library
from storage.tables.hidden_names import tell_hidden
from textreuse import Settings

if TYPE_CHECKING:
    from storage.comparing import ComparedStory

_NAMES: dict[SelectionKind, str] = {
    "story": "a story",
    "article": "an article",
    "articles": "several articles",
    "tag": "a tag",
    "search": "a search",
    "all": "the whole library",
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How somebody wants an export."""

    format: ExportFormat = FORMATS[0]
    version: str = ""
    """The program's, for the record of how an HTML report was made."""
    flavour: Flavour = "commonmark"
    """Of Markdown."""
    is_split: bool = False
    """Whether each article has a Markdown file of its own."""
    template: Path | None = None
    """Of the Markdown; None is our own."""
    settings: Settings | None = None
    """With which passages are found; None are those of a comparison that is given, else the usual
    ones."""

    has_study: bool = False
    """Whether a study file is written beside it; see `study_file`."""

    def splits(self, selection: Selection) -> bool:
        """Tell whether it makes a folder of `selection`: a passage's evidence is always a file."""
        return self.is_split and "split" in self.format.options and selection.kind != "passage"


def render(
    library: Library,
    selection: Selection,
    options: ExportOptions,
    compared: ComparedStory | None = None,
) -> str | bytes:
    """Return the export: text, or the bytes of a database. A split one is all its files in a row.

    `compared`, where given, is used as far as it is of the story's articles. `CopydeskError` where
    the format cannot take the selection, or a template fails.
    """
    options = _adapt(options, selection)
    return options.format.render(ExportJob(library, selection, options, compared))


def write(
    library: Library,
    selection: Selection,
    options: ExportOptions,
    line: str,
    *,
    force: bool = False,
    parents: bool = False,
    compared: ComparedStory | None = None,
) -> WrittenExport:
    """Write the export where `line` says, atomically: a file, or a folder for its usual name.

    Nothing said is the usual name, here. A split export goes into the folder that is named.
    `ConflictError` says which file is not touched without `force`, and why; `MissingFolderError`
    which folder is not made without `parents`; other `CopydeskError` as for `render`.
    """
    options = _adapt(options, selection)
    job = ExportJob(library, selection, options, compared, parents)
    line = line if line or options.splits(selection) else "."
    written = _write(job, line, force=force)
    if options.has_study:
        from storage.export.study_file import write_study

        write_study(job, written.path, force=force)
    told = tell_what_is_missing(library, selection, options.format)
    return written._replace(notices=(*written.notices, *told))


def tell_what_is_missing(
    library: Library, selection: Selection, chosen: ExportFormat
) -> tuple[str, ...]:
    """Say in a sentence each that names are hidden, and that nothing is annotated."""
    return (*tell_hidden(library.coder), *_tell_if_empty(selection, chosen))


def _tell_if_empty(selection: Selection, chosen: ExportFormat) -> tuple[str, ...]:
    """Say so where nothing is annotated of what a format is to tell."""
    if selection.annotations or selection.coding or chosen.tells == "articles":
        return ()
    if chosen.tells == "comparison" and _is_compared(selection, chosen):
        return ()
    return ("Nothing is annotated yet in what was exported.",)


def _is_compared(selection: Selection, chosen: ExportFormat) -> bool:
    if selection.kind == "passage":
        return True
    if selection.story is not None:
        return len(selection.story.articles) > 1
    # A format of stories alone tells each story of the library.
    return selection.kind == "all" and "article" not in chosen.takes


def _write(job: ExportJob, line: str, *, force: bool) -> WrittenExport:
    made_in = job.options.format
    if made_in.write is not None:
        return made_in.write(job, line, force)
    from storage.export.simple_file import write as write_file

    path = write_file(job, line, force=force)
    lost = made_in.describe_not_held
    return WrittenExport(path, notices=() if lost is None else lost(job))


def _adapt(options: ExportOptions, selection: Selection) -> ExportOptions:
    """Return the options with the format in which a selection is exported.

    `CopydeskError` where that is none.
    """
    adapted = adapt_format(options.format, selection.kind)
    _check(selection, adapted)
    return replace(options, format=adapted)


def _check(selection: Selection, chosen: ExportFormat) -> None:
    if selection.kind in chosen.takes:
        return
    if selection.kind == "passage":
        others = " or ".join(one.label for one in find_formats_taking("passage"))
        raise CopydeskError(
            f"Evidence for a passage can only be exported as {others}; choose that format."
        )
    taken = " or ".join(_NAMES[kind] for kind in chosen.takes if kind in _NAMES)
    raise CopydeskError(f"{chosen.called} covers {taken}; choose one or another format.")
