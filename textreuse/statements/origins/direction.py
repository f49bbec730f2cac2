"""Which of two articles can have its words from the other."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.statements.origins.common_text import CommonText
from textreuse.statements.origins.credits import Credit
from textreuse.text.normalize import fold

_CLEARLY = 1.25
"""How many times as much of the later article, by share, must stand in the earlier one as the other
way round: two papers that cut one agency's copy hold about as much of each other."""


def find_later(
    common: CommonText,
    ranks: Sequence[int | None],
    outlets: Sequence[str | None],
    credits_: Sequence[Sequence[Credit]],
) -> int | None:
    """Return the article of the two that has its words from the other, None if nothing tells it.

    It was published later, and clearly more of it stands in the earlier one than the other way
    round, or the earlier one is the agency's own that one of them credits.
    """
    one, other = common.articles
    first, second = ranks[one], ranks[other]
    if first is None or second is None or first == second or not common.has_same_text:
        return None
    earlier, later = (one, other) if first < second else (other, one)
    if _is_of_agency(outlets[earlier], (*credits_[earlier], *credits_[later])):
        return later
    shares = {
        article: words / max(1, length)
        for article, words, length in zip(
            common.articles, common.shared_words, common.lengths, strict=True
        )
    }
    return later if shares[later] >= _CLEARLY * shares[earlier] else None


def _is_of_agency(outlet: str | None, credits_: Sequence[Credit]) -> bool:
    """Tell whether an outlet is an agency that is credited."""
    words = fold(outlet or "").split()
    names = (fold(credit.name).split() for credit in credits_ if credit.kind != "release")
    return any(name and set(name) <= set(words) for name in names)
