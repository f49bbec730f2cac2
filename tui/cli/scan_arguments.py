"""The arguments of the command that scans."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_json, define_name, read_ordinal


def define_scan(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk scan`."""
    from storage.scan.engines.engines import ENGINES, LARGE
    from storage.scan.work.workers import MOST_A_CORE

    define_name(
        parser,
        "corpus",
        nargs="*",
        metavar="CORPUS",
        help="files of many texts (JSON lines, also packed, Parquet, CSV) and of one, and folders"
        " of these; the library where none is named, or beside them with --library",
    )
    define_name(
        parser,
        "-o",
        dest="output",
        metavar="FOLDER",
        required=True,
        help="where to write what is found: a new or empty folder, or that of an unfinished"
        " scan, to go on with it",
    )
    names = [one.name for one in ENGINES]
    parser.add_argument(
        "--engine",
        choices=names,
        help=f"what finds the documents to compare (default: {names[0]}; where it is installed and"
        f" there are more than {LARGE:,} documents, duckdb)",
    )
    parser.add_argument(
        "--paraphrase",
        action="store_true",
        help="also look for the same statement in other words, and between texts that share"
        " only rare words; takes several times as long",
    )
    parser.add_argument(
        "--workers",
        type=read_ordinal,
        metavar="N",
        help=f"processes to work with (default: one a core; {MOST_A_CORE} a core at most)",
    )
    parser.add_argument(
        "--master",
        metavar="URL",
        help="the cluster for --engine spark, as Spark names it (default: the one that spark-submit"
        " is given, or this machine)",
    )
    define_json(parser)
