"""Asking which file to write something into that is no export: a table of counts, the codebook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import NamedTuple

from storage.errors import ConflictError, CopydeskError, MissingFolderError
from storage.export.filenames import make_safe_name
from storage.export.plain_file import write_plain_file
from storage.wording.terminal_text import reveal_path
from tui.base.command_screen import CommandScreen
from tui.base.download import deliver_bytes
from tui.prompts.line_prompt import LinePrompt

_MARK = "\ufeff"
"""By which alone Excel takes a CSV file for UTF-8."""


class FileContent(NamedTuple):
    """What is to be written."""

    kind: str
    """What the name of such a file ends with, without the point."""
    text: str
    notices: tuple[str, ...] = ()
    """What it does not hold, a sentence each."""


def ask_which_file(
    screen: CommandScreen, what: str, hint: str, usual: str, render: Callable[[str], FileContent]
) -> None:
    """Ask for a file, by its `usual` name where no other is typed, and write `what` into it.

    `render` makes the content, of the kind that the name asks for. In a browser it is downloaded.
    """
    is_browser = screen.app.reach.is_browser
    title = f"Download {what} as" if is_browser else f"Write {what} to"
    line = usual if is_browser else str(Path.cwd() / usual)
    write = partial(_write, screen, usual, render)
    screen.app.push_screen(LinePrompt(title, hint, line, write))


def _write(
    screen: CommandScreen, usual: str, render: Callable[[str], FileContent], line: str
) -> None:
    content = render(line)
    text = f"{_MARK}{content.text}" if content.kind == "csv" else content.text
    if screen.app.reach.is_browser:
        name = make_safe_name(PurePath(line).stem, content.kind)
        told = f"Downloaded as {deliver_bytes(screen.app, name, text.encode())}."
    else:
        try:
            path = write_plain_file(
                screen.library, line, PurePath(usual).with_suffix(f".{content.kind}").name, text
            )
        except ConflictError as error:
            raise CopydeskError(f"{line} holds something else; choose another name.") from error
        except MissingFolderError as error:
            raise CopydeskError(f"There is no folder {error.folder}.") from error
        told = f"Written to {reveal_path(path)}."
    screen.tell(" ".join([told, *content.notices]))
