"""Files in: from names on a command line to drafts; and out: written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from storage import metadata
from storage.articles import Draft
from storage.decoding import decode
from storage.errors import CopydeskError, ReadError
from storage.places import path_of

ENDINGS = (".txt", ".md")
"""Files that a folder is searched for."""

_OTHER_KINDS = {
    ".htm": "a web page",
    ".html": "a web page",
    ".pdf": "a PDF",
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an office document",
    ".rtf": "an RTF document",
    ".epub": "an e-book",
    ".eml": "a mail",
}
_LARGEST = 64 * 2**20
"""Bytes of the largest file that is read; far beyond any article."""


class Gathered(NamedTuple):
    """What came of a list of files: the drafts, and a sentence for each thing worth telling."""

    drafts: list[Draft]
    notices: list[str]
    """Read, but not as plain UTF-8."""
    problems: list[str]
    """Not read, and why."""


def gather(names: Iterable[str], source: str = "") -> Gathered:
    """Read files and the articles of folders; a bad one never keeps the others out."""
    gathered = Gathered([], [], [])
    for name in names:
        try:
            paths = _paths(name)
        except ReadError as error:
            gathered.problems.append(str(error))
            continue
        for path in paths:
            try:
                draft, encoding = read(path, source)
            except ReadError as error:
                gathered.problems.append(str(error))
                continue
            gathered.drafts.append(draft)
            if encoding is not None:
                gathered.notices.append(f"{path} was read as {encoding}.")
    return gathered


def read(path: Path, source: str = "") -> tuple[Draft, str | None]:
    """Read one file; returns the draft and its encoding where that is not UTF-8.

    `ReadError` if it is missing, no text, or of a kind that is not read yet.
    """
    kind = _OTHER_KINDS.get(path.suffix.lower())
    if kind is not None and path.exists():
        raise ReadError(f"{path} is {kind}; Copydesk reads plain text and Markdown.")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError(f"{path} is not a file.")
        if path.stat().st_size > _LARGEST:
            raise ReadError(f"{path} is larger than {_LARGEST >> 20} MB.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {_reason(error)}.") from error
    return read_bytes(data, str(path), path, source)


def read_bytes(
    data: bytes, name: str, path: Path | None = None, source: str = ""
) -> tuple[Draft, str | None]:
    """Make a draft of bytes that are called `name` in messages; see `read`."""
    try:
        text, encoding = decode(data)
    except ReadError as error:
        raise ReadError(f"{name} {error}.") from error
    guessed = metadata.guess(text, path)
    draft = Draft(text, **guessed._asdict())
    if path is not None:
        draft = draft._replace(path=str(path))
    return (draft._replace(source=source) if source else draft), encoding


def write_atomically(path: Path, text: str) -> None:
    """Put `text` into the file, making folders; it holds all of it or, on failure, what it held.

    A link is followed, and the permissions of a file that is replaced are kept.
    """
    try:
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".copydesk-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_mode(path))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except (OSError, RuntimeError) as error:
        raise CopydeskError(f"Cannot write {path}: {_reason(error)}.") from error


def _mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _paths(name: str) -> list[Path]:
    if name.lower().startswith(("http://", "https://")):
        raise ReadError(f"{name} is a web address; save the page as text and add that file.")
    path = Path(name)
    try:
        path = path_of(name)
        if not path.is_dir():
            return [path]
        found = sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in ENDINGS and file.is_file() and not _hidden(file, path)
        )
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {_reason(error)}.") from error
    if not found:
        raise ReadError(f"The folder {path} holds no articles (.txt or .md files).")
    return found


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return (getattr(error, "strerror", None) or str(error)).lower()
