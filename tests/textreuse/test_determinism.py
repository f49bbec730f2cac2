"""The same texts have the same answer in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.textreuse.news import REWRITTEN
from tests.textreuse.reports import ENGLISH

ROOT = Path(__file__).parents[2]
ASK = """
import json, sys
from textreuse import compare, regions
comparison = compare(json.load(sys.stdin))
for passage in comparison.passages:
    print(passage, passage.runs)
for region in regions(comparison):
    print(region)
for group in comparison.groups:
    print(group.id, group.spans)
for article in range(len(comparison.corpus.texts)):
    print(comparison.only_here(article), comparison.repeats(article))
"""


def answer(texts: str, seed: str) -> str:
    """Return what a new process, whose strings hash by `seed`, says of `texts`."""
    asked = subprocess.run(
        [sys.executable, "-c", ASK],
        input=texts,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout


def test_it_does_not_hang_on_the_seed_of_hashes() -> None:
    pairs = REWRITTEN["english"]
    one = " ".join([*(told for told, _ in pairs), ENGLISH[0][0], *ENGLISH[0]])
    other = " ".join([*ENGLISH[1], *(retold for _, retold in pairs), ENGLISH[0][0]])
    texts = json.dumps([one, other, f"{one[:400]} {other[-400:]}"])

    first = answer(texts, "1")

    assert all(kind in first for kind in ("verbatim", "paraphrase", "Region"))
    assert answer(texts, "2") == first
