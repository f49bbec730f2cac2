"""An export that is one file, written whole: all but Markdown and reports."""

from __future__ import annotations

from pathlib import Path

from storage.errors import CopydeskError
from storage.export.existing_file import MAY_BE_EDITED, replace_file
from storage.export.export_format import ExportFormat, ExportJob
from storage.export.filenames import find_destination


def write(job: ExportJob, line: str, *, force: bool = False) -> Path:
    """Write what is rendered to the file or folder that `line` means, atomically; return the file.

    A file that is not known to be ours is not replaced without `force`: `ConflictError`. No
    library is ever replaced, nor anything else of Copydesk's own, and no ZIP is called a page:
    `CopydeskError`.
    """
    made_in = job.options.format
    path = find_destination(job, line)
    _require_fitting_name(path, made_in)
    content = made_in.render(job)
    data = content if isinstance(content, bytes) else f"{made_in.mark}{content}".encode()
    replace_file(path, data, lambda: _find_objection(path, made_in), force=force)
    return path


def _require_fitting_name(path: Path, made_in: ExportFormat) -> None:
    """Raise `CopydeskError` where a ZIP of files would be called as one of them is."""
    of_each, is_zip, _ = made_in.extension.rpartition(".zip")
    if is_zip and path.suffix.lower() == f".{of_each}":
        raise CopydeskError(
            f"The whole library is a ZIP in this format; call the file {path.name}.zip."
        )


def _find_objection(path: Path, made_in: ExportFormat) -> str:
    """Return why a file is not to be replaced unasked; empty where it may be."""
    if made_in.is_ours is None:
        return MAY_BE_EDITED
    return "" if made_in.is_ours(path) else "was not written by Copydesk"
