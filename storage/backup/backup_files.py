"""The backups that there are of a library, and what to say where one is needed.

They lie in a folder beside the library, named by the time they were made, in UTC.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from storage import paths
from storage.backup.inspect_file import has_traces, inspect_file, is_database
from storage.backup.library_copy import count_contents
from storage.errors import DamagedError, LibraryError
from storage.regular_files import resolve_links
from storage.wording.plural import pluralize

Occasion = Literal["daily", "before-update", "before-repair", "by-hand"]

_NAME = re.compile(
    r"(\d{4}-\d{2}-\d{2}T\d{12}Z)-(daily|before-update|before-repair|by-hand)", re.ASCII
)
_LONGEST_WITHOUT_TABLES = 4096
_STAMP = "%Y-%m-%dT%H%M%S%fZ"


class Backup(NamedTuple):
    """A file in the folder of backups, by its name."""

    path: Path
    made: datetime
    occasion: str


class SoundBackup(NamedTuple):
    """A backup that was read from end to end."""

    path: Path
    made: datetime
    articles: int
    annotations: int


def locate_folder(library: Path) -> Path:
    """Return where the backups of a library lie, whether there are any or not."""
    library = resolve_links(library)
    return library.with_name(f"{library.stem}-backups")


def list_backups(library: Path) -> list[Backup]:
    """Return the backups of a library, the newest first, sound or not.

    What is dated in the future was made while the clock was wrong, at a time that nobody knows:
    it comes last.
    """
    found, present = [], datetime.now(UTC)
    with suppress(FileNotFoundError, NotADirectoryError):
        for path in locate_folder(library).iterdir():
            name = _NAME.fullmatch(path.stem)
            if name is not None and path.suffix == library.suffix and path.is_file():
                with suppress(ValueError):
                    made = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
                    found.append(Backup(path, made, name[2]))
    return sorted(
        found, key=lambda backup: (backup.made <= present, backup.path.name), reverse=True
    )


def find_newest_sound(library: Path) -> SoundBackup | None:
    """Return the newest backup that is sound and that this version of Copydesk can open."""
    for backup in list_backups(library):
        with suppress(OSError, sqlite3.Error):
            found = inspect_file(backup.path, fully=True)
            if found.damage is None and found.applied and not found.is_newer:
                return SoundBackup(backup.path, backup.made, *count_contents(backup.path))
    return None


def is_emptied(library: Path) -> bool:
    """Tell whether a file that is there has lost all it held: there is a sound backup of it.

    So it is without a single table where the log of unfinished writes, which had all, was removed.
    """
    if not library.is_file() or library.stat().st_size > _LONGEST_WITHOUT_TABLES:
        return False
    # Looked at last and, if it has no byte, twice: another program may be about to make it.
    return find_newest_sound(library) is not None and not inspect_file(library).tables


def make_stamp() -> str:
    """Return the present time as part of a file name; later ones sort after earlier ones."""
    return datetime.now(UTC).strftime(_STAMP)


def make_damage_error(file: Path) -> LibraryError:
    """Return the error for a damaged file that was opened as a library.

    `DamagedError` where anything tells that it was one: itself, or backups beside it.
    """
    if has_traces(file) or find_newest_sound(file) is not None:
        return DamagedError(file)
    if is_database(file):
        return LibraryError(
            f"Cannot open the library {file}: it is damaged or not a library. Nothing"
            " was changed; choose another with --library."
        )
    return LibraryError(f"{file} is not a Copydesk library. Choose another file with --library.")


def describe_damage(library: Path) -> str:
    """Say that a library is damaged, and what to put in its place."""
    command = make_repair_command(library)
    backup = find_newest_sound(library)
    if backup is None:
        offer = f"There is no intact backup; `{command}` recovers what can still be read"
    else:
        offer = (
            f"The newest intact backup is from {describe_backup(backup)}; `{command}` restores"
            " it, with all newer work that can still be read"
        )
    return f"{DamagedError(library)} {offer}."


def make_repair_command(library: Path) -> str:
    """Return the command that repairs a library."""
    command = "copydesk check --repair"
    if resolve_links(library) != resolve_links(paths.library_path()):
        command += f' --library "{library}"' if " " in str(library) else f" --library {library}"
    return command


def describe_backup(backup: SoundBackup) -> str:
    """Say when a backup was made and what is in it."""
    return (
        f"{backup.made:%Y-%m-%d %H:%M} UTC ({describe_counts(backup.articles, backup.annotations)})"
    )


def describe_counts(articles: int, annotations: int) -> str:
    """Say how much is in a library."""
    return f"{pluralize(articles, 'article')}, {pluralize(annotations, 'note')}"
