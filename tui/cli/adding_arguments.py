"""The arguments of the commands that add articles and say what is known of them."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_allow_local, define_article, define_name, read_entries


def define_add(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk add`."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file (text, TextBundle, web page, MHTML file, Safari web archive, MAFF or HTZ file,"
        " PDF, EPUB, Word document, OpenDocument text, RTF document, email, mbox, subtitle file,"
        " table, WARC file, WACZ file), a folder of them, a web address, a feed,"
        " zotero:[COLLECTION], or - for"
        " standard input",
    )
    define_name(parser, "--story", metavar="NAME", help="add them to this story")
    _define_outlet(parser, "the outlet that published them", default="")
    parser.add_argument(
        "--entries",
        metavar="1,3-5|all",
        type=read_entries,
        help="which entries of a feed, web archive, long table or zotero: to add (default: list"
        " them)",
    )
    parser.add_argument(
        "--columns",
        default="",
        metavar="text=NAME,…",
        help="which columns of a table have text, title, outlet, author, date, url and key, where"
        " their names do not say",
    )
    parser.add_argument(
        "--follow-links",
        action="store_true",
        help="follow links that lead out of a named folder",
    )
    define_allow_local(parser)


def define_edit(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk edit`."""
    define_article(parser)
    parser.add_argument("--title", metavar="TEXT", help="its headline")
    _define_outlet(parser, "who published it (empty: unknown)", default=None)
    parser.add_argument("--author", metavar="NAME", help="who wrote it")
    parser.add_argument(
        "--published", metavar="DATE", help="2026-03-05, 5 March 2026, or with a time"
    )
    parser.add_argument("--url", metavar="ADDRESS", help="where it is on the web")
    parser.add_argument(
        "--key",
        dest="citation_key",
        metavar="KEY",
        help="its citation key in your bibliography, as in harker2026owl",
    )
    parser.add_argument("--memo", metavar="TEXT", help="what you write about it (empty: nothing)")


def _define_outlet(parser: argparse.ArgumentParser, meaning: str, default: str | None) -> None:
    parser.add_argument("--outlet", metavar="NAME", default=default, help=meaning)
    # As earlier versions called it.
    parser.add_argument(
        "--source", dest="outlet", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
