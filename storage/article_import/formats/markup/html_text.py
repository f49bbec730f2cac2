"""Markup as a tree, and the text of a tree with one paragraph for each block."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from storage.article_import.formats.markup.deep_markup import flatten_markup
from storage.article_import.formats.markup.html_elements import BLOCKS, SILENT
from storage.article_import.input_format import take_beginning
from storage.errors import ReadError

_XML = (b"<rss ", b"<feed", b"<opml", b"<rdf:", b"<urls", b"<site")
"""How XML begins that does not say so."""
_ROOT = re.compile(
    rb"<(?:(?:\w+:)?(rss|feed|RDF|opml|urlset|sitemapindex)|(html))(?=[\s>/])", re.IGNORECASE
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\n\r\f\u200b]+")


def find_root_name(data: bytes) -> str:
    """Return the root that XML begins with: that of a feed, of a list of them, or `html`.

    Empty for any other, and for what is no XML.
    """
    start = take_beginning(data)
    is_xml = start.startswith(b"<?xml") or start[:5].lower() in _XML
    root = _ROOT.search(start) if is_xml else None
    return (root[1] or root[2]).decode("ascii").lower() if root is not None else ""


class HtmlTree(NamedTuple):
    """A page as a tree of at most 254 levels."""

    root: Any
    """None where there is none."""
    is_flattened: bool
    """Whether the page has more levels, whose text was put into fewer."""


def parse_html(markup: str) -> HtmlTree:
    """Return a page as a tree with all of its text, but for how to pronounce it (`ruby`).

    Nothing is fetched, no entity but HTML's own is resolved, scripts are text.
    """
    clean = _UNFIT.sub(" ", markup)
    root, is_cut = _parse_html(clean, huge_tree=False)
    if is_cut:  # whoever reads the tree may parse it again, within the usual limits
        root, _ = _parse_html(flatten_markup(clean), huge_tree=True)
    return HtmlTree(root, is_cut)


def _parse_html(markup: str, *, huge_tree: bool) -> tuple[Any, bool]:
    """Return the root, and whether the rest was left out because of a limit."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge_tree,
    )
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None, _is_cut(parser.error_log)
    for reading in root.xpath("//ruby//rt | //ruby//rp | //ruby//rtc"):
        reading.drop_tree()
    for read in root.xpath("//ruby | //ruby//rb | //ruby//rbc"):
        read.drop_tag()
    return root, _is_cut(parser.error_log)


def _is_cut(log: Any) -> bool:
    """Tell whether a parser left out the rest: after 254 levels, or ten million signs of one text.

    libxml2 says so in its log alone.
    """
    return any("XML_PARSE_HUGE" in entry.message for entry in log)


def parse_xml(data: bytes) -> Any:
    """Return the root of an XML document, as much as can be understood; None where nothing can.

    Nothing is fetched, entities are not resolved, so that a small file stays small. `ReadError`
    where it is nested too deep to be read whole.
    """
    root, is_cut = _parse_xml(data, huge_tree=False)
    if is_cut and b"<!entity" not in data.replace(b"\0", b"").lower():
        # Without entities of its own nothing in it can grow.
        root, is_cut = _parse_xml(data, huge_tree=True)
    if is_cut:
        raise ReadError("is nested too deep to read")
    return root


def _parse_xml(data: bytes, *, huge_tree: bool) -> tuple[Any, bool]:
    """Return the root, and whether the rest was left out because of a limit."""
    import lxml.etree

    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=huge_tree,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return lxml.etree.fromstring(data, parser=parser), _is_cut(parser.error_log)
    except (lxml.etree.LxmlError, ValueError):
        return None, _is_cut(parser.error_log)


def extract_text(root: Any) -> str:
    """Return the text of a tree: paragraphs with an empty line between, `<br>` a line break."""
    import lxml.etree

    parts: list[str] = []
    silent = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        name = tag.rpartition("}")[2].lower()
        if event == "start":
            silent += name in SILENT
            if name in BLOCKS:
                parts.append("\0")
            elif name == "br":
                parts.append("\x01")
            if not silent and element.text:
                parts.append(element.text)
        else:
            silent -= name in SILENT
            if name in BLOCKS:
                parts.append("\0")
            if not silent and element.tail and element is not root:
                parts.append(element.tail)
    text = _SPACE.sub(" ", "".join(parts))
    paragraphs = (
        "\n".join(line.strip() for line in block.split("\x01")).strip()
        for block in text.split("\0")
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
