"""XML of other programs as a tree: nothing is fetched, nothing declared in it is believed."""

from __future__ import annotations

from typing import Any

from storage.errors import ExchangeError


def parse_xml(data: bytes) -> Any:
    """Return the root of a document, without its comments and processing instructions.

    `ExchangeError` where it is not well-formed, declares a type, which could declare entities, or
    has more than libxml2 allows: 256 levels, ten million characters of one text.
    """
    import lxml.etree

    # To hand on what it tells as it comes would be to take `&#38;` for the `&` of an attribute.
    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.etree.fromstring(data, parser=parser)
    except lxml.etree.XMLSyntaxError:
        raise ExchangeError("its XML is damaged") from None
    if root.getroottree().docinfo.doctype:
        raise ExchangeError("it declares a document type, which no codebook does")
    return root
