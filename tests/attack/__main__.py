"""Attacks the program in every way there is: `python -m tests.attack [KIND ...]`.

Without a kind all of them, each for its share. What is told to have failed is tried again, with its
trace, by `python -m tests.attack KIND --seed SEED --count 1`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count

from tests.attack.kinds import KINDS, Kind
from tests.attack.pool import Result, run_all

_ALL = 10_000
_TELL_EVERY = 30.0


def main() -> int:
    """Attack and tell of it; 1 if anything was not survived."""
    options = _parse()
    kinds = [KINDS[name] for name in options.kinds or KINDS]
    if options.minutes is None:
        jobs = _share(kinds, options.count, options.seed)
    else:
        jobs = _go_on(kinds, options.minutes, options.seed)
    results: list[Result] = []
    told = time.monotonic()
    for result in run_all(jobs, options.processes):
        results.append(result)
        if result.failure:
            print(f"{result.kind} --seed {result.seed}: {result.failure}", flush=True)
        if options.count == 1:
            print(result.trace or result.done)
        if time.monotonic() - told > _TELL_EVERY:
            told = time.monotonic()
            print(f"{len(results):,} tried", file=sys.stderr, flush=True)
    _print_table(results)
    return any(result.failure for result in results)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", choices=[*KINDS, []])
    parser.add_argument("--seed", type=int, default=0, help="of the first attack of each kind")
    parser.add_argument("--count", type=int, default=_ALL, help="attacks of all kinds together")
    parser.add_argument("--minutes", type=float, help="go on for that long instead")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _share(kinds: Sequence[Kind], total: int, seed: int) -> Iterator[tuple[Kind, int]]:
    """Yield attacks, those of all kinds mixed: each as often as its share says, but once."""
    whole = sum(kind.share for kind in kinds)
    wanted = {kind.name: max(1, round(total * kind.share / whole)) for kind in kinds}
    places = [
        ((number + 0.5) / wanted[kind.name], kind.name, number)
        for kind in kinds
        for number in range(wanted[kind.name])
    ]
    for _, name, number in sorted(places):
        yield KINDS[name], seed + number


def _go_on(kinds: Sequence[Kind], minutes: float, seed: int) -> Iterator[tuple[Kind, int]]:
    end = time.monotonic() + 60 * minutes
    for number in count(seed):
        for kind in kinds:
            if time.monotonic() > end:
                return
            yield kind, number


def _print_table(results: Sequence[Result]) -> None:
    print(f"\n{'kind':14} {'tried':>7} {'survived':>9} {'slowest':>8}  seed")
    for name in KINDS:
        of_kind = [result for result in results if result.kind == name]
        if of_kind:
            _print_row(name, of_kind)
    if results:
        _print_row("all", results)
    for result in results:
        if result.failure:
            print(f"{result.kind} --seed {result.seed} --count 1: {result.failure}")


def _print_row(name: str, results: Sequence[Result]) -> None:
    survived = sum(not result.failure for result in results)
    slowest = max(results, key=lambda result: result.seconds)
    seed = slowest.seed if name in KINDS else ""
    print(f"{name:14} {len(results):7,} {survived:9,} {slowest.seconds:6.1f} s  {seed}")


if __name__ == "__main__":
    sys.exit(main())
