"""Ids that no two documents of a corpus share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class _Chain:
    """The names that follow an id which is there already, and the texts of all of them."""

    def __init__(self, digest: str) -> None:
        self.digests = {digest}
        self.number = 2
        """Of the next name, as far as is known."""


class FreeId(NamedTuple):
    """What a document is called; `name` is None where it is there already."""

    name: str | None
    is_new_name: bool


class FreeIds:
    """Gives documents ids in the order in which they are read.

    A text with the id of another is `ID#2`, `ID#3` and so on, the first that is free; one with an
    id and text that were there is none. What it takes does not grow with how often an id came.
    """

    def __init__(self, find_digest: Callable[[str], str | None]) -> None:
        """Ask `find_digest` for the digest of the text that has a name; None where none has."""
        self._find_digest = find_digest
        self._chains: dict[str, _Chain] = {}
        """By id, of those that came again."""

    def choose(self, wanted: str, digest: str) -> FreeId:
        """Return the id of a document that wants one."""
        chain = self._chains.get(wanted)
        if chain is None:
            known = self._find_digest(wanted)
            if known is None:
                return FreeId(wanted, is_new_name=False)
            chain = self._chains[wanted] = _Chain(known)
        # Others may have been called so themselves.
        while (known := self._find_digest(f"{wanted}#{chain.number}")) is not None:
            chain.digests.add(known)
            chain.number += 1
        if digest in chain.digests:
            return FreeId(None, is_new_name=False)
        return FreeId(f"{wanted}#{chain.number}", is_new_name=True)
