"""A file that somebody asked for which is no export: a table of counts, say."""

from __future__ import annotations

from pathlib import Path

from storage.export.existing_file import MAY_BE_EDITED, replace_file
from storage.export.filenames import refuse_to_destroy, require_folder_of, resolve_destination
from storage.library import Library


def write_plain_file(
    library: Library, line: str, usual_name: str, content: str | bytes, *, force: bool = False
) -> Path:
    """Write `content` to the file that `line` means, in a folder by its usual name; return it.

    Atomically. A file that is there, and holds something else, is not replaced without `force`:
    `ConflictError`. Nothing of Copydesk's own ever is: `CopydeskError`. `MissingFolderError` where
    its folder is not there.
    """
    path = resolve_destination(line, usual_name)
    refuse_to_destroy(library.path, path)
    require_folder_of(path)
    data = content if isinstance(content, bytes) else content.encode()
    replace_file(path, data, lambda: MAY_BE_EDITED, force=force)
    return path
