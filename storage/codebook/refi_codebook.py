"""Codebooks of REFI-QDA (`.qdc`), which ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange.

REFI-QDA Codebook 1.0 (`CodeBook` with `Codes` and `Sets`), as it stands in REFI-QDA 1.5.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from storage.codebook.code_names import shorten_names, tell_apart
from storage.codebook.codebook_format import CodebookFormat, ReadCodebook
from storage.codebook.refi_codes import list_guids, make_codes, read_codes, read_guid
from storage.codebook.taguette_paths import ORIGIN as TAGUETTE
from storage.codebook.taguette_paths import write_paths
from storage.codebook.xml_tree import parse_xml
from storage.errors import CopydeskError, ExchangeError
from storage.tables.codebook_entry import CodebookEntry
from storage.wording.joined_words import join_some
from storage.wording.terminal_text import clean_line

_NAMESPACE = "urn:QDA-XML:codebook:1.0"
_ROOT = b"<CodeBook"
_HEAD = 2**12
"""Bytes in which the root is."""
_VARIABLES = "Variables"
"""The name of the set that has the tags that are variables."""
_GUID = str(uuid.uuid5(uuid.NAMESPACE_URL, "copydesk:variables")).upper()


def render_qdc(entries: Sequence[CodebookEntry]) -> str:
    """Return a codebook as XML; the same tags give the same file. `CopydeskError` for none."""
    if not entries:
        raise CopydeskError("The codebook has no tags; a .qdc needs one. Make a tag first.")
    root = Element("CodeBook", {"xmlns": _NAMESPACE, "origin": "Copydesk"})
    codes = make_codes(entries)
    tell_apart(codes)
    root.append(codes)
    guids = list_guids(entries)
    variables = [guids[one.name.casefold()] for one in entries if one.is_variable]
    if variables:
        group = SubElement(SubElement(root, "Sets"), "Set", {"guid": _GUID, "name": _VARIABLES})
        for guid in variables:
            SubElement(group, "MemberCode", {"guid": guid})
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, "unicode")}\n'


def read_qdc(data: bytes) -> ReadCodebook:
    """Return the tags of a codebook, whatever version of the standard it names.

    A set called “Variables” makes its tags variables; other sets are left out.
    """
    root = parse_xml(data)
    codes = _find(root, "Codes")
    if _get_name(root) != "CodeBook" or codes is None:
        raise ExchangeError("it is no codebook of REFI-QDA")
    variables: set[str] = set()
    left_out = []
    sets = _find(root, "Sets")
    for group in [] if sets is None else sets:
        name = clean_line(group.get("name") or "")
        if name.casefold() == _VARIABLES.casefold():
            variables |= {
                read_guid(one.get("guid") or one.get("targetGUID"))
                for one in group
                if _get_name(one) == "MemberCode"
            }
        else:
            left_out.append(name or "without a name")
    if (root.get("origin") or "").startswith(TAGUETTE):
        paths = write_paths([one.get("name") or "" for one in codes])
        for code, path in zip(codes, paths, strict=True):
            code.set("name", path)
    shorten_names(codes)
    found = read_codes(codes, variables - {""})
    told = f"Left out: sets of codes, which tags have not: {join_some(left_out)}."
    return ReadCodebook(found.entries, [*found.notices, *([told] if left_out else [])])


def _is_qdc(data: bytes) -> bool:
    head = data[:_HEAD].replace(b"\0", b"")  # it may be UTF-16
    return _ROOT in head


def _list_lost(entries: Sequence[CodebookEntry]) -> list[str]:
    return ["A .qdc has no quick tags."] if any(one.number for one in entries) else []


def _find(element: Element, name: str) -> Element | None:
    return next((one for one in element if _get_name(one) == name), None)


def _get_name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


QDC = CodebookFormat("qdc", "REFI-QDA codebooks", _is_qdc, read_qdc, render_qdc, _list_lost)
