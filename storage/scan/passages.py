"""What two documents share: the same for a pair whatever else is in the corpus."""

from __future__ import annotations

from storage.scan.values import AlignedPassage, Document
from textreuse import EDITED, PARAPHRASE, Settings, compare

COPIED = Settings(sensitivity=EDITED)
"""What is found as a rule: a paraphrase between two texts of any archive is chance too often."""
REWORDED = Settings(sensitivity=PARAPHRASE)
"""What is found on demand."""


def find_passages(
    left: Document, right: Document, settings: Settings = COPIED
) -> list[AlignedPassage]:
    """Return the passages that stand in both, by place; what one repeats in itself is none.

    `left` must have the lower number.
    """
    return [
        AlignedPassage(
            left.number,
            passage.left.start,
            passage.left.end,
            right.number,
            passage.right.start,
            passage.right.end,
            passage.kind,
            passage.similarity,
        )
        for passage in compare([left.text, right.text], settings).passages
        if not passage.is_repeat
    ]
