"""How much of what readers find said in BASIL's triples the engine tells, and how rightly."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import textreuse
from benchmarks.reader_statements import (
    Label,
    Labels,
    is_same_name,
    is_same_pair,
    read_triples,
    touch,
    trim,
)
from benchmarks.tables import table
from textreuse import Quotation, Span, Statements

_WHOLE = ("tuned", "kept apart")
_SETS = (*_WHOLE, "tuned, disagreements", "third")
_MARKED = {"third": ("direct quotations, exact", "their speakers")}
"""What alone readers marked in triples that are not wholly marked."""
_FEWEST_WORDS = 3
"""Words of a quotation, from which on it must be found."""


class Tally(NamedTuple):
    """How much of what was told is right, and how much of what is there was told."""

    told: int
    right: int
    there: int
    found: int

    def __add__(self, other: object) -> Tally:
        """Add up two tallies, figure by figure."""
        assert isinstance(other, Tally)
        return Tally(*map(sum, zip(self, other, strict=True)))

    @property
    def cells(self) -> tuple[str, str]:
        """Precision and recall, each with what it is a share of."""
        return _share(self.right, self.told), _share(self.found, self.there)


_NOTHING = Tally(0, 0, 0, 0)


def run(arguments: Sequence[str]) -> None:
    """Print how much of what readers found is told, for each set of triples."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks statements", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of BASIL's triples")
    options = parser.parse_args(arguments)
    measured = {half: _measure(options.corpus, half) for half in _SETS}
    rows = [
        [name, *(cell for half in _SETS for cell in measured[half].get(name, _NOTHING).cells)]
        for name in measured[_WHOLE[0]]
        if name != "CPU"
    ]
    header = ["", *(f"{half}: {what}" for half in _SETS for what in ("precision", "recall"))]
    print(table(header, rows))
    spent = [tally for half in measured.values() for name, tally in half.items() if name == "CPU"]
    comparing, asking = (sum(each) for each in zip(*(one[:2] for one in spent), strict=True))
    print(f"\nCPU: {comparing} ms to compare, {asking} ms to ask ({asking / comparing:.2f})")


def _measure(corpus: Path, half: str) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for triple, marked in read_triples(half).items():
        files = sorted(path.name for path in corpus.glob(f"{triple}_*.txt"))
        for name, tally in _measure_triple(corpus, files, marked).items():
            if name == "CPU" or name in _MARKED.get(half, (name,)):
                total[name] = total.get(name, _NOTHING) + tally
    return total


def _measure_triple(
    corpus: Path, files: Sequence[str], marked: Sequence[Label]
) -> dict[str, Tally]:
    texts = [(corpus / name).read_bytes().decode("utf-8") for name in files]
    begun = time.process_time()
    comparison = textreuse.compare(texts)
    compared = time.process_time()
    names = [name.removesuffix(".txt").rpartition("_")[2] for name in files]
    statements = textreuse.find_statements(comparison, names=names)
    utterances, disagreements = statements.utterances, statements.disagreements
    _ = statements.origins
    asked = time.process_time()
    del utterances, disagreements
    labels = Labels(files, texts, marked)
    milliseconds = round(1000 * (compared - begun)), round(1000 * (asked - compared))
    return {
        **(_score_quotations(statements, labels) if labels.quotations else {}),
        "conflicts": _score_conflicts(statements, labels),
        "conflicts, or altered": _score_conflicts(statements, labels, with_altered=True),
        "disagreements": _score_disagreements(statements, labels),
        "of which less exact": _score_less_exact(statements, labels),
        "numbers, dates, names": _score_kinds(statements, labels),
        "look-alikes told": _score_traps(statements, labels),
        "CPU": Tally(*milliseconds, 0, 0),
    }


def _score_quotations(statements: Statements, labels: Labels) -> dict[str, Tally]:
    return {
        "direct quotations, exact": _score_extents(statements, labels),
        "their speakers": _score_speakers(statements, labels),
        "links, direct": _score_links(statements, labels, direct=True),
        "links, all forms": _score_links(statements, labels, direct=False),
        "flagged: altered, extended": _score_flags(
            statements, labels, ("altered", "extended"), ("altered", "extended")
        ),
        "flagged: narration elsewhere": _score_flags(
            statements, labels, ("narration_elsewhere",), ("narration", "indirect")
        ),
    }


def _score_extents(statements: Statements, labels: Labels) -> Tally:
    there = {
        trim(labels, labels.span(row["place"])): row
        for row in labels.quotations
        if row["form"] == "direct"
    }
    told = [trim(labels, one.span) for one in _list_direct(statements)]
    long_told = [span for span in told if labels.count_words(span) >= _FEWEST_WORDS]
    # What stands inside another quotation may be told by itself, and need not be.
    wanted = [
        span
        for span, row in there.items()
        if labels.count_words(span) >= _FEWEST_WORDS and "nested" not in row
    ]
    blocks = [labels.span(row["place"]) for row in labels.quotations if row["form"] == "block"]
    counted = [
        span
        for span in long_told
        if span in wanted or not (span in there or any(map(span.overlap, blocks)))
    ]
    right = sum(span in there for span in counted)
    return Tally(len(counted), right, len(wanted), sum(span in told for span in wanted))


