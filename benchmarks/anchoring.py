"""How well annotations are found again in edited texts, and how long that takes."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Literal

from benchmarks.clock import medians
from benchmarks.edited_quotes import (
    Case,
    Kind,
    anchor_quote,
    cases,
    edit_around,
    join_tokens,
    mark_quote,
    split_tokens,
)
from benchmarks.tables import table
from benchmarks.texts import story
from storage.anchoring.locate import LocatedQuote, locate
from storage.models import Anchor

Verdict = Literal["right", "wrong", "orphan"]

KINDS: dict[Kind, str] = {
    "elsewhere": "elsewhere only",
    "a tenth": "a tenth of the quote's words",
    "both": "both",
    "of few words": "one of its two to four words",
    "deleted": "quote deleted",
    "moved": "quote's paragraph moved",
}
"""The kinds of edit, and what they are called in the table."""

_CASES = 2_000
_ANNOTATIONS, _WORDS = 1_000, 10_000
_ROUNDS = 5
_SLOW = 3
"""Annotations by which the time of a slow way is told."""


def run(arguments: Sequence[str]) -> None:
    """Print how many are found, by kind of edit, in these files or in prose; then the times."""
    texts = [Path(name).read_text("utf-8") for name in arguments] or story(3, 700, 20).texts
    print(f"{_CASES:,} annotations for each kind of edit, of a word up to a paragraph:\n")
    header = ["edited", "found", "exact", "moved", "changed", "orphan"]
    header += ["wrong, exact or moved", "wrong, changed"]
    print(table(header, [_row(kind, texts) for kind in KINDS]))
    print(f"\n{_ANNOTATIONS:,} annotations on an article of {_WORDS:,} words:\n")
    print(table(["", "CPU", "exact", "moved", "changed", "orphan"], _times()))


def _row(kind: Kind, texts: Sequence[str]) -> list[str]:
    states: Counter[str] = Counter()
    verdicts: Counter[tuple[str, Verdict]] = Counter()
    for case in cases(kind, texts, _CASES):
        located = locate(case.anchor, case.text)
        state = located.state if located else "orphan"
        states[state] += 1
        verdicts[state, verdict(case, located)] += 1
    found = sum(count for (_, judged), count in verdicts.items() if judged == "right")
    silent = verdicts["exact", "wrong"] + verdicts["moved", "wrong"]
    return [
        KINDS[kind],
        "" if kind == "deleted" else f"{found / _CASES:.1%}",
        *(f"{states[state] / _CASES:.1%}" for state in ("exact", "moved", "changed", "orphan")),
        f"{silent}",
        f"{verdicts['changed', 'wrong']}",
    ]


def _times() -> list[list[str]]:
    """Return a row for an edited article and one for another, then those of plain ways."""
    text, other = story(2, _WORDS, 0).texts
    chance = random.Random(1)
    tokens = split_tokens(text)
    anchors = [anchor_quote(mark_quote(tokens, chance)) for _ in range(_ANNOTATIONS)]
    edited = join_tokens(edit_around(tokens, chance, 0.03))
    few = anchors[:: _ANNOTATIONS // _SLOW][:_SLOW]
    ways: dict[str, tuple[Callable[[Anchor], object], Sequence[Anchor]]] = {
        "edited, with 3% of the words changed": (lambda anchor: locate(anchor, edited), anchors),
        "quite another article": (lambda anchor: locate(anchor, other), anchors),
        "`str.find`, the quote alone": (lambda anchor: edited.find(anchor.quote), anchors),
        f"`difflib`, the quote alone, by {_SLOW}": (partial(_by_difflib, edited), few),
    }

    def job(way: Callable[[Anchor], object], these: Sequence[Anchor]) -> list[object]:
        return [way(anchor) for anchor in these]

    times = medians([partial(job, *way) for way in ways.values()], _ROUNDS)
    rows: list[list[str]] = []
    for (name, (way, these)), seconds in zip(ways.items(), times, strict=True):
        row = [name, f"{seconds * _ANNOTATIONS / len(these):.2f} s"]
        if len(rows) < 2:
            found = [located for located in job(way, these) if isinstance(located, LocatedQuote)]
            states = Counter(located.state for located in found)
            told = (states["exact"], states["moved"], states["changed"], len(these) - len(found))
            row += map(str, told)
        else:
            row += [""] * 4
        rows.append(row)
    return rows


def _by_difflib(text: str, anchor: Anchor) -> object:
    return SequenceMatcher(None, text, anchor.quote, False).find_longest_match()


def verdict(case: Case, located: LocatedQuote | None) -> Verdict:
    """Judge a place: right is one that covers half of the true one, and is not twice as long.

    So is one where quote and context are as they were, even if the true one has gone or changed:
    nothing that an anchor knows tells it from the true one.
    """
    if located is None:
        return "orphan"
    anchor, start, end = case.anchor, located.start, located.end
    if case.place is not None:
        true_start, true_end = case.place
        size = true_end - true_start
        covered = min(end, true_end) - max(start, true_start)
        if 2 * covered >= size and end - start <= 2 * max(size, len(anchor.quote)):
            return "right"
    around = case.text[max(0, start - len(anchor.prefix)) : end + len(anchor.suffix)]
    return "right" if around == anchor.prefix + anchor.quote + anchor.suffix else "wrong"
