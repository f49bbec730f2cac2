"""Covering: of far too many chains the best, by which the most words have one.

A text of a handful of words over and over has a chain by chance at every word, and many at most.
To align them all takes a hundred times as long as prose does, and nearly all end as weaker ones
that carry the same words as a better one (see `passages`).
"""

from __future__ import annotations

from collections.abc import Iterable

from textreuse.passages.exact_matches import Seed
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position


def choose_covering(
    chains: Iterable[tuple[Seed, ...]], left: Range[Position], right: Range[Position], most: float
) -> list[tuple[Seed, ...]]:
    """Return the best chains, each of which holds a word, on either side, that none before it has.

    Better is what has more words in common, then what lies nearer. No more are added once they have
    `most` seeds; equals stay together. `left` and `right` are all positions of the two articles.
    """
    shift = right.start - left.start
    covered_left = bytearray(len(left))
    # Within one article a place is covered on whichever side it is told.
    covered_right = bytearray(len(right)) if shift else covered_left
    ranked: dict[tuple[int, int, int], list[tuple[Seed, ...]]] = {}
    for chain in chains:
        common = sum(seed.size for seed in chain)
        first = chain[0]
        rank = -common, abs(first.right - shift - first.left), first.left + first.right
        ranked.setdefault(rank, []).append(chain)
    chosen: list[tuple[Seed, ...]] = []
    seeds = 0
    for rank in sorted(ranked):
        if seeds >= most:
            break
        # Equals are judged together, before any of them counts as covering: no order is favoured.
        kept = []
        for chain in ranked[rank]:
            first, last = chain[0], chain[-1]
            ours = slice(first.left - left.start, last.left_end - left.start)
            theirs = slice(first.right - right.start, last.right_end - right.start)
            if 0 in covered_left[ours] or 0 in covered_right[theirs]:
                kept.append((chain, ours, theirs))
        for chain, ours, theirs in kept:
            covered_left[ours] = b"\1" * (ours.stop - ours.start)
            covered_right[theirs] = b"\1" * (theirs.stop - theirs.start)
            chosen.append(chain)
            seeds += len(chain)
    return chosen
