"""All that screens and exports ask of a comparison, asked at once."""

from __future__ import annotations

from textreuse import Comparison, derived, diff_words, find_copies, pair_copies, regions


def ask(comparison: Comparison) -> None:
    """Ask for every answer: of each article, of each passage, and for the card of each group."""
    for article in range(len(comparison.texts)):
        comparison.shared(article)
        comparison.repeats(article)
        comparison.only_here(article)
        comparison.boilerplate(article)
        derived(comparison, article)
    regions(comparison)
    for passage in comparison.passages:
        _ = passage.runs, passage.common
    for group in comparison.groups:
        here, *others = group.spans
        pairs = [pair_copies(comparison, group, here, other) for other in others]
        diff_words(comparison, pairs[0])
    if comparison.groups:
        find_copies(comparison, max(comparison.groups, key=lambda group: len(group.spans)).spans[0])
