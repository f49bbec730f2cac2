"""The formats that other programs read, as formats of exports."""

from __future__ import annotations

from pathlib import Path

from storage.export.export_format import ExportFormat, ExportJob


def _csv(job: ExportJob) -> str:
    from storage.export.interchange.csv_table import annotations_csv

    return annotations_csv(job.selection)


def _jsonld(job: ExportJob) -> str:
    from storage.export.interchange.jsonld import annotation_page
    from storage.export.interchange.writer import json_text

    return json_text(annotation_page(job.selection))


def _hypothesis(job: ExportJob) -> str:
    from storage.export.interchange.hypothesis import hypothesis_search
    from storage.export.interchange.writer import json_text

    return json_text(hypothesis_search(job.selection))


def _sqlite(job: ExportJob) -> bytes:
    from storage.export.interchange.sqlite_database import database

    return database(job.library, job.selection)


def _is_our_json(path: Path) -> bool:
    from storage.export.interchange.writer import is_our_json

    return is_our_json(path)


def _is_our_database(path: Path) -> bool:
    from storage.export.interchange.sqlite_database import is_export

    return is_export(path)


CSV = ExportFormat(
    name="csv",
    label="CSV, for spreadsheets",
    called="A CSV file",
    extension="csv",
    render=_csv,
    # Excel takes UTF-8 only by its mark; a pipe has no use for one.
    mark="\ufeff",
)
JSONLD = ExportFormat(
    name="jsonld",
    label="JSON-LD, Web Annotations",
    called="A JSON-LD file",
    extension="jsonld",
    render=_jsonld,
    is_ours=_is_our_json,
)
HYPOTHESIS = ExportFormat(
    name="hypothesis",
    label="JSON, as Hypothesis has it",
    called="A JSON file",
    extension="json",
    render=_hypothesis,
    is_ours=_is_our_json,
)
SQLITE = ExportFormat(
    name="sqlite",
    label="SQLite database",
    called="A database",
    extension="db",
    render=_sqlite,
    is_ours=_is_our_database,
)
