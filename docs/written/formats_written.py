"""What exports are made in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docs.written.tables import write_table
from storage.export.formats import FORMATS


class _Words(NamedTuple):
    """Whom a format is for, and what it contains."""

    readers: str
    contains: str


_WORDS: Mapping[str, _Words] = {
    "markdown": _Words(
        "your own notes, Obsidian, Pandoc",
        "who shares how much with whom, origins, disagreements, quotations, and each annotation"
        " with its quote, its place and its copies",
    ),
    "html": _Words(
        "people who do not use a terminal",
        "one page: origins, disagreements, what each article leaves out, and the articles side by"
        " side with their passages numbered",
    ),
    "csv": _Words(
        "spreadsheets, R",
        "a row for each tag of each place of an annotation, then of each article as a whole; a cell"
        " that would start a formula gets an apostrophe",
    ),
    "dataset": _Words(
        "R, pandas, a colleague",
        "a ZIP of CSV tables of all that was coded, with what each column means, the codebook and"
        " the study file",
    ),
    "jsonld": _Words(
        "another Copydesk, archives",
        "W3C Web Annotations, one a line; `copydesk import` restores the same annotations, ids and"
        " times, and what each coder said of whole articles and stories: tags, memos, who is done",
    ),
    "hypothesis": _Words(
        "tools for Hypothesis",
        "what its API returns; a note on several copies is one row with several targets, readable"
        " by you only; tags and memo of an article are a page note",
    ),
    "qdpx": _Words(
        "QualCoder, MAXQDA, NVivo, ATLAS.ti",
        "a REFI-QDA project: texts, codebook, codings and notes of each coder, memos, metadata as"
        " variables, stories as sets",
    ),
    "sqlite": _Words(
        "Datasette, sqlite-utils, SQL",
        "`articles`, `stories`, `annotations`, `targets`, `tags` and the tables that join them,"
        " with full-text search",
    ),
    "graphml": _Words(
        "Gephi, networkx",
        "a story’s articles with outlet, date, words and origin, and for each pair the words that"
        " it shares and what that comes of, directed where that is known",
    ),
    "csl": _Words(
        "Zotero, Pandoc",
        "an entry an article, under its citation key or one made of author, year and title",
    ),
    "bibtex": _Words("LaTeX, JabRef", "the same entries"),
    "ris": _Words("EndNote and other reference managers", "the same entries"),
}


def write_formats() -> str:
    """Return all formats in the order in which they are offered."""
    return write_table(
        ["`--format`", "ending", "for", "what it contains"],
        [(f"`{one.name}`", f"`.{one.extension}`", *_WORDS[one.name]) for one in FORMATS],
    )
