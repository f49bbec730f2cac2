"""Which services are asked for annotations, and which of them a name on the command line means."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from storage.annotation_import.services.service import Service


class Wanted(NamedTuple):
    """A service, and what is wanted of it."""

    service: Service
    named: str


@cache
def list_services() -> tuple[Service, ...]:
    """Return all services."""
    from storage.annotation_import.services import hypothesis_api, zotero_annotations

    return hypothesis_api.HYPOTHESIS, zotero_annotations.ZOTERO


def find_service(name: str) -> Wanted | None:
    """Return the service that a name begins with, and the rest; None for the name of a file."""
    start, colon, rest = name.partition(":")
    service = next((one for one in list_services() if colon and one.name == start.lower()), None)
    return None if service is None else Wanted(service, rest.strip())
