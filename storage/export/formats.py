"""The formats that exports are made in."""

from __future__ import annotations

from pathlib import PurePath

from storage.export.citation.formats import BIBTEX, CSL_JSON, RIS
from storage.export.dataset.format import DATASET
from storage.export.export_format import ExportFormat, FormatOption, SelectionKind
from storage.export.html.format import HTML
from storage.export.interchange.formats import CSV, GRAPHML, HYPOTHESIS, JSONLD, QDPX, SQLITE
from storage.export.markdown.format import MARKDOWN
from storage.export.story_by_story import adapt_format

FORMATS: tuple[ExportFormat, ...] = (
    *(MARKDOWN, HTML, CSV, DATASET, JSONLD, HYPOTHESIS, QDPX, SQLITE, GRAPHML),
    *(CSL_JSON, BIBTEX, RIS),
)
"""All formats, in the order in which they are offered; the first is meant if nothing names one."""


def find_format(name: object) -> ExportFormat | None:
    """Return the format with that name; None for all else."""
    return next((one for one in FORMATS if one.name == name), None)


def find_formats_of_file(name: str) -> list[ExportFormat]:
    """Return the formats that the ending of a file's name stands for, story.html.zip for one."""
    path = PurePath(name.lower())
    inner = PurePath(path.stem).suffix if path.suffix == ".zip" else ""
    for ending in (inner, path.suffix):
        found = [one for one in FORMATS if f".{one.extension}" == ending]
        if found:
            return found
    return []


def find_formats_taking(kind: SelectionKind) -> list[ExportFormat]:
    """Return the formats that take such a selection; of the whole library, also a ZIP of it."""
    return [one for one in FORMATS if kind in adapt_format(one, kind).takes]


def find_formats_with(option: FormatOption) -> list[ExportFormat]:
    """Return the formats that ask for an option."""
    return [one for one in FORMATS if option in one.options]
