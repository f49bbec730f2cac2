"""Tags as the codes of REFI-QDA, in a codebook (`.qdc`) and in a project (`.qdpx`).

REFI-QDA 1.5, https://www.qdasoftware.org: `Code` with `guid`, `name`, `isCodable` and `color`, its
`Description` and the codes below it inside. Elements have no namespace here: who writes a document
puts that on its root, who reads one may leave it on.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from storage.codebook.colour_codes import CODES, find_colour
from storage.codebook.entry_names import NameCleaner
from storage.codebook.refi_text import Description, join_description, split_description
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.tag_names import list_ancestors
from storage.wording.joined_words import join_some
from storage.wording.terminal_text import clean_lines

_NAMESPACE = uuid.UUID("5c1f9d1e-6c1f-5d0e-9a53-6b7f0d1a8e21")
_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)


class ReadCodes(NamedTuple):
    """The codes of a document."""

    entries: list[CodebookEntry]
    """In their order, parents before children; a code that is only there for those below it, and
    of which nothing is said, has none."""
    names: dict[str, str]
    """The tags that codes are, by the guids of these in small letters and without braces; a code
    that cannot be a tag is the one above it."""
    notices: list[str]
    """What was read otherwise than it was written, a sentence each."""


def list_guids(entries: Iterable[CodebookEntry]) -> dict[str, str]:
    """Return by its name in small letters the guid of each tag and of each parent.

    It is the one that a tag came with, else follows from its name: the same tags have the same
    guids in every file.
    """
    own = {entry.name.casefold(): entry.guid.upper() for entry in entries}
    guids = {key: guid for key, guid in own.items() if guid}
    taken = set(guids.values())
    for name in own:
        for key in (*reversed(list(list_ancestors(name))), name):
            if key not in guids:
                guids[key] = _make_guid(key, taken)
                taken.add(guids[key])
    return guids


def make_codes(entries: Sequence[CodebookEntry]) -> Element:
    """Return the element `Codes` with all tags; parents without an entry cannot be used there."""
    codes = Element("Codes")
    guids, elements = list_guids(entries), dict[str, Element]()
    known = {entry.name.casefold(): entry for entry in entries}
    for entry in entries:
        for name in (*reversed(list(list_ancestors(entry.name))), entry.name):
            key = name.casefold()
            if key not in elements:
                own = known.get(key)
                above = elements.get(key.rpartition("/")[0], codes)
                shown = (own.name if own else name).rpartition("/")[2]
                elements[key] = _make_code(above, own, shown, guids[key])
    return codes


def read_codes(codes: Element, variables: Collection[str] = ()) -> ReadCodes:
    """Return the tags in an element `Codes`; `variables` are the guids of those that are variables.

    A code without a name is left out, those below it are not. Codes with one name and parent are
    one tag.
    """
    cleaner = NameCleaner()
    found: dict[str, CodebookEntry] = {}
    names: dict[str, str] = {}
    used: list[str] = []
    waiting = [(code, "") for code in reversed(_list_codes(codes))]
    while waiting:
        code, above = waiting.pop()
        guid, name = read_guid(code.get("guid")), cleaner.join(above, code.get("name") or "")
        below = _list_codes(code)
        waiting += [(one, name or above) for one in reversed(below)]
        if guid and (name or above):
            names[guid] = name or above
        if name is None:
            continue
        entry = _read_code(code, name, guid, is_variable=guid in variables)
        cannot_be_used = (code.get("isCodable") or "").strip().casefold() in ("false", "0")
        if cannot_be_used and below and entry == CodebookEntry(name, guid=entry.guid):
            continue
        if cannot_be_used and not entry.is_variable:
            used.append(name)
        key = name.casefold()
        found[key] = found.get(key, entry).fill(entry)
    notices = cleaner.notices
    if used:
        notices.append(f"Can be used here, though not where it is from: {join_some(used)}.")
    return ReadCodes(list(found.values()), names, notices)


@lru_cache(4096)  # those of coders and codes come thousands of times
def read_guid(written: str | None) -> str:
    """Return a guid in small letters and without braces; empty where it is none."""
    found = _GUID.fullmatch((written or "").strip())
    return found[1].lower() if found else ""


def _make_guid(key: str, taken: set[str]) -> str:
    """Return the guid that follows from a name; where another tag came with that, the next one."""
    guid = str(uuid.uuid5(_NAMESPACE, key)).upper()
    while guid in taken:
        guid = str(uuid.uuid5(_NAMESPACE, f"{key}\0{guid}")).upper()
    return guid


def _make_code(above: Element, entry: CodebookEntry | None, name: str, guid: str) -> Element:
    can_be_used = entry is not None and not entry.is_variable
    code = SubElement(
        above, "Code", {"guid": guid, "name": name, "isCodable": str(can_be_used).lower()}
    )
    if entry is not None:
        if entry.colour is not None:
            code.set("color", CODES[entry.colour])
        parts = Description(entry.definition, entry.inclusion, entry.exclusion, entry.example)
        description = join_description(parts)
        if description:
            SubElement(code, "Description").text = description
    return code


def _list_codes(above: Element) -> list[Element]:
    return [one for one in above if one.tag.rpartition("}")[2] == "Code"]


def _read_code(code: Element, name: str, guid: str, *, is_variable: bool) -> CodebookEntry:
    described = [one for one in code if one.tag.rpartition("}")[2] == "Description"]
    text = clean_lines("\n\n".join("".join(one.itertext()) for one in described))
    follows = guid == _make_guid(name.casefold(), set()).lower()
    return CodebookEntry(
        name,
        *split_description(text),
        colour=find_colour(code.get("color") or ""),
        is_variable=is_variable,
        guid="" if follows else guid,
    )
