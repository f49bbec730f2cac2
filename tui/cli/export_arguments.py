"""The arguments of the command that exports."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_name, read_ordinal


def define_export(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk export`; the formats are those of the table."""
    from storage.export.formats import FORMATS

    of_stories = [one.name for one in FORMATS if one.takes == ("story",)]
    verb = "needs" if len(of_stories) == 1 else "need"
    chosen = parser.add_mutually_exclusive_group()
    define_name(
        chosen, "--story", metavar="NAME", help="the story (required if there is more than one)"
    )
    define_name(
        chosen, "--article", metavar="ARTICLE", help="one article: its id, or part of its title"
    )
    define_name(chosen, "--tag", metavar="TAG", help="everything with this tag or one below it")
    define_name(
        chosen, "--search", metavar="WORDS", help="everything a search for these words finds"
    )
    chosen.add_argument("--all", action="store_true", help="the whole library")
    parser.add_argument(
        "--format",
        choices=[one.name for one in FORMATS],
        help=f"{' and '.join(of_stories)} {verb} a story, or make a ZIP of --all;"
        " the others take any of the above"
        f" (default: what the ending of -o stands for, else {FORMATS[0].name})",
    )
    evidence = parser.add_mutually_exclusive_group()
    evidence.add_argument(
        "--passage",
        metavar="N",
        type=read_ordinal,
        help="only the evidence for the passage with this number in the gutter",
    )
    evidence.add_argument(
        "--passages", action="store_true", help="only the evidence for all passages of the story"
    )
    define_name(
        parser,
        "-o",
        dest="output",
        metavar="PATH",
        help="a file, a folder, or - for standard output",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="overwrite files that Copydesk did not write, or that were edited since",
    )
    parser.add_argument(
        "--study",
        action="store_true",
        help="also write copydesk.study.toml beside it: which texts, and which settings",
    )
    parser.add_argument("--parents", action="store_true", help="make missing folders")
    parser.add_argument(
        "--flavour",
        choices=["commonmark", "obsidian"],
        help="Markdown: HTML comments (the default), or Obsidian comments, links and properties",
    )
    parser.add_argument(
        "--split",
        action="store_true",
        help="Markdown: a folder, with one file of annotations per article",
    )
    define_name(
        parser,
        "--template",
        metavar="FILE",
        help="Markdown: a Jinja template; it may extend “default”",
    )
