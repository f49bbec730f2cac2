from __future__ import annotations

from dataclasses import replace

from storage.wording.passage_kinds import (
    describe_likeness,
    describe_styles,
    find_style,
    find_styles,
)
from tests.storage.desk import MILL, OWL
from textreuse import KINDS, compare


def test_likeness_is_told_in_the_words_of_the_kind() -> None:
    assert {kind: describe_likeness(kind, 0.996) for kind in KINDS} == {
        "verbatim": "same words",
        "edited": "99% the same",
        "paraphrase": "in other words, 99% the same",
    }
    assert describe_likeness("edited", 0.7, weak=True) == "70% the same, weak match"


def test_passages_are_weak_where_none_of_them_is_sure() -> None:
    passages = compare([f"{OWL}\n\n{MILL}\n\n{OWL}", OWL]).passages
    weak = [replace(one, weak=True) for one in passages]

    assert describe_styles(passages) == "verbatim, repeat"
    assert describe_styles(weak, " and ") == "verbatim and repeat, weak match"
    assert describe_styles([*weak[:1], *passages[1:]]) == "verbatim, repeat"


def test_a_passage_inside_one_article_is_a_repeat_whatever_its_kind() -> None:
    comparison = compare([f"{OWL}\n\n{MILL}\n\n{OWL}", OWL])

    styles = {
        (passage.left.article, passage.right.article): find_style(passage)
        for passage in comparison.passages
    }

    assert styles == {(0, 0): "repeat", (0, 1): "verbatim"}
    assert find_styles(comparison.passages) == ["verbatim", "repeat"]
