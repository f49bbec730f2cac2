"""Locating: how an annotation finds its text again.

Tried in the order of the Hypothesis client: position, exact quote with context, fuzzy quote with
context (hypothes.is, "Fuzzy Anchoring"). Unlike there, the best place is not good enough by being
the best: it must leave all others behind, or the reader is asked to look at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storage.anchoring.anchors import CONTEXT
from storage.anchoring.candidates import find_alike, find_same_words, find_vacancy
from storage.anchoring.quote_fit import AnchoredQuote, QuotePlace, fit
from storage.models import Anchor

State = Literal["exact", "moved", "changed", "orphan"]

_CERTAIN, _CERTAIN_CONTEXT = 90.0, 80.0
"""The least scores, with the quote and of the context alone, of a place told exact or moved."""
_MARGIN = 10.0
"""The lead in score without which one place is not told from another, ..."""
_OVERWHELMING = 15.0
"""... and the one before which it does not matter which of them is nearer to the old place."""
_TIMES_NEARER = 4
"""Of places much alike the nearest to the old one is meant if the next is so much farther."""
_FARTHEST = 1_000
"""Characters that a quote may have moved by if its context is not what it was."""
_NEAR_BY = 2_000
"""Characters on both sides of the old place that are searched before all of the text."""


@dataclass(frozen=True, slots=True)
class LocatedQuote:
    """Where an anchor's quote stands now.

    `exact` at its old place and `moved` at another are sure, and the words are the quote's own.
    `changed` is for the reader to review: the words are others, or the surroundings are.
    """

    start: int
    end: int
    state: State
    score: float
    """How well quote and context fit there, from 0 to 100, where nothing has changed."""


def locate(anchor: Anchor, text: str) -> LocatedQuote | None:
    """Find where `anchor` now stands in `text`: a stretch of it, never empty. Never raises.

    The old place wins while quote and context are nearly what they were there, the one word for
    word and of the other one side. Else it is the place that fits best and leaves all others
    behind: in score or, where they are much alike, by standing much nearer to the old place; of
    equal ones the nearest, then the first. A place is not silently taken where another one, nearer
    to the old, may be meant, or where the old surroundings still are, but without the quote.
    None if the quote is gone, or may be at one of several places: an orphan.
    """
    if not anchor.quote:
        return None
    if stands_untouched(text, anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix):
        return LocatedQuote(anchor.start, anchor.end, "exact", 100.0)
    quotation = AnchoredQuote(anchor.prefix, anchor.quote, anchor.suffix)
    here = _fit_old_place(anchor, quotation, text)
    if here is not None and _is_certain(here) and _keeps_a_side(here, quotation, text):
        return _make_located(here, "exact")
    survey = _survey(anchor, quotation, text)
    if survey is not None:
        if survey.is_clear():
            return _make_located(
                survey.best, "exact" if survey.best.start == anchor.start else "moved"
            )
        if survey.is_gone():
            return None
        likely = survey.choose_likely()
        if likely is not None:
            return _make_located(likely, "changed")
    if here is not None and (here.beside or len(anchor.quote) > CONTEXT):
        return _make_located(here, "changed")
    return None


def stands_untouched(text: str, start: int, end: int, quote: str, prefix: str, suffix: str) -> bool:
    """Tell whether quote and context of an anchor stand as they stood, where they stood.

    No quote stands nowhere.
    """
    before = start - len(prefix)
    return (
        bool(quote)
        and before >= 0
        and text.startswith(f"{prefix}{quote}{suffix}", before)
        and end - start == len(quote)
    )


def _make_located(place: QuotePlace, state: State) -> LocatedQuote:
    return LocatedQuote(place.start, place.end, state, place.score)


def _is_certain(place: QuotePlace) -> bool:
    """Tell whether the quote is surely here, if it is nowhere else."""
    return (
        place.same
        and place.beside
        and place.score >= _CERTAIN
        and place.context >= _CERTAIN_CONTEXT
    )


def _fit_old_place(anchor: Anchor, quotation: AnchoredQuote, text: str) -> QuotePlace | None:
    """Return the old place if the quote's words stand there, by chance or not."""
    start = anchor.start
    if start < 0 or not text.startswith(anchor.quote, start):
        return None
    return fit(quotation, text, start, start + len(anchor.quote))


