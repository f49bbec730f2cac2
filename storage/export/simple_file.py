"""Writing an export that another program reads into its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from storage.errors import ConflictError, CopydeskError
from storage.export.export_format import ExportFormat, ExportJob
from storage.export.filenames import find_destination, make_usual_name
from storage.export.interchange.identifiers import SOFTWARE
from storage.files import explain_error, write_atomically
from storage.wording.terminal_text import visible_json


def write(job: ExportJob, line: str, *, force: bool = False) -> Path:
    """Write what is rendered to the file or folder that `line` means, atomically; return the file.

    A file that is not known to be ours is not replaced without `force`: `ConflictError`. The
    library itself is never replaced.
    """
    made_in = job.options.format
    path = find_destination(line, make_usual_name(job.selection, job.options))
    content = made_in.render(job)
    data = content if isinstance(content, bytes) else f"{made_in.mark}{content}".encode()
    try:
        if path.exists():
            if not path.is_file():
                raise CopydeskError(f"Cannot write {path}: it is no file.")
            if path.samefile(job.library.path):
                raise ConflictError(f"{path} is the library itself; name another file.")
            if path.read_bytes() == data:
                return path
            objection = "" if force or not path.stat().st_size else _find_objection(path, made_in)
            if objection:
                raise ConflictError(f"{path} {objection}; --force replaces it.")
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    write_atomically(path, data)
    return path


def _find_objection(path: Path, made_in: ExportFormat) -> str:
    """Return why a file is not to be replaced unasked; empty where it may be."""
    if made_in.is_ours is None:
        return "is there already, and may have been edited"
    return "" if made_in.is_ours(path) else "was not written by Copydesk"


def format_json(document: dict[str, Any]) -> str:
    """Return a document as JSON with all control characters escaped.

    An element of its lists is a line, so that versions of a file can be compared.
    """
    members = [
        f" {_format_compact(name)}: {_format_member(value)}" for name, value in document.items()
    ]
    return visible_json("{\n" + ",\n".join(members) + "\n}\n")


def _format_member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _format_compact(value)
    return "[\n" + ",\n".join(f"  {_format_compact(one)}" for one in value) + "\n ]"


def _format_compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def is_our_json(path: Path) -> bool:
    """Tell whether a file is JSON that we exported."""
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    maker = document.get("generator") if isinstance(document, dict) else None
    return SOFTWARE in (maker, maker.get("id") if isinstance(maker, dict) else None)
