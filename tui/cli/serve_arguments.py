"""The arguments of the command that serves the app to browsers."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_name

USUAL_PORT = 8000


def define_serve(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk serve`."""
    parser.add_argument(
        "--port",
        metavar="N",
        type=_read_port,
        default=USUAL_PORT,
        help=f"the port to listen on (default: {USUAL_PORT}; 0 for any that is free)",
    )
    define_name(
        parser,
        "--host",
        metavar="HOST",
        help="the address to listen on, 0.0.0.0 for all (default: this machine); needs a token",
    )
    define_name(
        parser,
        "--token",
        metavar="TOKEN",
        help="what readers must know (or COPYDESK_TOKEN, which no list of processes shows)",
    )
    define_name(
        parser,
        "--name",
        metavar="NAME",
        action="append",
        default=[],
        help="a name by which browsers reach it, such as that of a proxy (may be repeated)",
    )


def _read_port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError("must be a number from 0 to 65535")
    return int(text)
