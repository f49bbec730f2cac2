"""The readers of corpora, on invented ones of the same layout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import accuracy, meter, pan, readers
from benchmarks.plagdet import Alignment
from tests.textreuse.stories import FERRY
from textreuse import Derivation, compare

TRUTH = """<document reference="a.txt">
<feature name="about" title="news" />
<feature name="plagiarism" this_offset="3" this_length="7"
 source_reference="b.txt" source_offset="10" source_length="5" />
<feature name="plagiarism" this_offset="0" this_length="1"
 source_reference="other.txt" source_offset="0" source_length="1" />
</document>"""


@pytest.fixture
def pan_corpus(tmp_path: Path) -> Path:
    for folder in ("src", "susp", "01-clean", "02-copied"):
        (tmp_path / folder).mkdir()
    (tmp_path / "01-clean" / "pairs").write_text("a.txt c.txt\na.txt d.txt\na.txt e.txt\n")
    (tmp_path / "02-copied" / "pairs").write_text("a.txt b.txt\n")
    (tmp_path / "02-copied" / "a-b.xml").write_text(TRUTH)
    return tmp_path


@pytest.fixture
def meter_corpus(tmp_path: Path) -> Path:
    for folder in ("newspapers", "pa"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles.tsv").write_text(
        "file\tderived\tannotation\tpa_files\n"
        "one.txt\tpartially\tphrase\tp.txt;q.txt\n"
        "two.txt\tnon\tdocument\tp.txt\n"
        "alone.txt\tnon\tdocument\t\n"
    )
    (tmp_path / "spans.tsv").write_text(
        "file\toffset\tlength\tlabel\none.txt\t0\t4\tverbatim\none.txt\t4\t3\tnew\n"
    )
    (tmp_path / "newspapers" / "one.txt").write_bytes(b"a \r\nbc d")
    (tmp_path / "newspapers" / "two.txt").write_text('a "quote')
    (tmp_path / "pa" / "p.txt").write_text("piece")
    (tmp_path / "pa" / "q.txt").write_text("another")
    return tmp_path


def test_every_takes_of_each_class(pan_corpus: Path) -> None:
    taken = [(task.folder, task.source.name) for task in pan.tasks(pan_corpus, 2)]

    assert taken == [("01-clean", "c.txt"), ("01-clean", "e.txt"), ("02-copied", "b.txt")]


def test_cases_are_those_of_this_source(pan_corpus: Path) -> None:
    [task] = [task for task in pan.tasks(pan_corpus, 1) if task.folder == "02-copied"]

    assert pan.cases(task) == [Alignment((3, 10), (10, 15))]


def test_articles_without_agency_copy_are_left_out(meter_corpus: Path) -> None:
    one, two = meter.articles(meter_corpus, 1)

    assert one.agency == ("piece", "another")
    assert (one.derivation, two.derivation) == ("partly", "not")
    assert (one.derived, two.derived) == (True, False)


def test_what_articles_are_called_is_counted_by_class() -> None:
    told: Counter[tuple[Derivation, Derivation]] = Counter({("wholly", "partly"): 2})

    assert meter.confusion(told).splitlines()[2:] == [
        "| wholly | 0 | 2 | 0 |",
        "| partly | 0 | 0 | 0 |",
        "| not | 0 | 0 | 0 |",
    ]


def test_marks_are_letters_by_offset_with_line_ends_as_they_stand(meter_corpus: Path) -> None:
    one, two = meter.articles(meter_corpus, 1)

    assert one.text == "a \r\nbc d"
    assert one.gold == frozenset({0})
    assert two.gold is None


def test_two_words_in_a_row_must_stand_in_one_piece() -> None:
    assert meter.pairs_of_words("The cat, the dog", ["the CAT", "sat. The", "dog"]) == {
        *range(3),
        *range(4, 7),
    }


def test_layouts_are_told_apart(pan_corpus: Path) -> None:
    assert pan.recognises(pan_corpus)
    assert not meter.recognises(pan_corpus)


def test_any_other_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        accuracy.run([str(tmp_path)])

    assert "is no PAN" in capsys.readouterr().err


def test_every_must_be_a_positive_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        accuracy.run([str(tmp_path), "--every", "0"])

    assert "--every" in capsys.readouterr().err


def test_marks_of_readers_are_places_of_two_articles_of_one_event() -> None:
    marks = readers.read_marks()

    assert {mark.half for mark in marks} == {"tuned", "kept apart"}
    assert len({mark.triple for mark in marks}) == 20
    for mark in marks:
        assert mark.left < mark.right
        assert mark.right.startswith(mark.triple)
        assert mark.left_start < mark.left_end
        assert mark.right_start < mark.right_end
        assert mark.what in {"quotation", "statement"}
        assert mark.sure in {1, 2, 3}


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ((0, 68), (5, 73), True),
        ((10, 20), (0, 73), True),  # a piece of it, and more than it
        ((60, 80), (5, 73), False),
        ((0, 68), (70, 90), False),
    ],
)
def test_a_mark_is_shown_by_a_passage_that_is_mostly_there_on_both_sides(
    left: tuple[int, int], right: tuple[int, int], shown: bool
) -> None:
    mark = readers.Mark("tuned", "a_x", *left, "a_y", *right, "statement", 3)
    (passage,) = compare([FERRY, f"Now: {FERRY}"]).passages

    assert mark.is_shown_by(passage, ["a_x", "a_y"]) is shown
    assert not mark.is_shown_by(passage, ["a_w", "a_x", "a_y"])
