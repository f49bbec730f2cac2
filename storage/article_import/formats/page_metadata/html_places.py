"""What stands near an article in its page: with its headline, or among its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from storage.article_import.formats.pages.html_blocks import Block
from storage.article_import.formats.pages.html_roles import is_beside

_BEFORE = 4
"""Paragraphs before the headline that are near it: a byline, a date, a section."""


class Places:
    """Where a byline or a date of the article may stand."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Find them; `blocks` are the paragraphs of the page, those of the text with a place."""
        placed = [number for number, block in enumerate(blocks) if block.place is not None]
        # The headline may be the first line of the text.
        found = [one for one in placed if blocks[one].element.tag != "h1"] or placed
        self.opening: Sequence[Block] = ()
        """The paragraphs from the headline to the second of the text."""
        self._text: Any = None
        self._head: Any = None
        self._opening: set[Any] = set()
        if not found:
            return
        first = found[0]
        headlines = [
            number
            for number, block in enumerate(blocks[: first + 1])
            if block.element.tag in ("h1", "h2")
        ]
        main = [number for number in headlines if blocks[number].element.tag == "h1"]
        top = (main or headlines or [first])[-1]
        elements = [block.element for block in blocks]
        self.opening = blocks[top : first + 2]
        self._text = _find_common(elements[first], elements[found[-1]])
        self._head = _find_common(elements[top], elements[first])
        self._opening = set(elements[max(0, top - _BEFORE) : first + 2])

    def is_near(self, element: Any) -> bool:
        """Tell whether an element stands with the text, or between the headline and it."""
        return self._is_within(element, self._text) or self.is_opening(element)

    def is_opening(self, element: Any) -> bool:
        """Tell whether an element stands with the headline, before the text goes on."""
        return self._is_within(element, self._head) and not self._opening.isdisjoint(
            [element, *element.iterancestors(), *element.iter("*")]
        )

    def _is_within(self, element: Any, scope: Any) -> bool:
        """Tell whether an element is in a scope, and in nothing that stands beside the article."""
        around = [element, *element.iterancestors()]
        return scope in around and not any(map(is_beside, around[: around.index(scope)]))


def _find_common(one: Any, other: Any) -> Any:
    """Return the innermost element around both."""
    around = [one, *one.iterancestors()]
    return next(each for each in (other, *other.iterancestors()) if each in around)
