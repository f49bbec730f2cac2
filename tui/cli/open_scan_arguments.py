"""The arguments of the command that opens a scan."""

from __future__ import annotations

import argparse


def define_open(parser: argparse.ArgumentParser) -> None:
    """Let a scan be named, and the corpus that it is of."""
    parser.add_argument(
        "scan",
        metavar="OUT",
        help="the folder that `copydesk scan` or passim made, or alignments.jsonl of Text-PAIR",
    )
    parser.add_argument(
        "--corpus",
        nargs="+",
        default=[],
        metavar="FILE",
        help="the corpus of a scan of passim or Text-PAIR, which have no more than the passages",
    )
