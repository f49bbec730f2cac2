"""The formats that other programs read, as formats of exports."""

from __future__ import annotations

from pathlib import Path

from storage.export.export_format import ExportFormat, ExportJob


def _render_csv(job: ExportJob) -> str:
    from storage.export.interchange.csv_table import render_csv

    return render_csv(job.selection)


def _render_jsonld(job: ExportJob) -> str:
    from storage.export.interchange.json_text import format_json
    from storage.export.interchange.jsonld import make_annotation_page
    from storage.export.interchange.skos_concepts import choose_entries

    codebook = choose_entries(job.library, job.selection)
    return format_json(make_annotation_page(job.selection, codebook))


def _render_hypothesis(job: ExportJob) -> str:
    from storage.export.interchange.hypothesis import make_hypothesis_search
    from storage.export.interchange.json_text import format_json

    return format_json(make_hypothesis_search(job.selection))


def _tell_not_in_hypothesis(job: ExportJob) -> tuple[str, ...]:
    from storage.export.interchange.hypothesis import tell_not_held

    return tell_not_held(job.selection)


def _render_sqlite(job: ExportJob) -> bytes:
    from storage.export.interchange.sqlite_database import make_database

    return make_database(job.library, job.selection)


def _render_graphml(job: ExportJob) -> str:
    from storage.comparing import compare_in
    from storage.export.interchange.graphml import render_graphml

    library, story = job.library, job.selection.story
    assert story is not None
    members = library.articles.get_all(story.articles)
    compared = compare_in(library, members, job.compared, job.options.settings)
    return render_graphml(compared, story.name)


def _render_qdpx(job: ExportJob) -> bytes:
    from storage.export.interchange.qda_project import make_project
    from storage.qda.qdpx import write_qdpx

    return write_qdpx(make_project(job))


def _tell_not_in_qdpx(job: ExportJob) -> tuple[str, ...]:
    from storage.export.interchange.qda_project import describe_not_held

    return describe_not_held(job)


def _is_our_project(path: Path) -> bool:
    from storage.qda.qdpx import is_our_project

    return is_our_project(path)


def _is_our_json(path: Path) -> bool:
    from storage.export.interchange.json_text import is_our_json

    return is_our_json(path)


def _is_our_graphml(path: Path) -> bool:
    from storage.export.interchange.graphml import is_our_graphml

    return is_our_graphml(path)


def _is_our_database(path: Path) -> bool:
    from storage.export.interchange.sqlite_database import is_export

    return is_export(path)


CSV = ExportFormat(
    name="csv",
    label="CSV for spreadsheets",
    called="A CSV file",
    extension="csv",
    render=_render_csv,
    # Excel takes UTF-8 only by its mark; a pipe has no use for one.
    mark="\ufeff",
)
JSONLD = ExportFormat(
    name="jsonld",
    label="JSON-LD (Web Annotations)",
    called="A JSON-LD file",
    extension="jsonld",
    render=_render_jsonld,
    is_ours=_is_our_json,
)
HYPOTHESIS = ExportFormat(
    name="hypothesis",
    label="JSON for Hypothesis",
    called="A JSON file",
    extension="json",
    render=_render_hypothesis,
    is_ours=_is_our_json,
    describe_not_held=_tell_not_in_hypothesis,
)
SQLITE = ExportFormat(
    name="sqlite",
    label="SQLite database",
    called="A database",
    extension="db",
    render=_render_sqlite,
    is_ours=_is_our_database,
)
GRAPHML = ExportFormat(
    name="graphml",
    label="GraphML for Gephi",
    called="A GraphML file",
    extension="graphml",
    render=_render_graphml,
    tells="comparison",
    takes=("story",),
    is_ours=_is_our_graphml,
)
QDPX = ExportFormat(
    name="qdpx",
    label="REFI-QDA project",
    called="A REFI-QDA project",
    extension="qdpx",
    render=_render_qdpx,
    is_ours=_is_our_project,
    describe_not_held=_tell_not_in_qdpx,
)
