from __future__ import annotations

import typing
from pathlib import Path

import pytest

from benchmarks import anchoring
from benchmarks.anchoring import KINDS, verdict
from benchmarks.edited_quotes import Case, Kind, cases
from benchmarks.texts import story
from storage.anchoring.anchors import make_anchor
from storage.anchoring.locate import LocatedQuote
from textreuse import split_words

TEXTS = story(2, 400, 5).texts
UNTOUCHED: tuple[Kind, ...] = ("elsewhere", "moved")

every_kind = pytest.mark.parametrize("kind", KINDS)


def test_each_kind_of_edit_is_measured() -> None:
    assert set(KINDS) == set(typing.get_args(Kind))


@every_kind
def test_the_same_seed_makes_the_same_cases(kind: Kind) -> None:
    made = list(cases(kind, TEXTS, 10))

    assert made == list(cases(kind, TEXTS, 10))
    assert made != list(cases(kind, TEXTS, 10, seed=2))


@every_kind
def test_anchors_are_of_the_texts_and_the_texts_are_edited(kind: Kind) -> None:
    for index, case in enumerate(cases(kind, TEXTS, 40)):
        text = TEXTS[index % len(TEXTS)]
        assert case.anchor == make_anchor(text, case.anchor.start, case.anchor.end)
        assert case.words == len(split_words(case.anchor.quote))
        assert case.text != text or kind == "moved"


@pytest.mark.parametrize("kind", UNTOUCHED)
def test_edits_elsewhere_leave_the_quote_as_it_was(kind: Kind) -> None:
    for case in cases(kind, TEXTS, 100):
        assert case.place is not None
        assert case.text[slice(*case.place)] == case.anchor.quote


@pytest.mark.parametrize("kind", ["a tenth", "of few words"])
def test_of_the_quote_a_tenth_is_changed_and_at_least_a_word(kind: Kind) -> None:
    for case in cases(kind, TEXTS, 100):
        assert case.place is not None
        start, end = case.place
        now = split_words(case.text[start:end])
        changed = max(1, round(case.words / 10))
        assert abs(len(now) - case.words) <= changed
        kept = (now.counts & split_words(case.anchor.quote).counts).total()
        assert kept >= case.words - changed
        assert case.text[:start].rstrip().endswith(case.anchor.prefix.rstrip())
        assert case.text[end:].lstrip().startswith(case.anchor.suffix.lstrip())


def test_what_is_deleted_has_no_place() -> None:
    assert all(case.place is None for case in cases("deleted", TEXTS, 20))


OLD, NEW = "One two three. The owl is here. Four five six.", "Ten. The owl was here. One two three."


@pytest.mark.parametrize(
    ("start", "end", "judged"),
    [(5, 22, "right"), (5, 14, "right"), (5, 12, "wrong"), (23, 36, "wrong"), (0, 37, "wrong")],
)
def test_right_is_what_covers_half_of_the_place(start: int, end: int, judged: str) -> None:
    case = Case(make_anchor(OLD, 15, 31), NEW, (5, 22), 4)

    assert verdict(case, LocatedQuote(start, end, "changed", 80)) == judged


def test_what_is_told_of_a_deleted_quote_is_wrong_except_where_all_is_the_same() -> None:
    anchor = make_anchor(OLD, 15, 31)

    assert verdict(Case(anchor, NEW, None, 4), LocatedQuote(5, 22, "moved", 95)) == "wrong"
    assert verdict(Case(anchor, NEW, None, 4), None) == "orphan"
    assert verdict(Case(anchor, f"- {OLD}", None, 4), LocatedQuote(17, 33, "moved", 100)) == "right"


def test_both_tables_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"_CASES": 8, "_ANNOTATIONS": 6, "_WORDS": 200, "_ROUNDS": 1}.items():
        monkeypatch.setattr(anchoring, name, value)
    file = tmp_path / "article.txt"
    file.write_text(TEXTS[0], "utf-8")

    anchoring.run([str(file)])

    printed = capsys.readouterr().out
    assert all(f"\n| {name} | " in printed for name in KINDS.values())
    assert "| `str.find`, the quote alone | " in printed
