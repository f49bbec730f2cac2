"""A story as GraphML for Gephi and others: its articles, and what each two have in common.

http://graphml.graphdrawing.org: a node an article, an edge a pair that shares words. An edge is
directed where dates and containment agree on who has the words from whom, from the earlier to the
later. No words of the articles leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from storage.comparing import ComparedStory
from storage.errors import CopydeskError
from storage.export.article_rows import count_parts
from storage.export.existing_file import read_existing
from storage.export.interchange.identifiers import SOFTWARE
from storage.share_figures import count_shares
from storage.wording.terminal_text import fit_utf8, reveal_line
from textreuse import Origin, Overlap

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = 2**12
"""Bytes in which a file of ours says so."""


class _Key(NamedTuple):
    """A value that nodes or edges have; Gephi reads `label` and `weight` as such."""

    name: str
    type: str = "string"


_NODE = (
    _Key("label"),
    *map(_Key, ("letter", "title", "outlet", "published", "url")),
    *(_Key(name, "int") for name in ("words", "shared_words", "shared_words_in_quotations")),
    *(_Key("origin", "int"), _Key("origin_kind"), _Key("origin_name")),
    *(_Key("derivation"), _Key("derived_words", "int")),
)
_EDGE = (
    _Key("weight", "double"),
    *(_Key(name, "int") for name in ("shared_words", "shared_words_in_quotations")),
    *map(_Key, ("overlap", "why")),
)
_Value = str | int | None


def render_graphml(compared: ComparedStory, name: str) -> str:
    """Return the graph of a story of that name; the same story gives the same file.

    `weight` of an edge is the words that the two share: the mean of both counts. `origin` numbers
    the independent origins from 1.
    """
    root = ElementTree.Element("graphml", {"xmlns": _NAMESPACE})
    root.append(ElementTree.Comment(f" {SOFTWARE} "))
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for key in keys:
            described = {"id": f"{owner}_{key.name}", "for": owner}
            described |= {"attr.name": key.name, "attr.type": key.type}
            ElementTree.SubElement(root, "key", described)
    graph = ElementTree.SubElement(root, "graph", {"id": "story", "edgedefault": "undirected"})
    _add(graph, "desc", reveal_line(fit_utf8(name)))
    for article, values in enumerate(_list_nodes(compared)):
        node = ElementTree.SubElement(graph, "node", {"id": f"n{article}"})
        _add_values(node, "node", zip(_NODE, values, strict=True))
    for number, overlap in enumerate(_list_edges(compared)):
        edge = ElementTree.SubElement(graph, "edge", _describe_ends(overlap, number))
        _add_values(edge, "edge", zip(_EDGE, _describe_overlap(overlap), strict=True))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, "unicode")}\n'


def is_our_graphml(path: Path) -> bool:
    """Tell whether a file is GraphML that we exported."""
    try:
        head = (read_existing(path) or b"")[:_HEAD]
    except CopydeskError:
        return False
    return b"<graphml " in head and f"<!-- {SOFTWARE} -->".encode() in head


def _list_nodes(compared: ComparedStory) -> Iterator[tuple[_Value, ...]]:
    origins = compared.statements.origins
    origin_of: dict[int, tuple[int, Origin]] = {
        article: (number, origin)
        for number, origin in enumerate(origins.independent, 1)
        for article in origin.articles
    }
    for index, (letter, article) in enumerate(
        zip(compared.letters, compared.articles, strict=True)
    ):
        counted, derivation = count_shares(compared.kept, index), origins.derivations[index]
        number, origin = origin_of[index]
        yield (
            f"{letter} {article.name}",
            letter,
            article.title,
            article.outlet,
            article.published,
            article.url,
            counted.words,
            counted.shared.words,
            count_parts(compared, index).in_quotations.words,
            number,
            origin.kind,
            origin.name,
            derivation.derivation,
            derivation.words,
        )


def _list_edges(compared: ComparedStory) -> list[Overlap]:
    return [one for one in compared.statements.origins.overlaps if any(one.shared_words)]


def _describe_ends(overlap: Overlap, number: int) -> dict[str, str]:
    one, other = overlap.articles
    source, target = (other, one) if overlap.later == one else (one, other)
    return {
        "id": f"e{number}",
        "source": f"n{source}",
        "target": f"n{target}",
        "directed": "false" if overlap.later is None else "true",
    }


def _describe_overlap(overlap: Overlap) -> tuple[_Value, ...]:
    return (
        f"{sum(overlap.shared_words) / 2:g}",
        max(overlap.shared_words),
        max(overlap.in_quotations),
        overlap.kind,
        overlap.why,
    )


def _add_values(
    element: ElementTree.Element, owner: str, values: Iterable[tuple[_Key, _Value]]
) -> None:
    """Add the values that are known; what XML cannot hold is shown as signs."""
    for key, value in values:
        if value is not None and value != "":
            data = _add(element, "data", reveal_line(fit_utf8(str(value))))
            data.set("key", f"{owner}_{key.name}")


def _add(element: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    added = ElementTree.SubElement(element, tag)
    added.text = text
    return added
