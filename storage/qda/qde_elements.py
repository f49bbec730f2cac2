"""The elements of a project's XML, whatever namespace of REFI-QDA they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from storage.clock import write_time
from storage.codebook.refi_codes import read_guid
from storage.errors import ReadError
from storage.qda.xml_text import fit_xml

_UNESCAPED = re.compile(r"(<PlainTextContent>)(.*?)</PlainTextContent>", re.DOTALL)
_LONE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")


def parse_qde(data: bytes) -> Any:
    """Return the root; `ReadError` where it is no project, or declares entities."""
    import lxml.etree

    try:
        root = _parse(data)
    except lxml.etree.XMLSyntaxError:
        # QualCoder writes what its texts have, be it a sign of XML or none that XML can hold.
        try:
            root = _parse(_mend(data))
        except (lxml.etree.XMLSyntaxError, UnicodeDecodeError):
            raise ReadError("is damaged: its project cannot be read as XML") from None
    if root.getroottree().docinfo.doctype:
        raise ReadError("declares entities, which no project does")
    if get_name(root) != "Project":
        raise ReadError("is not a REFI-QDA project")
    return root


def _parse(data: bytes) -> Any:
    import lxml.etree

    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return lxml.etree.fromstring(data, parser=parser)


def _mend(data: bytes) -> bytes:
    """Return a document with control characters shown, and the markup inside of notes escaped."""
    text = fit_xml(data.decode("utf-8-sig"))
    return _UNESCAPED.sub(lambda found: _escape(found[1], found[2]), text).encode()


def _escape(head: str, content: str) -> str:
    content = _LONE_AMPERSAND.sub("&amp;", content).replace("<", "&lt;").replace(">", "&gt;")
    return f"{head}{content}</PlainTextContent>"


def get_name(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def iterate_children(element: Any, name: str) -> Iterator[Any]:
    """Return the children of that name, one after another; none where `element` is None."""
    return iter(()) if element is None else element.iterchildren("{*}" + name)


def find_child(element: Any, name: str) -> Any:
    """Return the first child of that name; None where there is none."""
    return next(iterate_children(element, name), None)


def read_text(element: Any, name: str) -> str:
    """Return the text of the first child of that name; empty where it is only white space."""
    found = find_child(element, name)
    text = "" if found is None else "".join(found.itertext())
    return text if text.strip() else ""


def read_target(element: Any, name: str = "") -> str:
    """Return the guid that an element, or its child of that name, points to; empty for none."""
    found = find_child(element, name) if name else element
    return "" if found is None else read_guid(found.get("targetGUID"))


@lru_cache(4096)
def read_time(written: str | None) -> str:
    """Return a time as the library writes it; empty where it is none."""
    try:
        return write_time(datetime.fromisoformat((written or "").strip()))
    except (ValueError, OverflowError):
        return ""
