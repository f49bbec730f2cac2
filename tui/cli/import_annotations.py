"""The command that imports annotations."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from storage.paths import parse_path
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_named
from tui.cli.printing import complain, say
from tui.cli.standard_input import read_standard_input

if TYPE_CHECKING:
    from storage.annotation_import.services.service import FetchedAnnotations
    from storage.library import Library


def import_annotations(options: argparse.Namespace) -> int:
    """Import annotations; 1 if some were left out, and a sentence says which and why."""
    from storage.annotation_import.import_annotations import import_annotations
    from tui.messages.import_report import describe_import, describe_left_out

    if options.file != "-" and _is_library(options.file):
        return _import_library(options)
    if options.unsigned is not None:
        raise UsageError("--as names who coded in another library.")
    name = "standard input" if options.file == "-" else options.file
    fetch = _choose_way(options)
    with open_named(options) as library:
        given = fetch(library)
        brought = import_annotations(library, given.data, name, given.kind)
    for line in describe_import(brought):
        say(line)
    for sentence in [*given.notices, *brought.notices, *describe_left_out(brought)]:
        complain(sentence)
    return 1 if brought.left_out else 0


def _is_library(name: str) -> bool:
    from storage.annotation_import.library_import import is_library

    try:
        return is_library(parse_path(name))
    except ValueError:
        return False


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


def _choose_way(options: argparse.Namespace) -> Callable[[Library], FetchedAnnotations]:
    """Return what gives the annotations that are named; a file is read at once."""
    from storage.annotation_import.services.service import FetchedAnnotations
    from storage.annotation_import.services.services import find_service

    wanted = find_service(options.file)
    if wanted is not None:
        return lambda library: wanted.service.fetch(wanted.named, library)
    given = FetchedAnnotations(_read(options.file), options.format)
    return lambda _: given


def _read(name: str) -> bytes:
    from storage.files import read_file, resolve_to_read

    return read_standard_input() if name == "-" else read_file(resolve_to_read(name))