def _score_speakers(statements: Statements, labels: Labels) -> Tally:
    told = {trim(labels, one.span): one for one in _list_direct(statements)}
    tally = _NOTHING
    for row in labels.quotations:
        span = trim(labels, labels.span(row["place"]))
        if row["form"] != "direct" or span not in told:
            continue
        kind, name = told[span].speaker.kind, told[span].speaker.name
        wanted = labels.read_name(row)
        right = kind == row["speaker_kind"] if wanted is None else is_same_name(name, wanted)
        is_told, is_there = kind != "unresolved", row["speaker_kind"] != "unresolved"
        tally += Tally(is_told, is_told and right, is_there, is_there and is_told and right)
    return tally


def _score_links(statements: Statements, labels: Labels, *, direct: bool) -> Tally:
    forms = ("direct",) if direct else ("direct", "indirect", "narration")
    told = [
        pair
        for utterance in statements.utterances
        for pair in combinations([one for one in utterance.quotations if one.form in forms], 2)
        if pair[0].span.article != pair[1].span.article
        and all(labels.count_words(one.span) >= _FEWEST_WORDS for one in pair)
    ]
    right = sum(
        bool(labels.find_utterances(one.span) & labels.find_utterances(other.span))
        or any(is_same_pair(labels.sides(row), (one.span, other.span)) for row in labels.pairs)
        for one, other in told
    )
    there = [
        labels.sides(row)
        for row in labels.pairs
        if (row["relation"] not in ("indirect", "narration") or not direct)
        and all(labels.count_words(side) >= _FEWEST_WORDS for side in labels.sides(row))
    ]
    found = sum(
        any(is_same_pair(sides, (one.span, other.span)) for one, other in told) for sides in there
    )
    return Tally(len(told), right, len(there), found)


def _score_flags(
    statements: Statements, labels: Labels, kinds: Sequence[str], relations: Sequence[str]
) -> Tally:
    told = [
        (finding.one.span, finding.other.span)
        for utterance in statements.utterances
        for finding in utterance.findings
        if finding.flagged and finding.kind in kinds
    ]
    marked = [labels.sides(row) for row in labels.pairs if row["relation"] in relations]
    flagged = [
        labels.sides(row)
        for row in labels.pairs
        if row["relation"] in relations and row.get("flag")
    ]
    right = sum(any(is_same_pair(sides, pair) for sides in marked) for pair in told)
    found = sum(any(is_same_pair(sides, pair) for pair in told) for sides in flagged)
    return Tally(len(told), right, len(flagged), found)


def _score_conflicts(
    statements: Statements, labels: Labels, *, with_altered: bool = False
) -> Tally:
    """Score conflicts, or these and the quotations that readers marked as altered and no more."""
    told = _list_disagreements(statements, ("conflict",))
    conflicts = [labels.sides(row) for row in labels.disagreements if row["severity"] == "conflict"]
    if with_altered:
        conflicts += [labels.sides(row) for row in labels.pairs if row["relation"] == "altered"]
    right = sum(any(touch(sides, pair) for sides in conflicts) for pair in told)
    return Tally(len(told), right, len(conflicts), _count_touched(conflicts, told))


def _score_disagreements(statements: Statements, labels: Labels) -> Tally:
    told = _list_disagreements(statements, ("conflict", "precision", "later"))
    there = [labels.sides(row) for row in labels.disagreements]
    right = sum(any(touch(sides, pair) for sides in there) for pair in told)
    return Tally(len(told), right, len(there), _count_touched(there, told))


def _score_less_exact(statements: Statements, labels: Labels) -> Tally:
    told = _list_disagreements(statements, ("precision",))
    marked = [labels.sides(row) for row in labels.disagreements]
    there = [labels.sides(row) for row in labels.disagreements if row["severity"] == "precision"]
    right = sum(any(touch(sides, pair) for sides in marked) for pair in told)
    return Tally(len(told), right, len(there), _count_touched(there, told))


def _score_kinds(statements: Statements, labels: Labels) -> Tally:
    kinds = ("number", "date", "name")
    told = [
        (one.left, one.right)
        for one in statements.disagreements
        if one.kind in kinds and one.severity == "conflict"
    ]
    there = [
        labels.sides(row)
        for row in labels.disagreements
        if row["kind"] in kinds and row["severity"] == "conflict"
    ]
    right = sum(any(touch(sides, pair) for sides in there) for pair in told)
    return Tally(len(told), right, len(there), _count_touched(there, told))


def _score_traps(statements: Statements, labels: Labels) -> Tally:
    """Count the look-alikes that are told for the real thing: as found, of all there are."""
    conflicts = _list_disagreements(statements, ("conflict",))
    linked = [
        (one.span, other.span)
        for utterance in statements.utterances
        for one, other in combinations(utterance.quotations, 2)
    ]
    told = sum(
        any(touch(labels.sides(row), pair) for pair in conflicts)
        if row["looks_like"] == "disagreement"
        else any(is_same_pair(labels.sides(row), pair) for pair in linked)
        for row in labels.traps
    )
    return Tally(0, 0, len(labels.traps), told)


def _list_direct(statements: Statements) -> Iterator[Quotation]:
    for quotations in statements.direct_quotations:
        yield from quotations


def _list_disagreements(
    statements: Statements, severities: Sequence[str]
) -> list[tuple[Span, Span]]:
    return [(one.left, one.right) for one in statements.disagreements if one.severity in severities]


def _count_touched(there: Iterable[tuple[Span, Span]], told: Sequence[tuple[Span, Span]]) -> int:
    return sum(any(touch(sides, pair) for pair in told) for sides in there)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "–"
