"""How much of what readers labelled in web pages is read rightly, beside the plain library.

The pages and labels are those of trafilatura: `tests/` of its repository, where `evaldata.json`
names for each page strings that belong to the text, others that do not, and most dates and authors.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.tables import table
from storage.article_import.formats.pages.html import read_page
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError

_FOLDERS = ("cache", "eval")
_SPLIT = re.compile(r";|,| and ")


class Tally(NamedTuple):
    """What was told, what of it is right, and what there is to tell."""

    told: int = 0
    right: int = 0
    there: int = 0

    @property
    def f_score(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was told or is there."""
        return 2 * self.right / (self.told + self.there) if self.told + self.there else 0.0

    @property
    def cells(self) -> tuple[str, str, str]:
        """Precision, recall and their mean."""
        return (
            f"{self.right / self.told:.3f}" if self.told else "–",
            f"{self.right / self.there:.3f}" if self.there else "–",
            f"{self.f_score:.4f}",
        )


class Measured(NamedTuple):
    """What came of one page."""

    text: Tally
    published: Tally
    author: Tally
    seconds: float
    """Of CPU."""

    @property
    def tallies(self) -> tuple[Tally, Tally, Tally]:
        """What was told of text, date and authors."""
        return self.text, self.published, self.author


def run(arguments: Sequence[str]) -> None:
    """Print precision, recall and F of strings found, of dates and of authors, for both."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks pages", description=__doc__)
    parser.add_argument("folder", type=Path, help="`tests` of trafilatura's repository")
    parser.add_argument("--every", type=int, default=1, metavar="K", help="only each Kth page")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    options = parser.parse_args(arguments)
    labels = json.loads((options.folder / "evaldata.json").read_text("utf-8"))
    pages = [labels[address] for address in sorted(labels)][:: options.every]
    rows = []
    for name, read in (("trafilatura", read_plainly), ("Copydesk", read_as_article)):
        with Pool(options.jobs) as pool:
            measured = list(pool.imap(partial(measure, options.folder, read), pages, chunksize=8))
        tallies = [add_up(each) for each in zip(*(one.tallies for one in measured), strict=True)]
        spent = 1000 * sum(one.seconds for one in measured) / len(measured)
        rows.append([name, *(cell for tally in tallies for cell in tally.cells), f"{spent:.0f} ms"])
    parts = ("strings", "dates", "authors")
    figures = ("precision", "recall", "F")
    header = ["", *(f"{part}: {figure}" for part in parts for figure in figures), "CPU a page"]
    print(f"{len(pages)} pages\n\n{table(header, rows)}")


def add_up(tallies: Iterable[Tally]) -> Tally:
    """Add up tallies, figure by figure."""
    told, right, there = (sum(each) for each in zip(*tallies, strict=True))
    return Tally(told, right, there)


def measure(folder: Path, read: Callable[[bytes], ParsedArticle], page: dict[str, Any]) -> Measured:
    """Hold what is read of a page against its labels; a page that is refused gives nothing."""
    data = next(path.read_bytes() for path in _list_places(folder, page["file"]) if path.is_file())
    started = time.process_time()
    try:
        found = read(data)
    except ReadError:
        found = ParsedArticle("")
    spent = time.process_time() - started
    return Measured(
        compare_strings(found.text, page["with"], page["without"]),
        compare_sets(
            {found.published[: len("2026-03-05")]}, {page.get("date") or ""}, "date" in page
        ),
        compare_sets(split_names(found.author), split_names(page.get("author")), "author" in page),
        spent,
    )


def read_plainly(data: bytes) -> ParsedArticle:
    """Read a page by the plain library, with the settings that it measures itself with."""
    import trafilatura

    document = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return ParsedArticle("")
    return ParsedArticle(
        document.text or "",
        document.title or "",
        document.sitename or "",
        document.author or "",
        document.date or "",
    )


def read_as_article(data: bytes) -> ParsedArticle:
    """Read a page as Copydesk does; `ReadError`."""
    return read_page(data)


def compare_strings(text: str, wanted: Sequence[str], unwanted: Sequence[str]) -> Tally:
    """Count strings of both kinds that stand in a text, whatever the blanks in them."""
    line = _flatten(text)
    right = sum(_flatten(one) in line for one in wanted)
    return Tally(right + sum(_flatten(one) in line for one in unwanted), right, len(wanted))


def compare_sets(told: set[str], there: set[str], is_labelled: bool) -> Tally:
    """Count what is told as it is labelled; of a page without the label nothing."""
    if not is_labelled:
        return Tally()
    told, there = told - {""}, there - {""}
    return Tally(len(told), len(told & there), len(there))


def split_names(written: str | list[str] | None) -> set[str]:
    """Return the names in a label, or in what is told of authors, in small letters."""
    line = ";".join(written) if isinstance(written, list) else written or ""
    return {name.strip().casefold() for name in _SPLIT.split(line)}


def _list_places(folder: Path, name: str) -> Iterator[Path]:
    for place in _FOLDERS:
        yield folder / place / name


def _flatten(text: str) -> str:
    return " ".join(text.split())
