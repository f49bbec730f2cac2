"""The arguments of the command that opens a scan."""

from __future__ import annotations

import argparse


def define_open(parser: argparse.ArgumentParser) -> None:
    """Let a scan be named."""
    parser.add_argument("scan", metavar="OUT", help="the folder that `copydesk scan` made")
