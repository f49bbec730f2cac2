"""What the person at the other end may reach of this machine.

At the desk that is all that their account may; in a browser nothing but what they have uploaded
(`browser_reach`). Whatever takes or shows the name of a file asks here.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from storage.paths import parse_path

if TYPE_CHECKING:
    from storage.article_import.things import Thing
    from tui.base.system_clipboard import Command

LIBRARY = ".db"
"""What the names of libraries end with."""


class Reach:
    """That of somebody at the desk."""

    is_browser = False
    """Whether it is a browser's: exports are downloads then, and what is added has no place."""

    @property
    def waiting(self) -> list[str]:
        """Names of files that were uploaded and are still to be added; it may be changed."""
        return []

    def may_name(self, name: str) -> bool:  # noqa: ARG002 (others ask)
        """Tell whether a name may be taken for that of a file or folder, there or not."""
        return True

    def exists(self, name: str) -> bool:
        """Tell whether there is a file or folder of that name within reach."""
        try:
            return self.may_name(name) and parse_path(name).exists()
        except (OSError, ValueError):
            return False

    def refuse(self, thing: Thing) -> str:  # noqa: ARG002 (others do)
        """Return, as a sentence, why a thing may not be added; empty where it may."""
        return ""

    def tell(self, sentence: str) -> str:
        """Return a sentence as it may be shown."""
        return sentence

    def name_file(self, path: str) -> str:
        """Return what to show of where a file lies."""
        return path

    def find_clipboard(self) -> list[Command]:
        """Return the commands that fill the clipboard of the machine that is read at."""
        from tui.base.system_clipboard import find_commands  # nothing is copied at the start

        return find_commands()


def find_reach(library: Path) -> Reach:
    """Return that of a browser where `TEXTUAL_DRIVER` names what draws in one, else the desk's.

    Whoever serves the app names the folder of uploads in `COPYDESK_UPLOADS`.
    """
    if not _draws_in_browser(os.environ.get("TEXTUAL_DRIVER", "")):
        return Reach()
    from tui.base.browser_reach import BrowserReach  # nobody at a desk needs it

    uploads = os.environ.get("COPYDESK_UPLOADS")
    return BrowserReach(Path(uploads) if uploads else None, library)


def _draws_in_browser(named: str) -> bool:
    if not named:
        return False
    from textual.driver import Driver

    module, _, symbol = named.partition(":")
    try:
        driver = getattr(import_module(module), symbol)
    except Exception:  # whatever a module that is named comes to; Textual tells of it
        return False
    # By the class: a driver that is made asks for the terminal.
    return isinstance(driver, type) and getattr(driver, "is_web", Driver.is_web) != Driver.is_web
