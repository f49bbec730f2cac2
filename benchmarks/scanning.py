"""A corpus to scan, and what a scan of it found; the scan itself is timed from outside."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.scan_candidates import tell_cost, write_fingerprints
from benchmarks.scan_corpus import Corpus, write_corpus
from benchmarks.scan_recall import read_alignments, tell_missed, tell_planted

_SHOWN = 100


def run(arguments: Sequence[str]) -> None:
    """Do what the first argument names."""
    parser = argparse.ArgumentParser(prog="scanning", description=__doc__)
    commands = parser.add_subparsers(required=True)
    make = commands.add_parser("make", help="write a corpus, and what is planted in it")
    make.add_argument("corpus", type=Path)
    make.add_argument("--articles", type=int, default=100_000)
    make.add_argument("--seed", type=int, default=1)
    make.add_argument("--jobs", type=int, default=1)
    make.set_defaults(do=_make)
    candidates = commands.add_parser(
        "candidates", help="what the candidates cost of more articles than can be compared here"
    )
    candidates.add_argument("folder", type=Path, help="for fingerprints, kept, and to work in")
    candidates.add_argument("--articles", type=int, default=1_000_000)
    candidates.add_argument("--seed", type=int, default=1)
    candidates.add_argument("--engine", choices=("local", "duckdb"), default="duckdb")
    candidates.add_argument("--jobs", type=int, default=1)
    candidates.set_defaults(do=_tell_candidates)
    found = commands.add_parser("found", help="how much of what is planted a scan found")
    found.add_argument("planted", type=Path)
    found.add_argument("out", type=Path, help="the folder of the scan")
    found.set_defaults(do=_tell_found)
    against = commands.add_parser("against", help="how much of what passim found a scan has")
    against.add_argument("theirs", type=Path, help="passim's align.json")
    against.add_argument("out", type=Path, help="the folder of the scan")
    against.set_defaults(do=_tell_missed)
    options = parser.parse_args(arguments)
    options.do(options)


def _make(options: argparse.Namespace) -> None:
    corpus = Corpus(options.articles, seed=options.seed)
    print(f"What is planted: {write_corpus(corpus, options.corpus, options.jobs)}")


def _tell_candidates(options: argparse.Namespace) -> None:
    folder, corpus = options.folder, Corpus(options.articles, seed=options.seed)
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made"
    if not made.exists() or made.read_text() != repr(corpus):
        write_fingerprints(corpus, folder / "fingerprints", options.jobs)
        made.write_text(repr(corpus))
    print(tell_cost(folder, options.articles, options.engine, options.jobs))


def _tell_found(options: argparse.Namespace) -> None:
    print(tell_planted(options.planted, options.out))


def _tell_missed(options: argparse.Namespace) -> None:
    ours = read_alignments(options.out / "align.json")
    line, missed = tell_missed(ours, read_alignments(options.theirs))
    print(line)
    for one in missed[:_SHOWN]:
        print(*one, sep="\t")
