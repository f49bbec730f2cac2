"""What the part of the codebook's screen that changes tags may ask of it."""

from __future__ import annotations

from typing import Protocol

from storage.tables.tag_tree import Branch
from tui.base.destinations import TagUse
from tui.base.parts import Host


class TagHost(Host, Protocol):
    """The screen of the codebook, as its part knows it."""

    @property
    def story(self) -> str | None:
        """The id of the story whose quick tags are shown; None for those of the codebook."""

    @property
    def chosen(self) -> Branch | None:
        """What the cursor is on."""

    @property
    def chosen_use(self) -> TagUse | None:
        """The use that the cursor is on in the list of uses, whichever list has the keys."""

    def list_siblings(self, name: str) -> list[str]:
        """Return the names of the branches of the same parent, in their order."""

    def show_again(self, name: str) -> None:
        """Show anew what is set of a tag; its uses and its place are as they were."""

    def show_order(self) -> None:
        """Show the tags in the order that they have now."""

    def go_to(self, name: str) -> None:
        """Show what the library holds, with the cursor on the branch of that name."""
