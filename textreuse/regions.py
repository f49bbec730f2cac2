"""Regions: the long stretches of correspondence that passages are the tight core of.

Seed, extend, filter, as systems for PAN's text alignment do it (Sanchez-Perez, Gelbukh, Sidorov
2014 and 2015): units that match are clustered, clusters that hold together are accepted, and
where nothing was copied a short stretch may sum up a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum, inf
from typing import NamedTuple

from textreuse.clusters import Area, area, clusters, cosine, is_strong, mutual, spans
from textreuse.comparison import Comparison
from textreuse.matches import Match
from textreuse.spans import Span
from textreuse.summaries import Sides, summaries
from textreuse.vectors import Vectors

_VERBATIM_RUN = 300
"""Characters in a row, word for word, from which on two texts are taken for copied as they stand:
passages with such a run are exact, and only near-copies stand beside them."""
_VERBATIM_COSINE = 0.8

_MUTUAL = 0.85
"""Share of the best cosine of both its units that a match needs to be clustered."""

_REACH = 6
_WEAK_REACH = 2
"""Units on each side over which two strong matches are joined, and any others."""

_SURE_MATCHES = 3
"""Matches that make a cluster without a strong one among them."""

_COSINE = 0.34
"""Cosine of the two sides that every cluster needs; small ones reach it by chance and need more."""
_FEW, _FEW_COSINE = 3, 0.40
_MEDIUM, _MEDIUM_COSINE = 250, 0.45
_SHORT, _SHORT_COSINE, _SHORT_MATCHES = 160, 0.6, 2
_SHORTEST = 130
"""Matches up to `_FEW`, and characters of the shorter side below `_MEDIUM` and `_SHORT`, for which
more is asked; below `_SHORTEST` nothing is a region."""

_MASS = 0.8
"""Sum of the cosines of its matches that a cluster needs."""

_EDGE_COSINE = 0.3
_EDGE_STEPS = 3
"""A match next to a cluster widens it although one of its units has a better one elsewhere; so
often at most, for every step makes the next more doubtful."""

_OVERLAP = 0.5
"""Share of the shorter of two stretches that two regions may have in common on one side."""


_SIDE_BY_SIDE = 120
"""Most characters between two regions, on both sides, that are one: a sentence that was added."""


class Region(NamedTuple):
    """A stretch of one article and the stretch of a later one that it corresponds to."""

    left: Span
    right: Span
    similarity: float
    """Cosine of both sides as bags of terms weighted by rarity, 0..1."""


def regions(comparison: Comparison) -> tuple[Region, ...]:
    """Return the long stretches of correspondence between different articles, sorted by place.

    Wider than passages: what was changed or inserted between them is included, and a summary
    stands over all that it sums up. Edges are those of sentences, or of copied words.
    """
    vectors = comparison.likeness.vectors
    copied: dict[tuple[int, int], list[Sides]] = {}
    for passage in comparison.passages:
        pair = passage.left.article, passage.right.article
        if pair[0] != pair[1] and any(left.length >= _VERBATIM_RUN for left, _ in passage.runs):
            copied.setdefault(pair, []).append((passage.left, passage.right))
    found: list[Sides] = []
    met = comparison.likeness.matches
    for pair in met.keys() | copied.keys():
        matches = met.get(pair, [])
        if pair in copied:
            found.extend(_beside_copies(vectors, matches, copied[pair]))
        else:
            found.extend(_without_copies(vectors, matches))
    return tuple(
        Region(left, right, _similarity(vectors, left, right))
        for left, right in sorted(_joined(found))
    )


def _joined(found: Iterable[Sides]) -> list[Sides]:
    """Unite what stands side by side on the left and on the right, in whatever order."""
    joined: list[Sides] = []
    for sides in sorted(found):
        neighbours = [others for others in joined if _are_neighbours(sides, others)]
        for others in neighbours:
            joined.remove(others)
            sides = _union(sides[0], others[0]), _union(sides[1], others[1])
        joined.append(sides)
    return joined


def _are_neighbours(sides: Sides, others: Sides) -> bool:
    return all(
        side.article == other.article
        and max(side.start, other.start) - min(side.end, other.end) <= _SIDE_BY_SIDE
        for side, other in zip(sides, others, strict=True)
    )


def _union(one: Span, other: Span) -> Span:
    return Span(one.article, min(one.start, other.start), max(one.end, other.end))


def _similarity(vectors: Vectors, left: Span, right: Span) -> float:
    ours, theirs = vectors.corpus.positions(left), vectors.corpus.positions(right)
    return vectors.cosine((ours.start, ours.stop), (theirs.start, theirs.stop))


def _beside_copies(
    vectors: Vectors, matches: Sequence[Match], copied: Sequence[Sides]
) -> list[Sides]:
    kept = list(copied)
    for cluster in _clustered(vectors, matches):
        place = area(cluster)
        if cosine(vectors, place) >= max(
            _VERBATIM_COSINE, _least_cosine(vectors, place, len(cluster))
        ):
            _keep(kept, spans(vectors, place))
    return kept


def _without_copies(vectors: Vectors, matches: Sequence[Match]) -> list[Sides]:
    dense: list[Sides] = []
    for cluster in _clustered(vectors, matches):
        place = _widened(area(cluster), matches)
        if cosine(vectors, area(cluster)) >= _least_cosine(vectors, place, len(cluster)):
            _keep(dense, spans(vectors, place))
    summing = summaries(vectors, matches, dense)
    return summing + [
        sides
        for sides in dense
        if not any(
            side.overlap(taken)
            for summary in summing
            for side, taken in zip(sides, summary, strict=True)
        )
    ]


def _clustered(vectors: Vectors, matches: Sequence[Match]) -> list[list[Match]]:
    """Return the clusters that hold together, cut with ever shorter reach until they do.

    Those with the most cosine in all come first.
    """
    accepted = []
    pending = [(mutual(matches, _MUTUAL), _REACH)]
    while pending:
        members, reach = pending.pop()
        for cluster in clusters(members, reach, min(reach, _WEAK_REACH)):
            if _is_sure(cluster) and cosine(vectors, area(cluster)) >= _COSINE:
                accepted.append(cluster)
            elif reach and len(cluster) > 1:
                pending.append((cluster, reach - 1))
    return sorted(accepted, key=_rank)


def _is_sure(cluster: Sequence[Match]) -> bool:
    supported = len(cluster) >= _SURE_MATCHES or any(map(is_strong, cluster))
    return supported and _mass(cluster) >= _MASS


def _rank(cluster: Sequence[Match]) -> tuple[float, int]:
    return -_mass(cluster), min(match.left + match.right for match in cluster)


def _mass(cluster: Sequence[Match]) -> float:
    return fsum(match.cosine for match in cluster)


def _least_cosine(vectors: Vectors, place: Area, matches: int) -> float:
    length = min(span.length for span in spans(vectors, place))
    if length >= _MEDIUM:
        return _COSINE if matches > _FEW else _FEW_COSINE
    if length >= _SHORT:
        return _MEDIUM_COSINE
    if length >= _SHORTEST and matches >= _SHORT_MATCHES:
        return _SHORT_COSINE
    return inf


def _widened(place: Area, matches: Sequence[Match]) -> Area:
    for _ in range(_EDGE_STEPS):
        near = [
            match
            for match in matches
            if match.cosine >= _EDGE_COSINE
            and place.left - 1 <= match.left <= place.left_last + 1
            and place.right - 1 <= match.right <= place.right_last + 1
        ]
        wider = place.union(area(near)) if near else place
        if wider == place:
            break
        place = wider
    return place


def _keep(kept: list[Sides], sides: Sides) -> None:
    """Add a region unless it overlaps one that was kept before it too much."""
    for others in kept:
        overlaps = [
            side.overlap(other) / min(side.length, other.length)
            for side, other in zip(sides, others, strict=True)
        ]
        if min(overlaps) > 0 or max(overlaps) > _OVERLAP:
            return
    kept.append(sides)
