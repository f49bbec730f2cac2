"""Markup as a tree, and the text of a tree with one paragraph for each block."""

from __future__ import annotations

import re
from typing import Any

from storage.article_import.input_format import take_beginning

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol option p pre"
    " section summary table td th tr ul".split()
)
_SILENT = frozenset(
    "audio button canvas embed head iframe input math noscript object script select style svg"
    " template textarea title video".split()
)
_XML = (b"<rss ", b"<feed", b"<opml", b"<rdf:")
"""How XML begins that does not say so."""
_ROOT = re.compile(rb"<(?:(?:\w+:)?(rss|feed|RDF|opml)|(html))(?=[\s>/])", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\n\r\f\u200b]+")


def find_root_name(data: bytes) -> str:
    """Return the root that XML begins with: `rss`, `feed`, `rdf`, `opml` or `html`.

    Empty for any other, and for what is no XML.
    """
    start = take_beginning(data)
    is_xml = start.startswith(b"<?xml") or start[:5].lower() in _XML
    root = _ROOT.search(start) if is_xml else None
    return (root[1] or root[2]).decode("ascii").lower() if root is not None else ""


def parse_html(markup: str) -> Any:
    """Return the root element of a page; None where there is none.

    Nothing is fetched, no entity but HTML's own is resolved, scripts are text.
    """
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, collect_ids=False, remove_comments=True, remove_pis=True
    )
    data = _UNFIT.sub(" ", markup).encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def parse_xml(data: bytes) -> Any:
    """Return the root of an XML document, as much as can be understood; None where nothing can.

    Nothing is fetched, entities are not resolved, so that a small file stays small.
    """
    import lxml.etree

    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return lxml.etree.fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def extract_text(root: Any) -> str:
    """Return the text of a tree: paragraphs with an empty line between, `<br>` a line break."""
    import lxml.etree

    parts: list[str] = []
    silent = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        name = tag.rpartition("}")[2].lower()
        if event == "start":
            silent += name in _SILENT
            if name in _BLOCKS:
                parts.append("\0")
            elif name == "br":
                parts.append("\x01")
            if not silent and element.text:
                parts.append(element.text)
        else:
            silent -= name in _SILENT
            if name in _BLOCKS:
                parts.append("\0")
            if not silent and element.tail and element is not root:
                parts.append(element.tail)
    text = _SPACE.sub(" ", "".join(parts))
    paragraphs = (
        "\n".join(line.strip() for line in block.split("\x01")).strip()
        for block in text.split("\0")
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
