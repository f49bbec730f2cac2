"""What may lie under the cursor: annotations, statements, passages, and which of them is meant."""

from __future__ import annotations

from collections.abc import Iterable

from storage.anchoring.located_targets import LocatedTarget
from textreuse import Group, Span, SpanIndex
from tui.story.items import Item

Carried = Item | Group
"""What several places carry, to be held against each other: a statement or a passage."""
Thing = LocatedTarget | Carried
"""What may lie under the cursor; an item only if it is a statement."""


class Things:
    """Finds what lies on a place, in the order in which it is likely to be meant."""

    def __init__(
        self, placed: Iterable[LocatedTarget], items: Iterable[Item], groups: Iterable[Group]
    ) -> None:
        found: list[tuple[Span, Thing]] = [(one.span, one) for one in placed]
        found += [
            (span, item) for item in items if item.statement is not None for span in item.spans
        ]
        found += [(span, group) for group in groups for span in group.spans]
        self._index = SpanIndex(found)

    def find_at(
        self, article: int, offset: int, chosen: LocatedTarget | None, current: Item | None
    ) -> list[Thing]:
        """Return what covers a character, each once: annotations, then statements, then passages.

        What was gone to, `chosen` or `current`, comes first among its like, then the shorter before
        the longer.
        """
        meant = (chosen, current, current.group if current else None)
        found = self._index.at(article, offset)
        found.sort(
            key=lambda each: (
                isinstance(each[1], Item) + 2 * isinstance(each[1], Group),
                each[1] not in meant,
                each[0].length,
            )
        )
        return list({id(thing): thing for _, thing in found}.values())
