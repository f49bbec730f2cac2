"""Where two coders differ, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.agreement.differences import CodedPair, collect_codings, compare_coders
from storage.coder import Coder
from storage.errors import ConflictError
from storage.library import Library
from storage.open_library import open_library
from storage.tables.decisions import SETTLED
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, add, annotate

TEXT = f"{OWL} {MILL} {PARADE} {HONEY}"


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """Make a library with an article that Anna and Ben coded, and one that only Anna did."""
    path = tmp_path / "study.db"
    codings = {
        "Anna": [
            ("barn owl", "bird"),
            ("paper mill", "place"),
            ("brass band", "music"),
            (HONEY, "bees"),
        ],
        "Ben": [("barn owl", "bird"), ("old paper mill", "place"), ("brass band", "sound")],
    }
    for coder, places in codings.items():
        with open_library(path, Coder(coder)) as library:
            article, other = add(library, TEXT), add(library, BRIDGE)
            for quote, tag in places:
                annotate(library, article, quote, f"{coder}: {tag}", tag)
            genre = "report" if coder == "Anna" else "comment"
            if coder == "Anna":
                library.tags.set_on_article(article.id, [f"genre/{genre}", "long"])
                library.coded_articles.mark([other.id], is_coded=True)
            library.coded_articles.mark([article.id], is_coded=True)
    with open_library(path, Coder("Ben", is_blind=True)) as library:
        library.tags.set_on_article(article.id, ["genre/comment", "long"])
    return path


def _compare(library: Library) -> CodedPair:
    articles = library.articles.get_all([one.id for one in library.articles.list_all()])
    return compare_coders(library, articles, "Anna", "Ben")


def _read_settled(library: Library) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (one.anchor.quote if one.anchor else "", one.tags)
        for one in collect_codings(library, _compare(library).articles, SETTLED)
    ]


def test_differences_are_told_by_kind_and_place(coded: Path) -> None:
    with open_library(coded) as library:
        pair = _compare(library)

        assert len(pair.articles) == 1
        assert [one.kind for one in pair.differences] == [
            *("article tags", "extent", "tags", "one coder only")
        ]
        genre, mill, band, honey = pair.differences
        assert [one.tags for one in (*genre.first, *genre.second)] == [
            *(("genre/report",), ("genre/comment",))
        ]
        assert genre.extent is None
        start, end = mill.extent or (0, 0)
        assert TEXT[start:end] == "old paper mill"
        assert [one.tags for one in band.list_codings("both")] == [("music", "sound")]
        assert len(mill.list_codings("both")) == 2
        assert honey.list_codings("second") == honey.list_codings("neither") == ()
        assert [one.tags for one in pair.agreed] == [("long",), ("bird",)]
        assert compare_coders(library, pair.articles, "Ben", "Anna").agreed[0].tags == ("long",)


def test_what_is_settled_is_a_coding_of_its_own_and_is_told(coded: Path) -> None:
    with open_library(coded, Coder("Cleo")) as library:
        pair = _compare(library)
        genre, mill, band, honey = pair.differences
        for one, chosen in ((genre, "first"), (mill, "second"), (band, "both"), (honey, "neither")):
            codings = one.list_codings(chosen)  # type: ignore[arg-type]
            decision = pair.make_decision(one, chosen, codings)  # type: ignore[arg-type]
            library.decisions.settle(decision, codings, is_last=one is honey)
            assert one not in pair.list_open(library.decisions.list_all())
        assert pair.list_open(library.decisions.list_all()) == []
        settled = collect_codings(library, pair.articles, SETTLED)
        left = pair.list_not_taken(settled)
        assert [one.tags for one in left] == [("long",), ("bird",)]
        library.decisions.take_agreed(left, [])

        assert _read_settled(library) == [
            *(("", ("genre/report",)), ("", ("long",)), ("barn owl", ("bird",))),
            *(("old paper mill", ("place",)), ("brass band", ("music", "sound"))),
        ]
        assert pair.list_not_taken(collect_codings(library, pair.articles, SETTLED)) == []
        assert library.coded_articles.find_coders()[pair.articles[0].id][-1] == SETTLED
        told = library.decisions.list_all()
        assert [(one.chosen, one.coder) for one in told] == [
            *(("first", "Cleo"), ("second", "Cleo"), ("both", "Cleo"), ("neither", "Cleo"))
        ]
        assert (told[0].first_has, told[0].second_has) == ("#genre/report", "#genre/comment")
        assert told[2].result.endswith("#music #sound")
        # Whoever is named first: what is settled is settled.
        turned = compare_coders(library, pair.articles, "Ben", "Anna")
        assert turned.list_open(told) == []
        library.undo_log.undo()
        library.undo_log.undo()
        assert [one.kind for one in pair.list_open(library.decisions.list_all())] == [honey.kind]


def test_what_a_coder_changes_is_open_again(coded: Path) -> None:
    with open_library(coded, Coder("Cleo")) as library:
        pair = _compare(library)
        honey = pair.differences[-1]
        library.decisions.settle(pair.make_decision(honey, "neither", ()), (), is_last=False)
        (bees,) = (one for one in library.annotations.list_all() if "bees" in one.tags)
        library.annotations.change_tags(bees.id, add=["honey"])

        changed = _compare(library)
        assert changed.list_open(library.decisions.list_all())[-1].first[0].tags == (
            "bees",
            "honey",
        )


def test_who_codes_blind_settles_nothing(coded: Path) -> None:
    with open_library(coded) as library:
        pair = _compare(library)
    with open_library(coded, Coder("Ben", is_blind=True)) as library:
        one = pair.differences[-1]
        with pytest.raises(ConflictError, match="blind"):
            library.decisions.settle(
                pair.make_decision(one, "first", one.first), one.first, is_last=False
            )
        assert library.decisions.list_all() == []
