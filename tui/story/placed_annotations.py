"""Annotations where they stand now in the articles that are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.models import Annotation, Article


def place_annotations(
    annotations: Iterable[Annotation],
    articles: Sequence[Article],
    known: Iterable[LocatedTarget] = (),
) -> list[LocatedTarget]:
    """Return each annotation at each of its places in `articles`, as they are read.

    That is by article, then place; orphans come first. `known` is what was returned before.
    """
    return sorted(locate_targets(annotations, articles, known), key=lambda one: one.span)
