"""What is chosen on the screen of counts, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from storage.coder import name_coder
from storage.counts.co_occurrence import WITHIN, Within
from storage.counts.coded_uses import Copies
from storage.counts.count_table import CountRow, CountTable
from storage.counts.counting import SHOWN, CountRequest
from storage.counts.tag_counts import COUNTED_BY, MEASURES, Measure

_MEETING: Mapping[Within, str] = {
    "overlap": "in places that overlap",
    "words": "in words that have both",
    "sentence": "in one sentence",
    "article": "in one article",
}
_UNITS: Mapping[Measure, str] = {"uses": "uses", "words": "words", "articles": "articles"}


@dataclass(frozen=True, slots=True)
class CountChoice:
    """The choice; each change gives the next one."""

    request: CountRequest = field(default_factory=CountRequest)
    is_sorted: bool = False
    """Whether the tags used most come first; else in the order of the codebook."""

    def next_by(self) -> CountChoice:
        """Count by the next thing; tags with each other no more."""
        by = self.request.by
        if self.request.within is None:
            by = _turn(COUNTED_BY, by)
        return replace(self, request=replace(self.request, by=by, within=None))

    def next_measure(self) -> CountChoice:
        """Count in the next unit; that of tags with each other is where they meet."""
        measure = _turn(MEASURES, self.request.measure)
        return replace(self, request=replace(self.request, measure=measure, within=None))

    def next_within(self) -> CountChoice:
        """Count tags with each other, wherever they meet next."""
        within = _turn(WITHIN, self.request.within) if self.request.within else WITHIN[0]
        return replace(self, request=replace(self.request, within=within))

    def turn_copies(self) -> CountChoice:
        """Count each copy once, or every copy."""
        copies = _turn(get_args(Copies), self.request.copies)
        return replace(self, request=replace(self.request, copies=copies))

    def next_coders(self, known: Sequence[str]) -> CountChoice:
        """Count what all of those known coded, or what the next of them did."""
        choices = [(), *((coder,) for coder in known)]
        now = self.request.coders if self.request.coders in choices else ()
        return replace(self, request=replace(self.request, coders=_turn(choices, now)))

    def turn_unused(self) -> CountChoice:
        """Show the tags that have no use, or hide them."""
        shown = _turn(SHOWN, self.request.shown)
        return replace(self, request=replace(self.request, shown=shown))

    def turn_order(self) -> CountChoice:
        """Put the tags used most first, or back in the order of the codebook."""
        return replace(self, is_sorted=not self.is_sorted)

    @property
    def head(self) -> str:
        """What is counted, in few words."""
        request = self.request
        by = f" · coded by {', '.join(map(name_coder, request.coders))}" if request.coders else ""
        by += " · used tags only" if request.shown == "used" else ""
        copies = "every copy" if request.copies == "every" else "each copy once"
        if request.within is not None:
            return f"Tags with each other {_MEETING[request.within]} · {copies}{by}"
        told = f"{_UNITS[request.measure]} by {request.by}".capitalize()
        return f"{told}{by}" if request.measure == "articles" else f"{told} · {copies}{by}"

    def order_rows(self, table: CountTable) -> Sequence[CountRow]:
        """Return the rows of a table as they are to be shown."""
        if not self.is_sorted:
            return table.rows
        return sorted(table.rows, key=lambda row: -row.total)


def _turn(choices: Sequence[Any], now: Any) -> Any:
    return choices[(choices.index(now) + 1) % len(choices)]
