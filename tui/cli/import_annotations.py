"""The command that imports annotations."""

from __future__ import annotations

import argparse

from storage.open_library import open_library
from tui.cli.maintenance import find_library
from tui.cli.printing import complain, say
from tui.cli.standard_input import read_standard_input


def import_annotations(options: argparse.Namespace) -> int:
    """Import annotations; 1 if some were left out, and a sentence says which and why."""
    from storage.annotation_import.import_annotations import import_annotations
    from tui.messages.import_report import describe_import, describe_left_out

    name = "standard input" if options.file == "-" else options.file
    data = _read(options.file)
    with open_library(find_library(options)) as library:
        brought = import_annotations(library, data, name, options.format)
    for line in describe_import(brought):
        say(line)
    for sentence in [*brought.notices, *describe_left_out(brought)]:
        complain(sentence)
    return 1 if brought.left_out else 0


def _read(name: str) -> bytes:
    from storage.files import read_file, resolve_to_read

    return read_standard_input() if name == "-" else read_file(resolve_to_read(name))
