"""Reads a report as a browser does, but without any leniency."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib

__all__ = ["XHTML", "Element", "all_text", "parsed", "parsed_fragment", "table_rows"]

XHTML = "{http://www.w3.org/1999/xhtml}"


def parsed(page: str) -> Element:
    """Parse a whole page; any error in it is raised."""
    root = html5lib.HTMLParser(strict=True).parse(page)
    assert isinstance(root, Element)
    return root


def parsed_fragment(html: str) -> Element:
    """Parse what stands inside a page; any error in it is raised."""
    root = html5lib.HTMLParser(strict=True).parseFragment(html)
    assert isinstance(root, Element)
    return root


def all_text(element: Element) -> str:
    """Return the text of an element and of all inside it."""
    return "".join(element.itertext())


def table_rows(table: Element) -> list[list[str]]:
    """Return the cells of a table's body, white space folded."""
    return [
        [" ".join(all_text(cell).split()) for cell in row]
        for row in table.iterfind(f"{XHTML}tbody/{XHTML}tr")
    ]
