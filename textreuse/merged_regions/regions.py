"""Regions: the long stretches of correspondence that passages are the tight core of.

Seed, extend, filter, as systems for PAN's text alignment do it (Sanchez-Perez, Gelbukh, Sidorov
2014 and 2015): units that match are clustered, clusters that hold together are accepted, and
where nothing was copied a short stretch may sum up a long one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import fsum, inf
from operator import attrgetter
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.merged_regions.clusters import (
    Area,
    cluster_matches,
    enclose,
    is_strong,
    locate_sides,
    measure_cosine,
)
from textreuse.merged_regions.region_edges import climb_to_edges, trim_to_words
from textreuse.merged_regions.region_pairs import KeptRegions, RegionPair, join_neighbours
from textreuse.merged_regions.summaries import find_summaries
from textreuse.paraphrase.mutual_matches import keep_mutual_matches
from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_similarity import SentenceSimilarity
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.paraphrase.weighted_clauses import Rarity
from textreuse.text.spans import Span

_VERBATIM_RUN = 300
"""Characters in a row, word for word, from which on two texts are taken for copied as they stand:
passages with such a run are exact, and only near-copies stand beside them."""
_VERBATIM_COSINE = 0.8
"""Cosine of such a near-copy."""

_MUTUAL = 0.85
"""Share of the best cosine of both its units that a match needs to be clustered."""

_REACH = 8
_WEAK_REACH = 2
"""Units on each side over which two strong matches are joined, and any others."""

_SURE_MATCHES = 3
"""Matches that make a cluster without a strong one among them."""

_COSINE = 0.34
"""Cosine of the two sides that every cluster needs; small ones reach it by chance and need more."""
_FEW, _FEW_COSINE = 3, 0.42
_MEDIUM, _MEDIUM_COSINE = 250, 0.45
_SHORT, _SHORT_COSINE, _SHORT_MATCHES = 160, 0.6, 2
_SHORTEST = 130
"""Matches up to `_FEW`, and characters of the shorter side below `_MEDIUM` and `_SHORT`, for which
more is asked; below `_SHORTEST` nothing is a region."""

_MASS = 0.8
"""Sum of the cosines of its matches that a cluster needs."""

_EDGE_COSINE = 0.29
_EDGE_STEPS = 3
"""A match next to a cluster widens it although one of its units has a better one elsewhere; so
often at most, for every step makes the next more doubtful."""

_left = attrgetter("left")


class Region(NamedTuple):
    """A stretch of one article and the stretch of a later one that it corresponds to."""

    left: Span
    right: Span
    similarity: float
    """Cosine of both sides as bags of terms weighted by rarity, 0..1."""


def regions(comparison: Comparison) -> tuple[Region, ...]:
    """Return the long stretches of correspondence between different articles, sorted by place.

    Wider than passages: what was changed or inserted between them is included, and a summary
    stands over all that it sums up; boilerplate in between is covered, not left out. Edges
    are those of sentences, or of copied words.
    """
    copied: dict[tuple[int, int], list[RegionPair]] = {}
    for passage in comparison.passages:
        if not passage.is_repeat and any(left.length >= _VERBATIM_RUN for left, _ in passage.runs):
            copied.setdefault(passage.pair, []).append((passage.left, passage.right))
    found: list[Region] = []
    for alike in comparison.corpus.group_pairs():
        known: dict[tuple[RegionPair, ...], list[Region]] = {}
        for pair in alike:
            # Told of the first pair of the same two texts that share as much.
            shared = tuple(_move(sides, alike[0]) for sides in copied.get(pair, ()))
            if shared not in known:
                known[shared] = _find_in_pair(comparison.sentence_similarity, alike[0], shared)
            found.extend(
                Region(*_move(region[:2], pair), region.similarity) for region in known[shared]
            )
    return tuple(sorted(found))


def _move(sides: RegionPair, pair: tuple[int, int]) -> RegionPair:
    """Return the same places in two other articles."""
    left, right = sides
    return left._replace(article=pair[0]), right._replace(article=pair[1])


def _find_in_pair(
    similarity: SentenceSimilarity, pair: tuple[int, int], copied: Sequence[RegionPair]
) -> list[Region]:
    matches = similarity.matches.get(pair, [])
    if not matches and not copied:
        return []
    vectors = similarity.weigh_pair(pair)
    if copied:
        found = _find_beside_copies(vectors, matches, copied)
    else:
        found = _find_without_copies(vectors, matches)
    return [
        Region(left, right, _measure_similarity(vectors, left, right))
        for left, right in join_neighbours(found)
    ]


def _measure_similarity(vectors: PairVectors, left: Span, right: Span) -> float:
    ours, theirs = vectors.corpus.positions(left), vectors.corpus.positions(right)
    return vectors.cosine((ours.start, ours.stop), (theirs.start, theirs.stop))


def _find_beside_copies(
    vectors: PairVectors, matches: Sequence[Match], copied: Sequence[RegionPair]
) -> list[RegionPair]:
    kept = KeptRegions(copied)
    for cluster, cosine in _cluster(vectors, matches):
        place = enclose(cluster)
        if cosine >= max(_VERBATIM_COSINE, _require_cosine(vectors, place, len(cluster))):
            kept.offer(locate_sides(vectors, place))
    return kept.sides


def _find_without_copies(vectors: PairVectors, matches: Sequence[Match]) -> list[RegionPair]:
    kept = KeptRegions()
    rarity = Rarity(vectors)
    for cluster, cosine in _cluster(vectors, matches):
        place = _widen(enclose(cluster), matches)
        # Judged by its core: what widens a region must not dilute it, but lengthens it.
        if cosine >= _require_cosine(vectors, place, len(cluster)):
            place = climb_to_edges(vectors, rarity, place)
            kept.offer(trim_to_words(vectors, rarity, place))
    summing = find_summaries(vectors, matches, kept.sides)
    return summing + [
        sides
        for sides in kept.sides
        if not any(
            side.overlap(taken)
            for summary in summing
            for side, taken in zip(sides, summary, strict=True)
        )
    ]


def _cluster(vectors: PairVectors, matches: Sequence[Match]) -> list[tuple[list[Match], float]]:
    """Return the clusters that hold together, cut with ever shorter reach until they do.

    Each with the cosine of both its sides; those whose matches have the most of it come first.
    """
    accepted = []
    pending = [(keep_mutual_matches(matches, _MUTUAL), _REACH)]
    while pending:
        members, reach = pending.pop()
        for cluster in cluster_matches(members, reach, min(reach, _WEAK_REACH)):
            if not _is_sure(cluster):
                continue  # Nor would any part of it be.
            cosine = measure_cosine(vectors, enclose(cluster))
            if cosine >= _COSINE:
                accepted.append((cluster, cosine))
            elif reach and len(cluster) > 1:
                pending.append((cluster, reach - 1))
    return sorted(accepted, key=lambda each: _rank(each[0]))


def _is_sure(cluster: Sequence[Match]) -> bool:
    supported = len(cluster) >= _SURE_MATCHES or any(map(is_strong, cluster))
    return supported and _sum_cosines(cluster) >= _MASS


def _rank(cluster: Sequence[Match]) -> tuple[float, int]:
    return -_sum_cosines(cluster), min(match.left + match.right for match in cluster)


def _sum_cosines(cluster: Sequence[Match]) -> float:
    return fsum(match.cosine for match in cluster)


def _require_cosine(vectors: PairVectors, place: Area, matches: int) -> float:
    """Return the cosine that a cluster needs; infinite where it is too short for a region."""
    length = min(span.length for span in locate_sides(vectors, place))
    if length >= _MEDIUM:
        return _COSINE if matches > _FEW else _FEW_COSINE
    if length >= _SHORT:
        return _MEDIUM_COSINE
    if length >= _SHORTEST and matches >= _SHORT_MATCHES:
        return _SHORT_COSINE
    return inf


def _widen(place: Area, matches: Sequence[Match]) -> Area:
    """Grow an area over the sorted `matches` next to it."""
    for _ in range(_EDGE_STEPS):
        start = bisect_left(matches, place.left - 1, key=_left)
        stop = bisect_right(matches, place.left_last + 1, lo=start, key=_left)
        near = [
            match
            for match in matches[start:stop]
            if match.cosine >= _EDGE_COSINE
            and place.right - 1 <= match.right <= place.right_last + 1
        ]
        wider = place.union(enclose(near)) if near else place
        if wider == place:
            break
        place = wider
    return place
