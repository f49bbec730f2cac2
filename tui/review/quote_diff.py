"""What was changed in a quote: the words it had, and those that stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\s+|\d+(?:[.,]\d+)*|\w+|[^\w\s]")


class QuoteChange(NamedTuple):
    """A stretch: the same where both are equal, else what was taken out and what was put in."""

    before: str
    after: str


def diff_quotes(before: str, after: str) -> Iterator[QuoteChange]:
    """Yield the stretches of two versions in order; all of each is in one of them.

    By longest common subsequence of words, white space and marks (Indel, rapidfuzz).
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pending = QuoteChange("", "")
    for code in Indel.opcodes(old, new):
        taken = "".join(old[code.src_start : code.src_end])
        put = "".join(new[code.dest_start : code.dest_end])
        if code.tag != "equal":
            pending = QuoteChange(pending.before + taken, pending.after + put)
            continue
        if pending != ("", ""):
            yield pending
            pending = QuoteChange("", "")
        yield QuoteChange(taken, put)
    if pending != ("", ""):
        yield pending