def _keeps_a_side(place: QuotePlace, quotation: AnchoredQuote, text: str) -> bool:
    before = text[max(0, place.start - len(quotation.prefix)) : place.start]
    return before == quotation.prefix or text.startswith(quotation.suffix, place.end)


@dataclass(frozen=True, slots=True)
class _Survey:
    """All places where a quote may stand, as seen from its old one."""

    old: int
    """Where the quote began."""
    best: QuotePlace
    others: list[QuotePlace]
    """They do not overlap the best."""
    vacancies: list[int]
    """How far away the quote's surroundings stand without it."""

    def measure_distance(self, place: QuotePlace) -> int:
        """Return by how much the quote has moved if it is here."""
        return abs(place.start - self.old)

    def is_clear(self) -> bool:
        """Tell whether the quote is surely at the best place, whatever else is there."""
        best, distance = self.best, self.measure_distance(self.best)
        if not _is_certain(best) or any(_TIMES_NEARER * distance > gap for gap in self.vacancies):
            return False
        leads = [best.score - other.score >= _MARGIN for other in self.others]
        nearer = [_TIMES_NEARER * distance <= self.measure_distance(other) for other in self.others]
        if best.score < 100:
            # It may be a repeat of the quote, in surroundings that were like the quote's.
            alone = not self.vacancies and all(leads) and all(nearer)
            return alone and distance <= _FARTHEST
        # From a repeat in the same surroundings nothing ever told the quote but its place.
        return all(
            near or (lead and distance <= self.measure_distance(other))
            for near, lead, other in zip(nearer, leads, self.others, strict=True)
        )

    def is_gone(self) -> bool:
        """Tell whether the quote was rather taken out nearby than brought to the best place.

        Only a long one may be brought to other surroundings and still be known.
        """
        best = self.best
        is_brought = best.end - best.start > CONTEXT and not best.beside
        return not is_brought and any(gap < self.measure_distance(best) for gap in self.vacancies)

    def choose_likely(self) -> QuotePlace | None:
        """Return the place to show where none is sure; None if it may as well be another."""
        lead = min((self.best.score - other.score for other in self.others), default=100.0)
        if lead >= _OVERWHELMING:
            return self.best
        places = [self.best, *self.others]
        nearest = min(places, key=self.measure_distance)
        if all(
            nearest.overlaps(other)
            or _TIMES_NEARER * self.measure_distance(nearest) <= self.measure_distance(other)
            for other in places
        ):
            return nearest
        return self.best if lead >= _MARGIN or self.best.score == 100 else None


def _survey(anchor: Anchor, quotation: AnchoredQuote, text: str) -> _Survey | None:
    """Look for the best place and for all that may be meant instead; None if there is none."""
    old = anchor.start

    def rank(place: QuotePlace) -> tuple[float, int]:
        return place.score, -abs(place.start - old)

    def reach_out(reach: int) -> tuple[int, int]:
        return max(0, old - reach), min(len(text), anchor.end + reach)

    same = find_same_words(quotation, text, old)
    best = (
        max(same, key=rank)
        if same
        else find_alike(quotation, text, *reach_out(_NEAR_BY))
        or find_alike(quotation, text, 0, len(text))
    )
    if best is None:
        return None
    # What is farther away matters only where the best place could lose to it by its score alone.
    may_lose = best.score < 100 if best.same else best.score < 100 - _OVERWHELMING
    reach = len(text) if may_lose else _TIMES_NEARER * abs(best.start - old)
    places, gaps = [best, *same], []
    for first, last in best.list_outside(*reach_out(reach)):
        places += filter(None, [find_alike(quotation, text, first, last)])
        gaps.append(find_vacancy(quotation, text, first, last))
    best = max(places, key=rank)
    return _Survey(
        old,
        best,
        [place for place in places if not place.overlaps(best)],
        # Where the quote stands, its surroundings are not without it.
        [
            abs(gap - old)
            for gap in gaps
            if gap is not None
            and not any(place.start - CONTEXT <= gap <= place.end + CONTEXT for place in places)
        ],
    )
