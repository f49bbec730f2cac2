"""Annotations of other programs: taken in or refused, and none is lost on the way out and in."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

from storage.library import Library
from storage.open_library import open_library
from storage.paths import library_path
from tests.attack.commands import check_library, try_call
from tests.attack.json_values import choose_annotations
from tests.attack.well_formed import FORMATS, check_export
from tests.attack.words import SENTENCES
from tests.storage.annotation_import.written_elsewhere import PAGE
from tests.storage.desk import add

_Noted = Counter[tuple[str, tuple[str, ...]]]
"""How often a note stands with its tags."""


def attack(rng: random.Random, folder: Path) -> str:
    """Import documents, then list and export what came in, and import one of the exports."""
    library_path().parent.mkdir(parents=True)
    _make_library(library_path())
    for number in range(rng.randrange(1, 4)):
        path = folder / f"{number}.json"
        path.write_bytes(choose_annotations(rng))
        options = rng.choice(([], [], ["--format", "jsonld"], ["--format", "hypothesis"]))
        try_call("import", *options, path)
    listed = json.loads(try_call("notes", "--json").out)
    try_call("notes", terminal=True)
    for name in FORMATS:
        _export(name, folder, rng)
    name = rng.choice(("jsonld", "hypothesis"))
    _check_round_trip(name, folder)
    check_library(library_path())
    return f"{name}, {'some' if listed else 'none'} taken"


def _make_library(path: Path) -> None:
    with open_library(path) as library:
        first = add(library, "\n\n".join(SENTENCES[:4]), "Owl moves in", url=PAGE)
        second = add(
            library, "\n\n".join(SENTENCES[2:]), "Mill", url="https://gazette.example/mill"
        )
        library.stories.create("Owls", [first.id, second.id])


def _export(name: str, folder: Path, rng: random.Random) -> None:
    out = folder / f"out.{name}"
    more = ["--flavour", "obsidian"] * (name == "markdown" and rng.random() < 0.5)
    try_call("export", "--format", name, *more, "-o", out, statuses=(0,))
    check_export(name, out.read_bytes(), folder)
    if name != "sqlite":
        try_call("export", "--format", name, *more, "-o", "-", terminal=True, statuses=(0,))


def _check_round_trip(name: str, folder: Path) -> None:
    """Fail where notes that were exported are not all there where they are imported again."""
    other = folder / "other.db"
    _make_library(other)
    try_call("import", "--library", other, folder / f"out.{name}")
    here, there = _find_noted(library_path()), _find_noted(other)
    assert here == there, f"{name} lost {[*(here - there)][:2]}, made {[*(there - here)][:2]}"
    check_library(other)


def _find_noted(path: Path) -> _Noted:
    with open_library(path) as library:
        return Counter(_list_noted(library))


def _list_noted(library: Library) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.note, tuple(sorted(one.tags))) for one in library.annotations.list_all()]
