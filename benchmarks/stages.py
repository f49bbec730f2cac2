"""Where the time of a comparison goes: the share of each of its stages."""

from __future__ import annotations

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import textreuse
from benchmarks.tables import table
from benchmarks.texts import story

_STORIES = {
    "5 of 700": (5, 700, 40),
    "50 of 700": (50, 700, 43),
    "9 of 10,000": (9, 10_000, 200),
}
"""Articles, words each, and copies between them."""

_LEAST = 0.005
"""Share of the time below which a stage is not shown."""

_Function = tuple[str, int, str]
"""File, line and name, as pstats has them."""

_Spent = tuple[int, int, float, float]
"""Calls, with and without recursion; seconds, without and with what was called."""


def run() -> None:
    """Print what share of the time each stage takes, as a profiler sees it.

    It counts calls dearer than they are: good for a look at what has grown, not for a sum.
    """
    shares = {name: measure_shares(list(story(*sizes).texts)) for name, sizes in _STORIES.items()}
    stages = sorted(set().union(*shares.values()), key=lambda name: -shares["5 of 700"][name])
    rows = [
        [f"`{stage}`", *(f"{100 * of_story[stage]:.1f} %" for of_story in shares.values())]
        for stage in stages
        if any(of_story[stage] >= _LEAST for of_story in shares.values())
    ]
    print(table(["stage", *_STORIES], rows))


def measure_shares(texts: list[str]) -> defaultdict[str, float]:
    """Return the share, 0..1, of the time of comparing `texts` that each stage takes, by name."""
    textreuse.compare(texts)  # so that nothing is imported, or compiled, while it is watched
    profile = cProfile.Profile()
    profile.runcall(textreuse.compare, texts)
    stats = pstats.Stats(profile)
    total = stats.total_tt  # type: ignore[attr-defined]  # typeshed lacks it
    shares: defaultdict[str, float] = defaultdict(float)
    for name, seconds in _list_stages(stats):
        shares[name] += seconds / total
    return shares


def _list_stages(stats: pstats.Stats) -> Iterator[tuple[str, float]]:
    """Yield what `compare` itself calls, and the seconds in it.

    Comprehensions are looked through, and so are the properties of `SentenceSimilarity`, of which
    `proposals` has `affinities` in it.
    """
    everything: dict[_Function, tuple[int, int, float, float, dict[_Function, _Spent]]]
    everything = stats.stats  # type: ignore[attr-defined]  # typeshed lacks it
    pending = [
        function
        for function in everything
        if function[2] == "compare" and Path(function[0]).parent.name == "textreuse"
    ]
    while pending:
        caller = pending.pop()
        for function, (*_, called_by) in everything.items():
            path, _, name = function
            if caller not in called_by or function == caller or name == "affinities":
                continue
            if name == "__get__" or (name.startswith("<") and path != "~"):
                pending.append(function)
            elif caller[2] != "__get__" or Path(path).name == "sentence_similarity.py":
                yield name, called_by[caller][3]
