"""What a record of a reference manager says of an article, whatever the format of the export."""

from __future__ import annotations

import re
from typing import NamedTuple

from storage.wording.written_dates import read_date

_CITATION_KEY = re.compile(r"^\s*citation[ -]key:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


class Reference(NamedTuple):
    """One record; empty where it says nothing."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    """ISO 8601; empty where the record does not tell the day."""
    url: str = ""
    files: tuple[str, ...] = ()
    """Names of the attached files, from the folder of the export on."""
    citation_key: str = ""
    captured: str = ""
    """When the page was looked at; ISO 8601."""
    section: str = ""


def join_date(*parts: object) -> str:
    """Return year, month and day as ISO 8601; empty where any is missing or it is no day."""
    written = [str(part).strip() for part in parts[:3]]
    if len(written) < 3 or not all(part.isdecimal() for part in written):
        return ""
    year, month, day = written
    return read_date(f"{year:0>4}-{month:0>2}-{day:0>2}").date


def find_citation_key(extra: object) -> str:
    """Return the citation key that Zotero keeps among what has no field of its own."""
    found = _CITATION_KEY.search(extra) if isinstance(extra, str) else None
    return found[1] if found is not None else ""


def order_name(name: str) -> str:
    """Return `Nell Harker` for `Harker, Nell`; what has no comma is as it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}".strip() if comma else family
