"""What annotations, coded texts and codebooks are imported from."""

from __future__ import annotations

from collections.abc import Mapping

from docs.written.tables import write_table
from storage.annotation_import.annotation_formats import list_formats
from storage.codebook import codebook_formats
from storage.qda import project_formats

_SOURCES: Mapping[str, str] = {
    "jsonld": "another Copydesk, and whatever writes the W3C model as JSON-LD",
    "hypothesis": "its API, and JSON from its sidebar",
    "hypothesis-csv": "CSV from its sidebar",
    "zotero": "its API, and Better BibTeX",
    "zotero-note": "notes made of annotations, exported as Markdown or HTML",
    "recogito": "JSON of its text annotator",
    "readwise": "its export as CSV",
    "kindle": "`My Clippings.txt`, in the languages that a Kindle speaks",
    "qdpx": "QualCoder, MAXQDA, NVivo, ATLAS.ti: a `.qdpx` file",
    "qda": "its own folder, which ends with `.qda`",
    "taguette": "the database that it exports, a `.sqlite3` file",
    "qdc": "a `.qdc` file of any of these programs",
    "csv": "a table with a tag a row, as `copydesk codebook export` writes it",
}


def write_formats() -> str:
    """Return all formats, in the order in which their looks are tried."""
    known = [(one.name, one.called) for one in list_formats()]
    known += [(one.name, one.called.removeprefix("a ")) for one in project_formats.FORMATS]
    known += [(one.name, one.called) for one in codebook_formats.FORMATS]
    return write_table(
        ["`--format`", "what it is", "from"],
        [(f"`{name}`", called, _SOURCES[name]) for name, called in known],
    )
