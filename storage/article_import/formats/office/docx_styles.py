"""What the styles and numberings of a Word document mean for its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_HEADING = re.compile(r"heading ([1-9])$")
_DEEPEST = 20
"""Styles that are based on one another."""
_OFF = ("0", "false", "off", "none")


class Style(NamedTuple):
    """What a style says of its paragraphs or runs, its own bases asked."""

    level: int = 0
    """Of a heading; 0 for all else."""
    is_hidden: bool = False
    numbering: tuple[str, str] | None = None
    """The number of a list and its level."""


class Numbering:
    """The marks of items, counted on in the order in which they are asked for."""

    def __init__(self, root: Any) -> None:
        """Take the root of `word/numbering.xml`; None where there is none."""
        self._bullets: dict[tuple[str, str], bool] = {}
        self._starts: dict[tuple[str, str], int] = {}
        self._counts: Counter[tuple[str, int]] = Counter()
        if root is None:
            return
        lists = {
            get(one, "abstractNumId"): one for one in root.xpath("*[local-name()='abstractNum']")
        }
        for one in root.xpath("*[local-name()='num']"):
            named = next(iter_children(one, "abstractNumId"), None)
            levels = lists.get(get(named, "val"))
            for level in [] if levels is None else iter_children(levels, "lvl"):
                key = get(one, "numId"), get(level, "ilvl")
                kind = get(next(iter_children(level, "numFmt"), None), "val")
                self._bullets[key] = kind in ("bullet", "none")
                start = get(next(iter_children(level, "start"), None), "val")
                self._starts[key] = int(start) if start.isdecimal() else 1

    def take_mark(self, number: str, level: str) -> str:
        """Return what stands before the next item of that list: `- ` or `2. `; empty for none."""
        if number in ("", "0"):
            return ""  # which takes a paragraph out of the list of its style
        if self._bullets.get((number, level), True) or not level.isdecimal():
            return "- "
        depth = int(level)
        for deeper in [one for one in self._counts if one[0] == number and one[1] > depth]:
            del self._counts[deeper]
        self._counts[number, depth] += 1
        return f"{self._starts[number, level] + self._counts[number, depth] - 1}. "


def read_styles(root: Any) -> dict[str, Style]:
    """Return the styles in the root of `word/styles.xml` by their ids; none for None."""
    if root is None:
        return {}
    elements = {get(one, "styleId"): one for one in root.xpath("*[local-name()='style']")}
    return {name: _resolve(name, elements) for name in elements}


def _resolve(name: str, elements: Mapping[str, Any]) -> Style:
    """Return a style with what it has from those it is based on, where it says nothing itself."""
    level, hidden, numbering = None, None, None
    for _ in range(_DEEPEST):
        element = elements.get(name)
        if element is None:
            break
        level = _find_level(element) if level is None else level
        hidden = _find_hidden(element) if hidden is None else hidden
        numbering = _find_numbering(element) if numbering is None else numbering
        name = get(next(iter_children(element, "basedOn"), None), "val")
    return Style(level or 0, bool(hidden), None if level else numbering)


def _find_level(style: Any) -> int | None:
    named = get(next(iter_children(style, "name"), None), "val").lower()
    if named == "title":
        return 1
    heading = _HEADING.match(named)
    if heading is not None:
        return int(heading[1])
    stated = next(iter(style.xpath("*[local-name()='pPr']/*[local-name()='outlineLvl']")), None)
    return parse_outline(get(stated, "val")) if stated is not None else None


def _find_hidden(style: Any) -> bool | None:
    stated = next(iter(style.xpath("*[local-name()='rPr']/*[local-name()='vanish']")), None)
    return is_on(get(stated, "val")) if stated is not None else None


def _find_numbering(style: Any) -> tuple[str, str] | None:
    stated = next(iter(style.xpath("*[local-name()='pPr']/*[local-name()='numPr']")), None)
    if stated is None:
        return None
    number, level = (next(iter_children(stated, name), None) for name in ("numId", "ilvl"))
    return get(number, "val"), get(level, "val") or "0"


def parse_outline(value: str) -> int:
    """Return the level of a heading that an outline level means: `0` is 1, `9` is text."""
    return int(value) + 1 if value in tuple("012345678") else 0


def is_on(value: str) -> bool:
    """Tell whether a property that is there with that value is on."""
    return value.lower() not in _OFF


def iter_children(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of that local name."""
    return (one for one in element if str(one.tag).rpartition("}")[2] == name)


def get(element: Any, name: str) -> str:
    """Return an attribute by its local name; empty where it, or the element, is none."""
    if element is None:
        return ""
    found = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))
