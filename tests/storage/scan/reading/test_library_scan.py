from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from storage.library import Library
from storage.paths import scans_path
from storage.scan.reading.library_scan import open_library_scan, scan_library
from storage.scan.work.progress import Progress
from tests.storage.desk import MILL, OWL, add


@pytest.mark.usefixtures("home")
def test_two_scans_of_one_library_may_end_at_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, f"{OWL} {MILL}")
    others = [lambda _progress: None]
    move = Path.replace

    def meet_another(path: Path, to: Path) -> Path:
        if path.name == "made" and others:
            scan_library(library.path, others.pop())
        return move(path, to)

    monkeypatch.setattr(Path, "replace", meet_another)
    scan_library(library.path, lambda _progress: None)

    [kept] = scans_path().iterdir()
    assert not others
    assert (kept / "scan.db").exists()


@pytest.mark.usefixtures("home")
def test_two_may_scan_one_library_at_once(library: Library) -> None:
    add(library, f"{OWL} {MILL}")
    add(library, f"{MILL} {OWL}")
    others = [lambda _progress: None]

    def meet_another(_progress: Progress) -> None:
        if others:
            scan_library(library.path, others.pop())

    scans_path().mkdir(parents=True)
    scan_library(library.path, lambda _progress: None)
    [kept] = scans_path().iterdir()
    left = kept.with_name(f"{kept.name}.killed")
    left.mkdir()
    os.utime(left, (5, 5))
    scan_library(library.path, meet_another)

    assert list(scans_path().iterdir()) == [kept]
    index = open_library_scan(library)
    assert index is not None
    with closing(index):
        assert index.count("document") == 2
