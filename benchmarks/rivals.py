"""Ways to find what texts share, each in the terms of its own: time them, then read the matches.

Each takes the texts, does all its work, and returns the matches as an iterator that costs
nothing before it is read. Words are cut by `textreuse.split_words` for all.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, combinations_with_replacement
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Indel

from textreuse import Settings, compare, split_words

RUN = 4
"""Fewest words of a match that counts; without it every "of the" would."""

_SIM_TEXT_RUN = re.compile(
    r"^(\d+)\.txt: line (\d+)-(\d+)\s*\|(\d+)\.txt: line (\d+)-(\d+)", re.MULTILINE
)


class Match(NamedTuple):
    """Words of an article that were found to stand in another, or in the same one again."""

    left: int
    left_words: Sequence[int]
    right: int
    right_words: Sequence[int]


def engine(texts: Sequence[str], sensitivity: int) -> Iterator[Match]:
    """Compare with Copydesk's own engine."""
    comparison = compare(texts, Settings(sensitivity=sensitivity))
    rows = comparison.corpus.words
    return (
        Match(
            left.article,
            rows[left.article].within(left.start, left.end),
            right.article,
            rows[right.article].within(right.start, right.end),
        )
        for left, right in ((passage.left, passage.right) for passage in comparison.passages)
    )


def difflib(texts: Sequence[str]) -> Iterator[Match]:
    """Compare all pairs, and each text with itself, in which it sees nothing but the text."""
    keys = [split_words(text).keys for text in texts]
    found = [
        (left, right, SequenceMatcher(None, keys[left], keys[right], False).get_matching_blocks())
        for left, right in combinations_with_replacement(range(len(texts)), 2)
    ]
    return (
        Match(left, range(ours, ours + size), right, range(theirs, theirs + size))
        for left, right, blocks in found
        for ours, theirs, size in blocks
        if size >= RUN and left != right
    )


def rapidfuzz(texts: Sequence[str]) -> Iterator[Match]:
    """Align all pairs by their longest common subsequence of words: fast, and blind to moves."""
    keys = [split_words(text).keys for text in texts]
    found = [
        (left, right, Indel.opcodes(keys[left], keys[right]))
        for left, right in combinations(range(len(texts)), 2)
    ]
    return (
        Match(
            left, range(block.a, block.a + block.size), right, range(block.b, block.b + block.size)
        )
        for left, right, codes in found
        for block in codes.as_matching_blocks()
        if block.size >= RUN
    )


def has_sim_text() -> bool:
    """Tell whether `sim_text` is installed (Debian's package `similarity-tester`)."""
    return shutil.which("sim_text") is not None


def sim_text(texts: Sequence[str]) -> Iterator[Match]:
    """Run `sim_text` over files of one word a line, since lines are what it tells places by."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.txt" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            Path(folder, name).write_text("\n".join([*split_words(text).keys, ""]), "utf-8")
        # -e: every file with every other and with itself; -n -T: places only.
        command = ["sim_text", "-e", "-n", "-T", "-r", str(RUN), *names]
        report = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return (
        Match(left, range(start - 1, end), right, range(begin - 1, stop))
        for left, start, end, right, begin, stop in (
            map(int, run.groups()) for run in _SIM_TEXT_RUN.finditer(report.stdout)
        )
    )
