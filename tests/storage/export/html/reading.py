"""Reads a report as a browser does, but without any leniency."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib

from storage.export.html.report import render_report
from storage.library import Library
from storage.models import Story

__all__ = [
    "XHTML",
    "Element",
    "all_text",
    "at",
    "folded",
    "page",
    "parsed",
    "parsed_fragment",
    "report",
    "table_rows",
    "texts",
]

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


def report(library: Library, story: Story) -> str:
    return render_report(library, library.stories.get(story.id), version="1.2")


def page(library: Library, story: Story) -> Element:
    return parsed(report(library, story))


def at(page: Element, name: str) -> Element:
    (found,) = [element for element in page.iter() if element.get("id") == name]
    return found


def texts(page: Element) -> list[Element]:
    return [one for one in page.iter(f"{XHTML}div") if one.get("class") == "text"]


def folded(element: Element) -> str:
    return " ".join(all_text(element).split())
