from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import pages
from benchmarks.pages import Tally, compare_sets, compare_strings, read_as_article, split_names
from tests.storage.article_import import made


def test_strings_are_found_whatever_the_blanks() -> None:
    tally = compare_strings("An owl\n\nmoved  in.", ["owl moved", "in.", "mill"], ["An", "bat"])

    assert tally == Tally(told=3, right=2, there=3)
    assert tally.f_score == pytest.approx(4 / 6)


def test_names_are_compared_as_sets() -> None:
    assert split_names(["Nell Harker", "Tom Pike"]) == split_names("tom pike; Nell Harker")
    assert compare_sets({"a", "b"}, {"b", ""}, True) == Tally(2, 1, 1)
    assert compare_sets({"a"}, set(), False) == Tally()


def test_a_page_is_held_against_its_labels(tmp_path: Path) -> None:
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "owl.html").write_bytes(made.page())
    label = {
        "file": "owl.html",
        "with": [made.TEXTS[0], "no such words"],
        "without": ["All rights reserved"],
        "date": "2026-03-05",
        "author": "Nell Harker",
    }

    measured = pages.measure(tmp_path, read_as_article, label)

    assert measured.tallies == (Tally(1, 1, 2), Tally(1, 1, 1), Tally(1, 1, 1))


def test_the_figures_of_both_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "owl.html").write_bytes(made.page())
    label = {"file": "owl.html", "with": [made.TEXTS[0]], "without": ["Home"]}
    (tmp_path / "evaldata.json").write_text(json.dumps({"https://gazette.example/": label}))

    pages.run([str(tmp_path)])

    told = capsys.readouterr().out
    assert "1 pages" in told
    assert "trafilatura" in told
    assert "Copydesk" in told
