"""Who had it first: articles in the order of their publication, with what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from textreuse.statements.origins.origin import Carrier, Trace
from textreuse.statements.publication_order import has_time, rank_dates
from textreuse.statements.wording import join_names
from textreuse.text.spans import Span, merge

_HOUR = 60
_DAY = 24 * _HOUR
_HOURS_TOLD = 48


def order_articles(published: Sequence[str | None]) -> tuple[Carrier, ...]:
    """Return all articles in the order of publication, those without a date last."""
    return _order(dict.fromkeys(range(len(published)), ()), published)


def trace_carriers(
    spans: Iterable[Span], names: Sequence[str], published: Sequence[str | None]
) -> Trace:
    """Return who carries the passage or utterance that stands at `spans`, first to last.

    Ranks and gaps are those of the carriers among themselves. What is equal in rank comes by
    article.
    """
    places: dict[int, list[Span]] = {}
    for span in spans:
        places.setdefault(span.article, []).append(span)
    carriers = _order({article: merge(places[article]) for article in sorted(places)}, published)
    return Trace(carriers, _explain(carriers, names))


def _order(
    spans_of: dict[int, tuple[Span, ...]], published: Sequence[str | None]
) -> tuple[Carrier, ...]:
    dates = [published[article] or None for article in spans_of]
    ranked = sorted(
        zip(spans_of, dates, rank_dates(dates), strict=True),
        key=lambda one: (one[2] is None, one[2] or 0, one[1] or "", one[0]),
    )
    found: list[Carrier] = []
    for article, date, rank in ranked:
        gap = "" if not found else describe_gap(found[-1], date, rank)
        found.append(Carrier(article, date, rank, spans_of[article], gap))
    return tuple(found)


def describe_gap(before: Carrier, date: str | None, rank: int | None) -> str:
    """Return how long after the one `before` it was published: `2 h 25 min`, `3 days`.

    Empty where nothing tells it: a date is unknown, or both have the same rank.
    """
    if rank is None or before.rank in (None, rank):
        return ""
    earlier, later = _read(before.published), _read(date)
    if earlier is None or later is None:
        return ""
    if has_time(before.published) and has_time(date):
        minutes = (later - earlier) // timedelta(minutes=1)
        return _describe_minutes(minutes)
    days = (later.date() - earlier.date()).days
    return "1 day" if days == 1 else f"{days} days"


def _describe_minutes(minutes: int) -> str:
    if minutes < 1:
        return "less than 1 min"
    if minutes >= _HOURS_TOLD * _HOUR:
        return f"{minutes // _DAY} days"
    hours, rest = divmod(minutes, _HOUR)
    return " ".join(
        part for part in (f"{hours} h" * (hours > 0), f"{rest} min" * (rest > 0)) if part
    )


def _read(date: str | None) -> datetime | None:
    try:
        return None if date is None else datetime.fromisoformat(date).replace(tzinfo=None)
    except ValueError:
        return None


def _explain(carriers: Sequence[Carrier], names: Sequence[str]) -> str:
    """Return what the order tells, and what it does not."""
    dated = [carrier for carrier in carriers if carrier.rank is not None]
    undated = [names[carrier.article] for carrier in carriers if carrier.rank is None]
    if len(carriers) < 2:
        return f"Only {names[carriers[0].article]} has it." if carriers else "Nobody has it."
    if not dated:
        return "No dates are known: nothing tells who had it first."
    first = [names[carrier.article] for carrier in dated if carrier.rank == 1]
    if len(first) > 1:
        told = f"Nothing tells which of {join_names(first)} had it first"
    else:
        told = f"{first[0]} is the first of those with a date to have it"
        told = told if undated else f"{first[0]} published it first"
    if undated:
        has = "has" if len(undated) == 1 else "have"
        told += f"; {join_names(undated)} {has} no date"
    return f"{told}. An order, not a proof: who came later may have it from elsewhere."
