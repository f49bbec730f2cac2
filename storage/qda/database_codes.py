"""The codes of a database as the codes of REFI-QDA, which have a reader."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from storage.codebook.code_names import shorten_names
from storage.codebook.refi_codes import ReadCodes, read_codes
from storage.qda.xml_text import fit_xml

_NAMESPACE = uuid.UUID("0f6b8ad0-5ad4-4d6e-8a5f-1a0c7a4f2b11")


class CodeRow(NamedTuple):
    """A code, or what only holds other codes."""

    key: str
    """What the database knows it by."""
    parent: str
    """The key of what it is below; empty for none."""
    name: str
    description: str = ""
    colour: str = ""
    can_be_used: bool = True
    is_variable: bool = False


def read_code_rows(rows: Iterable[CodeRow]) -> ReadCodes:
    """Return the tags that codes are, `names` by their keys.

    What is below itself, or below nothing that is there, stands by itself.
    """
    known = {row.key: row for row in rows}
    codes = Element("Codes")
    elements: dict[str, Element] = {}
    for key in known:
        path = _list_path(known, key)
        for one in path:
            if one not in elements:
                above = elements.get(known[one].parent, codes)
                elements[one] = _make_element(above, known[one])
    shorten_names(codes)
    read = read_codes(codes, [_make_guid(row.key) for row in known.values() if row.is_variable])
    names = {key: read.names[guid] for key in known if (guid := _make_guid(key)) in read.names}
    # The guids are not those of any program.
    return ReadCodes([one._replace(guid="") for one in read.entries], names, read.notices)


def _list_path(known: dict[str, CodeRow], key: str) -> list[str]:
    """Return the keys from the topmost code to this one."""
    path: list[str] = []
    while key in known and key not in path:
        path.append(key)
        key = known[key].parent
    return path[::-1]


def _make_element(above: Element, row: CodeRow) -> Element:
    code = SubElement(
        above,
        "Code",
        {
            "guid": _make_guid(row.key),
            "name": fit_xml(row.name),
            "isCodable": str(row.can_be_used).lower(),
            "color": row.colour,
        },
    )
    if row.description:
        SubElement(code, "Description").text = row.description
    return code


def _make_guid(key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, key))
