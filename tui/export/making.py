"""Making the export that was chosen: for a look, or as a file."""

from __future__ import annotations

from pathlib import Path

from storage.coder import Coder
from storage.comparing import ComparedStory
from storage.export.export import render, write
from storage.export.export_format import WrittenExport
from storage.library import Library
from storage.open_library import open_library
from tui.export.export_choice import ExportChoice
from tui.messages.damage import explain_damage


def preview(
    path: Path, coder: Coder, chosen: ExportChoice, compared: ComparedStory | None
) -> str | bytes:
    """Return the export as it would be written, from the library at `path`, in any thread."""
    with explain_damage(), open_library(path, coder) as library:
        selection = chosen.subject.select(library)
        return render(library, selection, chosen.options, _choose_compared(chosen, compared))


def write_chosen(
    library: Library,
    chosen: ExportChoice,
    compared: ComparedStory | None,
    line: str,
    *,
    force: bool = False,
) -> WrittenExport:
    """Write the export where `line` says; see `storage.export.export.write` for what is raised.

    With `force` a folder that is missing is made too.
    """
    return write(
        library,
        chosen.subject.select(library),
        chosen.options,
        line,
        force=force,
        parents=force,
        compared=_choose_compared(chosen, compared),
    )


def _choose_compared(chosen: ExportChoice, compared: ComparedStory | None) -> ComparedStory | None:
    return compared if chosen.subject.kind != "article" else None
