"""XML read as it comes, without a tree: a document of any length takes no more memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from storage.article_import.formats.office.flow import Flow
from storage.article_import.formats.office.paragraphs import Paragraph
from storage.errors import ReadError


class Handler(Protocol):
    """What is told of the elements of a document, and puts its paragraphs into the flow."""

    flow: Flow

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element; names are without their namespaces."""

    def end(self, name: str) -> None:
        """Take its end."""

    def data(self, text: str) -> None:
        """Take text, which may come in pieces."""


def iterate_paragraphs(pieces: Iterable[bytes], handler: Handler) -> Iterator[Paragraph]:
    """Yield the paragraphs that `handler` makes of a document's bytes, as they are complete.

    Nothing is fetched. `ReadError` where it is not well-formed, declares entities, which could
    grow, or has more than libxml2 allows: 256 levels, ten million characters of one text.
    """
    import lxml.etree

    parser = lxml.etree.XMLParser(
        target=_Target(handler),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for piece in pieces:
            parser.feed(piece)
            yield from handler.flow.done
            handler.flow.done.clear()
        parser.close()
    except lxml.etree.XMLSyntaxError:
        raise ReadError("is damaged: its text breaks off") from None
    yield from handler.flow.done
    handler.flow.done.clear()


class _Target:
    """Hands on what lxml tells, with names without their namespaces."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self.data = handler.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        # Where entities are left as they are, lxml writes each `&` of an attribute so.
        local = {
            key.rpartition("}")[2]: value.replace("&#38;", "&") for key, value in attributes.items()
        }
        self._handler.start(tag.rpartition("}")[2], local)

    def end(self, tag: str) -> None:
        self._handler.end(tag.rpartition("}")[2])

    def doctype(self, *_declared: str | None) -> None:
        raise ReadError("declares entities, which no word processor does")

    def close(self) -> None:
        """Nothing is left to do."""
