"""How the overview of a story was left, so that it opens so again."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse import Group, Span
from tui.overview.figures import ChosenPair, ChosenParallel
from tui.overview.passage_list import ORDERS, Order


class Remembered:
    """Reads and writes a mapping that is kept with the story; what makes no sense is as nothing.

    Articles are told by their ids: their letters may be others the next time.
    """

    def __init__(self, kept: dict[str, str], ids: Sequence[str]) -> None:
        self._kept = kept
        self._ids = ids

    @property
    def part(self) -> str:
        """The part that had the keys; empty where nothing is known."""
        return self._kept.get("part", "")

    @part.setter
    def part(self, name: str) -> None:
        self._kept["part"] = name

    @property
    def order(self) -> Order:
        """That of the passages."""
        return next((one for one in ORDERS if one == self._kept.get("order")), ORDERS[0])

    @order.setter
    def order(self, order: Order) -> None:
        self._kept["order"] = order

    def find_pair(self, part: str) -> ChosenPair | None:
        """Return the two articles that the cursor of a part was on."""
        numbers = {identity: number for number, identity in enumerate(self._ids)}
        found = [numbers.get(identity) for identity in self._kept.get(part, "").split()]
        known = [number for number in found if number is not None]
        return ChosenPair(*known) if len(found) == len(known) == len(ChosenPair._fields) else None

    def keep_pair(self, part: str, pair: ChosenPair) -> None:
        """Keep the two articles that the cursor of a part is on."""
        self._kept[part] = f"{self._ids[pair.row]} {self._ids[pair.column]}"

    def find_passage(self, groups: Sequence[Group]) -> Group | None:
        """Return the passage that the cursor of the list was on, by its first place."""
        kept = self._kept.get("passage")
        return next((group for group in groups if self._place(group) == kept), None)

    def keep_passage(self, group: Group) -> None:
        """Keep the passage that the cursor of the list is on."""
        self._kept["passage"] = self._place(group)

    def is_parallel(self, parallel: ChosenParallel) -> bool:
        """Tell whether it is the parallel that the cursor of their list was on."""
        return self._kept.get("parallel") == self._places(parallel)

    def keep_parallel(self, parallel: ChosenParallel) -> None:
        """Keep the parallel that the cursor of their list is on."""
        self._kept["parallel"] = self._places(parallel)

    def _places(self, parallel: ChosenParallel) -> str:
        return " ".join(self._spell(span) for span in sorted(parallel))

    def _place(self, group: Group) -> str:
        return self._spell(group.spans[0])

    def _spell(self, span: Span) -> str:
        article, start, end = span
        return f"{self._ids[article]} {start} {end}"
