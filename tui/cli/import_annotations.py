"""The command that imports annotations."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

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
