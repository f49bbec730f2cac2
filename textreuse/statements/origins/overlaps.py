"""Tell of each pair of articles what they have in common, and what that comes of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from textreuse.comparison import Comparison
from textreuse.statements.origins.common_text import CommonText
from textreuse.statements.origins.origin import Overlap
from textreuse.statements.origins.quoted_statements import QuotedStatements
from textreuse.statements.shared_quotations import SharedQuotations
from textreuse.statements.wording import count_words
from textreuse.text.spans import merge

_QUOTED_WORDS = 3
"""Words inside quotations, in both, from which on two articles quote the same."""


def classify_overlaps(
    comparison: Comparison,
    common: Mapping[tuple[int, int], CommonText],
    quotations: SharedQuotations,
    statements: QuotedStatements,
    later: Mapping[tuple[int, int], int | None],
    names: Sequence[str],
) -> tuple[Overlap, ...]:
    """Return what each two articles have in common, in their order."""
    found = []
    for pair in combinations(range(len(comparison.texts)), 2):
        overlap = _classify(pair, common.get(pair), quotations, later, names)
        statement = statements.find(pair) if min(overlap.in_quotations) >= _QUOTED_WORDS else None
        if statement is not None:
            overlap = overlap._replace(
                why=f"{overlap.why} {statement.explain(names)}",
                evidence=merge([*overlap.evidence, *statement.cues]),
            )
        found.append(overlap)
    return tuple(found)


def _classify(
    pair: tuple[int, int],
    common: CommonText | None,
    quotations: SharedQuotations,
    later: Mapping[tuple[int, int], int | None],
    names: Sequence[str],
) -> Overlap:
    one, other = (names[article] for article in pair)
    if common is None:
        why = f"{one} and {other} have no passage in common."
        return Overlap(pair, "none", None, (0, 0), (0, 0), (), why)
    shared, quoted = common.shared_words, common.in_quotations
    count = round(common.alike)
    alike = count_words(count)
    if common.has_same_text:
        after = later.get(pair)
        if after is None:
            why = (
                f"{one} and {other} have {alike} alike outside quotations, and"
                " nothing tells which of them had these first."
            )
            return Overlap(pair, "common origin", None, shared, quoted, common.evidence, why, count)
        before = names[pair[0] if after == pair[1] else pair[1]]
        why = (
            f"{names[after]} was published after {before} and has {alike} in the same order as"
            f" {before} outside quotations."
        )
        return Overlap(pair, "outlet to outlet", after, shared, quoted, common.evidence, why, count)
    if min(quoted) >= _QUOTED_WORDS:
        why = (
            f"{min(quoted):,} of the {count_words(min(shared))} that {one} and {other} share stand"
            " inside quotations; the rest is too little to tell that they rest on the same."
        )
        both = merge(span for side in (pair, pair[::-1]) for span in quotations.find(*side))
        return Overlap(pair, "quotations", None, shared, quoted, both, why, count)
    why = (
        f"{one} and {other} share {count_words(min(shared))}, too few in a row to tell"
        " that they rest on the same."
    )
    return Overlap(pair, "none", None, shared, quoted, common.evidence, why, count)
