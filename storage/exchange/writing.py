"""Writing a selection in one of the formats, into a file or to be handed on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from storage.errors import ConflictError, CopydeskError
from storage.exchange.database import database, is_export
from storage.exchange.hypothesis_api import hypothesis_search
from storage.exchange.jsonld import annotation_page
from storage.exchange.names import SOFTWARE
from storage.exchange.spreadsheet import annotations_csv
from storage.export.naming import destination_named, safe_name
from storage.export.selection import Selection
from storage.files import reason, write_atomically
from storage.library import Library

Format = Literal["csv", "jsonld", "hypothesis", "sqlite"]
FORMATS: tuple[Format, ...] = get_args(Format)

_BOM = "\ufeff"
# JSON escapes the controls below U+0020 by itself, but not these.
_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


class _Kind(NamedTuple):
    """What is to be known of a format."""

    extension: str
    render: Callable[[Library, Selection], str | bytes]
    is_ours: Callable[[Path], bool]
    """Whether a file was written by us, so that it may be replaced unasked."""
    mark: str = ""
    """What stands before it in a file only."""


def rendered(library: Library, selection: Selection, kind: Format) -> str | bytes:
    """Return the selection in a format: text, or the bytes of a database."""
    return _KINDS[kind].render(library, selection)


def write(
    library: Library,
    selection: Selection,
    kind: Format,
    line: str,
    *,
    force: bool = False,
) -> Path:
    """Write the selection to the file or folder that `line` means, atomically; return the file.

    A file that is not known to be ours is not replaced without `force`: `ConflictError`. Of a CSV
    file that can never be known. The library itself is never replaced.
    """
    known = _KINDS[kind]
    path = destination_named(line, safe_name(selection.name, known.extension))
    content = known.render(library, selection)
    if known.mark and isinstance(content, str):
        content = known.mark + content
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.exists():
            if not path.is_file():
                raise CopydeskError(f"Cannot write {path}: it is no file.")
            if path.samefile(library.path):
                raise ConflictError(f"{path} is the library itself; name another file.")
            if path.read_bytes() == data:
                return path
            if not force and path.stat().st_size and not known.is_ours(path):
                raise ConflictError(f"{path} {_REFUSALS[kind]}; --force replaces it.")
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {reason(error)}.") from error
    write_atomically(path, data)
    return path


def extension(kind: Format) -> str:
    """Return what the name of a file in a format ends with, without the dot."""
    return _KINDS[kind].extension


def json_text(document: dict[str, Any]) -> str:
    """Return a document as JSON with all control characters escaped.

    An element of its lists is a line, so that versions of a file can be compared.
    """
    members = [f" {_compact(name)}: {_member(value)}" for name, value in document.items()]
    text = "{\n" + ",\n".join(members) + "\n}\n"
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _member(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(f"  {_compact(one)}" for one in value) + "\n ]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _generated_by_us(path: Path) -> bool:
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    maker = document.get("generator") if isinstance(document, dict) else None
    return SOFTWARE in (maker, maker.get("id") if isinstance(maker, dict) else None)


_KINDS: dict[Format, _Kind] = {
    # Excel takes UTF-8 only by its mark; a pipe has no use for one.
    "csv": _Kind("csv", lambda _, chosen: annotations_csv(chosen), lambda _: False, _BOM),
    "jsonld": _Kind(
        "jsonld", lambda _, chosen: json_text(annotation_page(chosen)), _generated_by_us
    ),
    "hypothesis": _Kind(
        "json", lambda _, chosen: json_text(hypothesis_search(chosen)), _generated_by_us
    ),
    "sqlite": _Kind("db", database, is_export),
}
_REFUSALS: dict[Format, str] = dict.fromkeys(FORMATS, "was not written by Copydesk") | {
    "csv": "is there already, and may have been edited"
}
