"""What others annotated or coded, given to the box that adds.

It is stored with the app's own library, so that undo takes it back first.
"""

from __future__ import annotations

from storage.errors import CopydeskError
from storage.files import read_file, resolve_to_read
from storage.library import Library
from storage.paths import parse_path
from tui.add.codebook_import import import_codebook_file
from tui.add.import_job import ImportSummary, ReadProject
from tui.base.reach import LIBRARY
from tui.messages.import_report import describe_import, describe_left_out, name_left_out

Summaries = tuple[ImportSummary, ImportSummary]
"""What came of all that was added, and of what was named last: problems are told of that alone."""


def import_annotation_file(library: Library, name: str, summaries: Summaries) -> None:
    """Import the annotations, codebook or other library in a file, and count them in."""
    from storage.annotation_import.import_annotations import import_annotations

    if name.lower().endswith(LIBRARY):
        _import_library(library, name, summaries)
        return
    now = summaries[1]
    try:
        told = import_codebook_file(library, name)
        if told is not None:
            sentence, *notices = told
            for summary in summaries:
                summary.codebooks.append(sentence)
            now.notices += notices
            return
        brought = import_annotations(library, read_file(resolve_to_read(name)), name)
    except CopydeskError as error:
        now.problems.append(str(error))
        return
    _count_annotations(summaries, len(brought.added))
    now.notices += [*describe_import(brought), *brought.notices, *describe_left_out(brought)]


def _import_library(library: Library, name: str, summaries: Summaries) -> None:
    from storage.annotation_import.library_import import import_library
    from tui.messages.library_report import describe_library_import, describe_what_is_missing

    now = summaries[1]
    try:
        came = import_library(library, parse_path(name))
    except CopydeskError as error:
        now.problems.append(str(error))
        return
    _count_annotations(summaries, len(came.merged.annotations.added))
    now.notices += [*describe_library_import(came), *describe_what_is_missing(came)]


def store_read_project(library: Library, read: ReadProject, summaries: Summaries) -> None:
    """Store a project of coded texts that was read, and count in what it held."""
    from storage.annotation_import.projects.import_project import store_project
    from tui.messages.project_report import describe_project

    now = summaries[1]
    try:
        came = store_project(library, read.project, read.name)
    except CopydeskError as error:
        now.problems.append(str(error))
        return
    _count_annotations(summaries, came.annotations)
    for summary in summaries:
        summary.added += came.added
        summary.there += came.there
    now.notices += [*describe_project(came), *came.notices, *name_left_out(came.left_out)]


def _count_annotations(summaries: Summaries, count: int) -> None:
    for summary in summaries:
        summary.annotations = (summary.annotations or 0) + count
