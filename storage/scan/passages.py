"""What two documents share: the same for a pair whatever else is in the corpus."""

from __future__ import annotations

import threading

from storage.scan.prepared_texts import PreparedTexts
from storage.scan.values import AlignedPassage
from textreuse import EDITED, PARAPHRASE, Settings, compare

COPIED = Settings(sensitivity=EDITED)
"""What is found as a rule: a paraphrase between two texts of any archive is chance too often."""
REWORDED = Settings(sensitivity=PARAPHRASE)
"""What is found on demand."""


class _OfThread(threading.local):
    """What each thread keeps of the texts that it compared last, for what it is given next."""

    def __init__(self) -> None:
        self.texts = PreparedTexts()


_OF_THREAD = _OfThread()


def find_passages(
    left: str, right: str, numbers: tuple[int, int] = (0, 1), settings: Settings = COPIED
) -> list[AlignedPassage]:
    """Return the passages that stand in both texts, by place; what one repeats in itself is none.

    `numbers` are those of the two documents, the lower one first.
    """
    texts = [_OF_THREAD.texts.prepare(text) for text in (left, right)]
    return [
        AlignedPassage(
            numbers[0],
            passage.left.start,
            passage.left.end,
            numbers[1],
            passage.right.start,
            passage.right.end,
            passage.kind,
            passage.similarity,
        )
        for passage in compare(texts, settings, repeats=False).passages
    ]
