"""What a service is: how it is named on the command line, and who asks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from storage.library import Library


class FetchedAnnotations(NamedTuple):
    """What a service gave."""

    data: bytes
    """As a file of annotations has it."""
    kind: str | None
    """The name of its format; None where that is to be guessed."""
    notices: tuple[str, ...] = ()
    """What could not be had, a sentence each."""


class Service(NamedTuple):
    """One service that annotations are fetched from; it stands in `services.list_services`."""

    name: str
    """What stands before the colon."""
    usage: str
    """How it is named, with what stands behind the colon: `hypothesis:GROUP`."""
    fetch: Callable[[str, Library], FetchedAnnotations]
    """Asks for what was named behind the colon, for articles of a library. `ReadError` in a full
    sentence where it cannot be had."""
