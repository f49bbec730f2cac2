"""Who made what in a project, and when."""

from __future__ import annotations

from typing import Any, NamedTuple

from storage.codebook.refi_codes import read_guid
from storage.qda.qde_elements import iterate_children, read_time
from storage.wording.terminal_text import clean_line

_NOBODY = "default"
"""What QualCoder calls whoever gave no name."""


class Signature(NamedTuple):
    """Who made something, and when that was."""

    coder: str
    created: str
    updated: str


class Users:
    """The people of a project, by their guids."""

    def __init__(self, users: Any) -> None:
        """Take the element `Users`, or None."""
        self._names = {
            read_guid(user.get("guid")): clean_coder(user.get("name") or user.get("id") or "")
            for user in iterate_children(users, "User")
        }

    def read(self, element: Any, otherwise: str = "") -> Signature:
        """Return who made an element; `otherwise` where it does not say."""
        changed = read_time(element.get("modifiedDateTime"))
        made = read_time(element.get("creationDateTime")) or changed
        return Signature(self.read_coder(element, otherwise), made, changed or made)

    def read_coder(self, element: Any, otherwise: str = "") -> str:
        """Return who made an element, as `read` does."""
        guid = read_guid(element.get("creatingUser")) or read_guid(element.get("modifyingUser"))
        return self._names.get(guid, otherwise)


def clean_coder(name: str) -> str:
    """Return the name of a coder as it is stored; empty for who gave none."""
    name = clean_line(name)
    return "" if name == _NOBODY else name
