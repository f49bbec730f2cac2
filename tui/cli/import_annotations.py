"""The command that imports annotations."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.paths import parse_path
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_named
from tui.cli.printing import complain, mention, say
from tui.cli.standard_input import read_named, read_standard_input

if TYPE_CHECKING:
    from storage.annotation_import.projects.project_files import ProjectFile
    from storage.annotation_import.services.service import FetchedAnnotations
    from storage.library import Library


def import_annotations(options: argparse.Namespace) -> int:
    """Import annotations, or a codebook; 1 if annotations were left out, and sentences say why."""
    from storage.annotation_import.import_annotations import import_annotations
    from storage.annotation_import.library_import import is_library
    from tui.messages.import_report import describe_import, describe_left_out

    if is_library(options.file):
        return _import_library(options)
    if options.unsigned is not None:
        raise UsageError("--as names who coded in another library.")
    project = _find_project(options)
    if project is not None:
        return _import_project(options, project)
    name = "standard input" if options.file == "-" else options.file
    fetch = _choose_way(options)
    if fetch is None:
        return 0
    with open_named(options) as library:
        given = fetch(library)
        brought = import_annotations(library, given.data, name, given.kind)
    for line in describe_import(brought):
        say(line)
    for sentence in (*given.notices, *brought.notices):
        mention(sentence)
    for sentence in describe_left_out(brought):
        complain(sentence)
    return 1 if brought.left_out else 0


def _import_library(options: argparse.Namespace) -> int:
    """Import what coders made of articles in another library."""
    from storage.annotation_import.library_import import import_library
    from storage.wording.coder_names import check_coder_name
    from tui.messages.library_report import describe_library_import, describe_what_is_missing

    unsigned = "" if options.unsigned is None else check_coder_name(options.unsigned)
    with open_named(options) as library:
        came = import_library(library, parse_path(options.file), unsigned)
    for line in describe_library_import(came):
        say(line)
    for sentence in describe_what_is_missing(came):
        complain(sentence)
    return 1 if came.left_out else 0


def _find_project(options: argparse.Namespace) -> ProjectFile | None:
    """Return the project of coded texts that is named; None for all else."""
    from storage.annotation_import.projects.project_files import find_given_project, find_project
    from storage.annotation_import.services.services import find_service
    from storage.qda.project_formats import find_format

    if options.file != "-":
        is_file = find_service(options.file) is None
        return find_project(options.file, options.format) if is_file else None
    if find_format(options.format or "") is None:
        return None  # it is read once
    return find_given_project(read_standard_input(), "Standard input", options.format)


def _import_project(options: argparse.Namespace, project: ProjectFile) -> int:
    from storage.annotation_import.projects.project_files import import_project
    from tui.messages.import_report import name_left_out
    from tui.messages.project_report import describe_project

    with open_named(options) as library:
        came = import_project(library, project)
    for line in describe_project(came):
        say(line)
    for sentence in came.notices:
        mention(sentence)
    for sentence in name_left_out(came.left_out):
        complain(sentence)
    return 1 if came.left_out else 0


def _choose_way(options: argparse.Namespace) -> Callable[[Library], FetchedAnnotations] | None:
    """Return what gives the annotations that are named; a file is read at once.

    None where that was a codebook, which is imported then.
    """
    from storage.annotation_import.services.service import FetchedAnnotations
    from storage.annotation_import.services.services import find_service
    from tui.cli.codebook import import_into_codebook

    wanted = find_service(options.file)
    if wanted is not None:
        return lambda library: wanted.service.fetch(wanted.named, library)
    data = read_named(options.file)
    if _is_codebook(options.format, data):
        import_into_codebook(options, data)
        return None
    given = FetchedAnnotations(data, options.format)
    return lambda _: given


def _is_codebook(kind: str | None, data: bytes) -> bool:
    from storage.codebook.codebook_formats import find_format, guess_format

    return (find_format(kind) if kind else guess_format(data)) is not None
