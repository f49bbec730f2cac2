"""`python -m textreuse compare FILE...`: what files of plain text share, from the engine alone.

Only files that are named are read, and nothing is stored. Nothing in a text is obeyed: what is
printed of it has every character that might act on a terminal escaped.
"""

from __future__ import annotations

import argparse
import errno
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NoReturn

from textreuse.comparison import Comparison, compare
from textreuse.json_document import ArticleLabel, describe_comparison
from textreuse.passages.groups import Group
from textreuse.passages.passages import KINDS
from textreuse.statements.statements import find_statements

_QUOTE = 60
"""Characters of a passage that the report shows."""

_LARGEST = 64 * 2**20
"""Bytes of a text."""

_DESCRIPTION = "Find what plain texts share: copied, edited and paraphrased passages, and repeats."
_EPILOG = "Exit status: 0 done, 1 a file cannot be read, 2 called wrongly."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call; returns the exit status: 0 done, 1 failed. `SystemExit` 2 for a wrong call.

    Output that nobody reads to its end is no failure.
    """
    options = _make_parser().parse_args(arguments)
    texts = []
    for name in options.files:
        try:
            texts.append(_read_text(name))
        except OSError as error:
            why = error.strerror or str(error)
            _complain(f"Cannot read {_escape(name) or '“”'}: {why}.")
            return 1
    comparison = compare(texts)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows another
    if options.json:
        lines = iter([_make_document(comparison, options.files, with_text=options.text)])
    else:
        lines = _report(comparison, options.files)
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        _write_nowhere(1)
        if not is_closed_pipe(error):
            why = error.strerror or str(error)
            _complain(f"Cannot write the output: {why}.")
            return 1
    return 0


def _complain(sentence: str) -> None:
    try:
        sys.stderr.write(f"textreuse: {sentence}\n")
        sys.stderr.flush()
    except OSError:  # nobody is there to read it
        _write_nowhere(2)


def _write_nowhere(descriptor: int) -> None:
    """Keep Python from finding out again at exit that nothing more can be written: it says 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def is_closed_pipe(error: OSError, system: str = sys.platform) -> bool:
    """Whether the reader of what is printed has had enough; Windows has another word for it.

    https://bugs.python.org/issue19612
    """
    return isinstance(error, BrokenPipeError) or (system == "win32" and error.errno == errno.EINVAL)


class _Parser(argparse.ArgumentParser):
    """Tells of a wrong call in one sentence."""

    def error(self, message: str) -> NoReturn:
        _complain(f"{message} (see `{self.prog} --help`)")
        self.exit(2)


def _make_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m textreuse", description=_DESCRIPTION, epilog=_EPILOG)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    summary = "Show what files share."
    comparing = commands.add_parser("compare", help=summary, description=summary, epilog=_EPILOG)
    comparing.add_argument(
        "files", nargs="+", metavar="FILE", help="plain text in UTF-8, or - for standard input"
    )
    comparing.add_argument("--json", action="store_true", help="print one JSON document")
    comparing.add_argument(
        "--text", action="store_true", help="with --json: the words of each passage too"
    )
    return parser


def _read_text(name: str) -> str:
    """Return a text without its byte order mark, each line ended by a line feed.

    What is not UTF-8 becomes U+FFFD. `OSError` for what cannot be read, or has no end.
    """
    with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise OSError(f"it has more than {_LARGEST >> 20} MB")
    text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _make_document(comparison: Comparison, names: Sequence[str], *, with_text: bool) -> str:
    labels = [
        ArticleLabel(Path(name).stem, None if name == "-" else name, len(text))
        for name, text in zip(names, comparison.texts, strict=True)
    ]
    document = describe_comparison(
        comparison, find_statements(comparison), labels, with_text=with_text
    )
    # All that a terminal might act on is escaped then, but for one character.
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f")


def _report(comparison: Comparison, names: Sequence[str]) -> Iterator[str]:
    """Yield how much each text shares, then every passage and the texts that it stands in."""
    for article, name in enumerate(names):
        shared = comparison.word_count(article, comparison.shared(article))
        yield f"{article}: {comparison.word_count(article)} words, {shared} shared: {_escape(name)}"
    yield ""
    for group in comparison.groups:
        yield _describe_group(comparison, group)
    if not comparison.groups:
        yield "No shared passages."


def _describe_group(comparison: Comparison, group: Group) -> str:
    first = group.spans[0]
    kind = max((passage.kind for passage in group.passages), key=KINDS.index)
    words = comparison.word_count(first.article, [first])
    text = " ".join(comparison.texts[first.article][first.start : first.end].split())
    where = " ".join(str(span.article) for span in group.spans)
    return f"{kind}, {words} words, in {where}: {_escape(text[:_QUOTE])}"


def _escape(text: str) -> str:
    """Return a line with what is not printable escaped as Python does."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
