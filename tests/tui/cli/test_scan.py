from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.open_library import open_library
from storage.scan.work.progress import Estimate, Progress
from tests.storage.desk import HONEY, MILL, OWL, add
from tests.tui.cli.calling import Copydesk, failed, library_of
from tui.messages.scan_report import describe_progress, describe_scan


def test_a_corpus_and_the_library_are_scanned(copydesk: Copydesk, tmp_path: Path) -> None:
    with open_library(library_of(copydesk)) as library:
        add(library, f"{OWL} {MILL}", "Owl", outlet="Herald")
        add(library, HONEY)
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "x", "text": f"{OWL} {MILL}"}) + "\nbroken\n")
    out = tmp_path / "out"

    library_too = ("--library", str(library_of(copydesk)), "--workers", "1")
    said = copydesk("scan", str(corpus), *library_too, "-o", str(out))

    assert said.out.splitlines() == [
        "3 documents, 1 pair compared: 1 passage in 1 cluster.",
        f"1 line or file was skipped; {out / 'skipped.jsonl'} says why.",
        f"Read it with `copydesk open {out}`.",
    ]
    assert said.err == ""
    assert failed(
        copydesk("scan", "-o", str(out)),
        f"{out} has a finished scan; name another folder, or delete this one.",
    )
    alone = str(tmp_path / "library")
    found = copydesk("scan", "-o", alone, "--workers", "1", "--json").json
    assert (found["documents"], found["passages"], found["engine"]) == (2, 0, "local")


@pytest.mark.parametrize(
    ("progress", "seconds", "said"),
    [
        (Progress("reading", 0, 0), None, "Reading …"),
        (Progress("reading", 1200, 0), None, "Reading: 1,200 documents …"),
        (Progress("comparing", 0, 9), None, "Comparing: 9 pairs …"),
        (Progress("comparing", 1, 9), 0.2, "Comparing: 1 of 9 pairs, about 1 second left …"),
        (Progress("comparing", 5, 9), 150, "Comparing: 5 of 9 pairs, about 2 minutes left …"),
        (Progress("writing", 5, 9), 9000, "Writing: 5 of 9 rows, about 2 hours left …"),
    ],
)
def test_progress_is_one_line(progress: Progress, seconds: float | None, said: str) -> None:
    assert describe_progress(progress, seconds) == said


def test_what_is_left_is_told_by_what_the_last_minute_did() -> None:
    estimate = Estimate(seconds=60)
    for done in (0, 5):  # of steps that are not alike
        assert estimate.estimate(Progress("candidates", done, 9), 10.0 * done) is None
    assert estimate.estimate(Progress("comparing", 500, 1000), 0.0) is None  # done before a kill
    assert estimate.estimate(Progress("comparing", 500, 1000), 10.0) is None
    assert estimate.estimate(Progress("comparing", 520, 1000), 20.0) == 480
    for second in range(30, 130, 10):
        left = estimate.estimate(Progress("comparing", 520 + second, 1000), float(second))
    assert left == 1000 - 520 - 120
    assert estimate.estimate(Progress("writing", 20, 1000), 131.0) is None


def test_ids_that_were_taken_are_told(tmp_path: Path) -> None:
    found = {"documents": "2", "candidates": "0", "passages": "0", "clusters": "0"}
    told = list(describe_scan({**found, "skipped": "0", "renamed": "2"}, tmp_path))
    assert told[1].startswith("2 documents have an id that another had before")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.usefixtures("no_signal_ignored")
def test_a_scan_that_is_told_to_end_does_so_in_a_sentence(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "x", "text": OWL}))
    told_to_end = (
        "import os, signal, sys; from tui.cli import scan; from tui.cli.main import main;"
        " scan.run_scan = lambda *_: (os.kill(os.getpid(), signal.SIGTERM), signal.pause());"
        " sys.exit(main())"
    )
    out = tmp_path / "out"
    ended = subprocess.run(
        [sys.executable, "-c", told_to_end, "scan", corpus, "-o", out],
        capture_output=True,
        check=False,
        text=True,
    )
    assert ended.stderr == "copydesk: Stopped. Run the same command again to go on.\n"
    assert ended.returncode == 128 + signal.SIGTERM
