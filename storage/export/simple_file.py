"""An export that is one file, written whole: all but Markdown and reports."""

from __future__ import annotations

from pathlib import Path

from storage.errors import ConflictError, CopydeskError
from storage.export.existing_file import holds
from storage.export.export_format import ExportFormat, ExportJob
from storage.export.filenames import find_destination
from storage.files import explain_error, write_atomically
from storage.regular_files import check_regular


def write(job: ExportJob, line: str, *, force: bool = False) -> Path:
    """Write what is rendered to the file or folder that `line` means, atomically; return the file.

    A file that is not known to be ours is not replaced without `force`: `ConflictError`. No
    library is ever replaced, nor anything else of Copydesk's own: `CopydeskError`.
    """
    made_in = job.options.format
    path = find_destination(job, line)
    content = made_in.render(job)
    data = content if isinstance(content, bytes) else f"{made_in.mark}{content}".encode()
    try:
        known = check_regular(path)
        if known is not None:
            if holds(path, data):
                return path
            objection = "" if force or not known.st_size else _find_objection(path, made_in)
            if objection:
                raise ConflictError(f"{path} {objection}; use --force to replace it.")
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    write_atomically(path, data)
    return path


def _find_objection(path: Path, made_in: ExportFormat) -> str:
    """Return why a file is not to be replaced unasked; empty where it may be."""
    if made_in.is_ours is None:
        return "already exists and may have been edited"
    return "" if made_in.is_ours(path) else "was not written by Copydesk"
