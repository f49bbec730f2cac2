"""What readers marked as said, or as differing, in BASIL's triples: places and no words.

In twenty of the triples readers who had not seen the engine marked every quotation with its
speaker, the same utterance over articles, and the values that disagree; in ten others another
reader marked every disagreement and nothing else, in ten more the quotations with their speakers
alone ("third"). `reader_statements.jsonl` has the places by code points; rules were made looking at
half of the twenty, at the ten with disagreements, and in the end at all of the third.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textreuse import Span, split_words

_FILE = Path(__file__).with_name("reader_statements.jsonl")
_MOSTLY = 0.5
"""Share of the shorter of two places that both must have for one to be the other."""

Label = dict[str, Any]


def read_triples(half: str) -> dict[str, list[Label]]:
    """Return the labels of one half by triple: what the names of its files begin with.

    "tuned", "kept apart", or "tuned, disagreements".
    """
    triples: dict[str, list[Label]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        label: Label = json.loads(line)
        if label["half"] == half:
            triples.setdefault(_name_file(label).rpartition("_")[0], []).append(label)
    return triples


class Labels:
    """What a reader marked in one triple, with places as spans."""

    def __init__(self, files: Sequence[str], texts: Sequence[str], rows: Sequence[Label]) -> None:
        self.texts = texts
        self._files = files
        self.quotations = [row for row in rows if row["type"] == "quotation"]
        self.pairs = [row for row in rows if row["type"] == "pair"]
        self.disagreements = [row for row in rows if row["type"] == "disagreement"]
        self.traps = [row for row in rows if row["type"] == "trap"]

    def span(self, place: Sequence[Any]) -> Span:
        """Return the place of a label, which names its file."""
        return Span(self._files.index(place[0]), place[1], place[2])

    def sides(self, row: Label) -> tuple[Span, Span]:
        """Return both places of a label."""
        return self.span(row["left"]), self.span(row["right"])

    def count_words(self, span: Span) -> int:
        """Count the words of a place."""
        return len(split_words(self.texts[span.article][span.start : span.end]))

    def read_name(self, row: Label) -> str | None:
        """Return the name of a quotation's speaker, as its text gives it somewhere."""
        if not row.get("speaker"):
            return None
        start, end = row["speaker"]
        return self.texts[self.span(row["place"]).article][start:end]

    def find_utterances(self, span: Span) -> set[str]:
        """Return the utterances of which a marked quotation lies at `span`."""
        return {
            row["utterance"]
            for row in self.quotations
            if is_same_place(self.span(row["place"]), span)
        }


def touch(sides: tuple[Span, Span], pair: tuple[Span, Span]) -> bool:
    """Tell whether two places overlap two others, in either order."""
    return any(
        bool(sides[0].overlap(one)) and bool(sides[1].overlap(other))
        for one, other in (pair, pair[::-1])
    )


def is_same_pair(sides: tuple[Span, Span], pair: tuple[Span, Span]) -> bool:
    """Tell whether two places are two others, in either order."""
    return any(
        is_same_place(sides[0], one) and is_same_place(sides[1], other)
        for one, other in (pair, pair[::-1])
    )


def is_same_place(one: Span, other: Span) -> bool:
    """Tell whether one place is mostly in the other."""
    common = one.overlap(other)
    return common > 0 and common >= _MOSTLY * min(one.length, other.length)


def is_same_name(told: str, wanted: str) -> bool:
    """Tell whether two names are one: the words of one, without points, are the other's."""
    ours, theirs = (
        {
            word.strip(",()").removesuffix("'s").removesuffix("’s").replace(".", "")
            for word in name.lower().split()
        }
        for name in (told, wanted)
    )
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def trim(labels: Labels, span: Span) -> Span:
    """Leave out the white space at both ends."""
    words = labels.texts[span.article][span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return span._replace(start=start, end=start + len(words.strip()))


def _name_file(label: Label) -> str:
    place: Sequence[Any] = label["place"] if "place" in label else label["left"]
    return str(place[0])
