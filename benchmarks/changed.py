"""How many values that were changed in one of two like sentences are told.

As conflicts, or as altered quotations where both quote the sentence.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import textreuse
from benchmarks import meter
from benchmarks.tables import table
from textreuse import Comparison, Span

_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SURNAMES = "Abernathy Brightwell Castellano Drummond Eastwick Fairbanks Goldsworthy".split()
_PLACES = (
    "London Manchester Birmingham Liverpool Glasgow Washington Chicago Boston Houston Philadelphia "
    "Seattle Denver Baghdad Moscow Paris Berlin Jerusalem".split(),
    "Texas Florida Ohio Iowa Virginia Georgia Michigan Arizona Wisconsin Massachusetts".split(),
    "Britain France Germany Russia China Iran Iraq Israel Mexico Syria Libya Spain Italy".split(),
)
_NUMBER = re.compile(rf"(?<![\w.,/-])(?:\d[\d,]*(?:\.\d+)?(?![\w/:])|(?:{'|'.join(_WORDS)})\b)")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_PLACE = re.compile(rf"\b(?:{'|'.join(name for names in _PLACES for name in names)})\b")
_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+ )([A-Z][a-z]+)\b(?! [A-Z])")
_NOT = re.compile(
    r"\b(?:is|are|was|were|will|would|has|had|have|can|could|should|did)\b(?! not\b)(?= [a-z])"
)


class _Change(NamedTuple):
    """Two texts with a statement in common, and a value of it that the second is to tell anew."""

    texts: tuple[str, str]
    kind: str
    passage: str
    """The kind of the passage in which both have it."""
    left: Span
    """That passage in the first text."""
    place: tuple[int, int]


def run(arguments: Sequence[str]) -> None:
    """Print by kind how many changes are told, and how much else."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks changed", description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="+", help="folders of BASIL's or METER's texts")
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    drawn = random.Random(options.seed)
    found = [change for corpus in options.corpora for change in _list_changes(_read(corpus))]
    told: Counter[tuple[str, str]] = Counter()
    for kind in _CHANGES:
        of_kind = [change for change in found if change.kind == kind]
        for change in drawn.sample(of_kind, min(options.cases // len(_CHANGES), len(of_kind))):
            counted = list(_try(change, drawn))
            told.update((row, what) for row in (kind, "all") for what in counted)
    rows = []
    for kind in (*_CHANGES, "all"):
        cases, new = told[kind, "case"], told[kind, "new"]
        rows.append(
            [
                kind,
                *(
                    f"{told[kind, f'{passage} told']} of {told[kind, passage]}"
                    for passage in ("verbatim", "edited", "paraphrase")
                ),
                f"{told[kind, 'told'] / max(1, cases):.2f} ({told[kind, 'told']} of {cases})",
                f"{told[kind, 'right'] / max(1, new):.2f} ({told[kind, 'right']} of {new})",
                f"{told[kind, 'before']}",
            ]
        )
    header = "|verbatim|edited|paraphrase|told|of what is told anew|told before".split("|")
    print(table(header, rows))


def _read(corpus: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts on one event."""
    if meter.recognises(corpus):
        for article in meter.articles(corpus, 4):
            yield from ((piece, article.text) for piece in article.agency)
        return
    triples: dict[str, list[str]] = {}
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        triples.setdefault(path.name.rpartition("_")[0], []).append(text)
    for texts in triples.values():
        yield from combinations(texts, 2)


def _list_changes(pairs: Iterator[tuple[str, str]]) -> Iterator[_Change]:
    for texts in pairs:
        for passage in textreuse.compare(texts).passages:
            if passage.left.article == passage.right.article or passage.weak:
                continue
            one, other = (
                texts[side.article][side.start : side.end] for side in (passage.left, passage.right)
            )
            for kind, (pattern, _) in _CHANGES.items():
                for match in pattern.finditer(other):
                    # Both have it, so that the change alone makes them differ.
                    if match[0] in one:
                        start = passage.right.start + match.start()
                        place = start, start + len(match[0])
                        yield _Change(texts, kind, passage.kind, passage.left, place)


def _try(change: _Change, drawn: random.Random) -> Iterator[str]:
    """Yield what one change is counted as."""
    one, other = change.texts
    start, end = change.place
    old = other[start:end]
    value = _CHANGES[change.kind][1](old, drawn)
    begun, rest = other[:start], other[end:]
    if change.kind in _THROUGHOUT:
        # Whoever has another name, or figure, has it all through an article.
        word = re.compile(rf"(?<!\w){old.split()[-1]}(?!\w)")
        begun, rest = (word.sub(value.split()[-1], part) for part in (begun, rest))
    changed, start = begun + value + rest, len(begun)
    before = _find(textreuse.compare((one, other)))
    after = _find(textreuse.compare((one, changed)))
    place = Span(1, start, start + max(1, len(value)))
    words = {_quote((one, other), pair) for pair in before}
    new_ones = [pair for pair in after if _quote((one, changed), pair) not in words]
    # Two articles disagree once on two values, wherever they repeat their own; a name is told by
    # the part of it that was changed.
    is_told = any(
        _is_near(right, place) and (left.overlap(change.left) or one[left.start : left.end] in old)
        for left, right in new_ones
    ) or (
        change.kind == "name"
        and any(
            mine in old and yours in value
            for mine, yours in (_quote((one, changed), pair) for pair in new_ones)
        )
    )
    yield "case"
    yield change.passage
    if is_told:
        yield "told"
        yield f"{change.passage} told"
    for left, right in new_ones:
        yield "new"
        if _quote((one, changed), (left, right))[1] in value or _is_near(right, place):
            yield "right"
    yield from ["before"] * len(before)


def _is_near(told: Span, place: Span) -> bool:
    """Tell whether a place overlaps the value, or for "not" the words beside it."""
    return told.overlap(Span(1, max(0, place.start - 1), place.end + 1)) > 0


def _find(comparison: Comparison) -> list[tuple[Span, Span]]:
    found = textreuse.find_statements(comparison, names=("A", "B"))
    conflicts = [(one.left, one.right) for one in found.disagreements if one.severity == "conflict"]
    # What is changed in words that both quote is told of the quotation.
    altered = [
        (one.span, other.span)
        for utterance in found.utterances
        for finding in utterance.findings
        if finding.flagged and finding.kind == "altered"
        for one, other in (sorted((finding.one, finding.other), key=lambda side: side.span),)
    ]
    return conflicts + altered


def _quote(texts: Sequence[str], pair: tuple[Span, Span]) -> tuple[str, ...]:
    return tuple(texts[span.article][span.start : span.end] for span in pair)


def _choose_other(values: Sequence[str], value: str, drawn: random.Random) -> str:
    return drawn.choice([one for one in values if one != value])


def _change_number(value: str, drawn: random.Random) -> str:
    if value in _WORDS:
        return _choose_other(_WORDS, value, drawn)
    # The last figure that is not a nought: 52 becomes 57, 2,500 becomes 2,300.
    at = max(at for at, figure in enumerate(value) if figure in "123456789" or not at)
    return value[:at] + _choose_other("123456789", value[at], drawn) + value[at + 1 :]


def _change_weekday(value: str, drawn: random.Random) -> str:
    return _choose_other(_WEEKDAYS, value, drawn)


def _change_name(value: str, drawn: random.Random) -> str:
    return f"{value.split()[0]} {_choose_other(_SURNAMES, value, drawn)}"


def _change_place(value: str, drawn: random.Random) -> str:
    return _choose_other(next(names for names in _PLACES if value in names), value, drawn)


def _negate(value: str, drawn: random.Random) -> str:
    del drawn
    return f"{value} not"


_CHANGES: dict[str, tuple[re.Pattern[str], Callable[[str, random.Random], str]]] = {
    "number": (_NUMBER, _change_number),
    "weekday": (_WEEKDAY, _change_weekday),
    "name": (_NAME, _change_name),
    "place": (_PLACE, _change_place),
    "not": (_NOT, _negate),
}
"""By kind what is looked for, and what is put in its place."""
_THROUGHOUT = ("number", "name")
