"""The JSON of the Hypothesis API, out and in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.anchoring.utf16 import Utf16
from storage.export import selection
from storage.export.interchange.formats import HYPOTHESIS
from storage.export.interchange.hypothesis import tell_not_held
from storage.library import Library
from storage.models import Article
from storage.tables.memos import Memo
from storage.tables.merged_codings import Codings
from tests.storage.annotation_import.written_elsewhere import (
    PAGE,
    brought,
    document,
    position_selector,
    quote_selector,
    row,
    rows,
    words_at,
)
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, add, annotate, target


@pytest.fixture
def article(library: Library) -> Article:
    return add(library, f"🦉🦉 {OWL}\n\n{MILL}\n\n{HONEY}", "Owl moves in", url=PAGE)


def on_page(*selectors: Any) -> list[Any]:
    return [{"source": PAGE, "selector": list(selectors)}]


class TestOut:
    def test_a_row_has_what_the_api_returns(self, library: Library, article: Article) -> None:
        made = annotate(library, article, "barn owl", "Which?", "claim")

        written = document(library, selection.select_article(library, article), HYPOTHESIS)

        assert written["total"] == 1
        (one,) = written["rows"]
        assert (one["id"], one["uri"], one["text"]) == (made.id, PAGE, "Which?")
        assert (one["tags"], one["document"]) == (["claim"], {"title": ["Owl moves in"]})
        assert (one["created"], one["updated"]) == (made.created, made.updated)
        assert one["permissions"]["read"] == [one["user"]]
        assert one["target"][0]["source"] == PAGE

    def test_offsets_are_utf16(self, library: Library, article: Article) -> None:
        annotate(library, article, "barn owl")

        written = document(library, selection.select_article(library, article), HYPOTHESIS)

        position, quote = written["rows"][0]["target"][0]["selector"]
        assert (position["start"], position["end"]) == (7, 15)
        assert (quote["exact"], quote["prefix"]) == ("barn owl", "🦉🦉 A ")

    def test_it_comes_back_with_its_id_note_tags_and_places(
        self, library: Library, article: Article
    ) -> None:
        other = add(library, f"{BRIDGE}\n\n{OWL}")
        shared = library.annotations.create(
            [target(article, OWL), target(other, OWL)], "Same words", ["claim", "to check"]
        )
        written = document(library, selection.select_article(library, article), HYPOTHESIS)
        library.undo_log.undo()
        assert library.annotations.list_all() == []

        result = brought(library, written)

        assert library.annotations.list_all() == [shared]
        assert (result.notices, result.left_out) == ([], [])

    def test_what_a_coder_says_of_an_article_is_a_page_note(
        self, library: Library, article: Article
    ) -> None:
        library.tags.set_on_article(article.id, ["genre/news", "local"])
        library.coded_articles.mark([article.id], is_coded=True)
        memo = Memo(article.id, "Anna", "*Sure*", "2026-03-05T12:00:00Z", "2026-03-06T12:00:00Z")
        library.coding_merger.store(Codings([], [], [memo], [], []))
        chosen = selection.select_article(library, article)

        written = document(library, chosen, HYPOTHESIS)

        assert written["total"] == 2
        tagged, said = written["rows"]
        assert (tagged["tags"], tagged["text"], "created" in tagged) == (
            *(["genre/news", "local"], "", False),
        )
        assert (said["text"], said["user_info"]) == ("*Sure*", {"display_name": "Anna"})
        assert (said["created"], said["updated"]) == (memo.created, memo.updated)
        assert [one["target"] for one in (tagged, said)] == [[{"source": PAGE}]] * 2
        assert tell_not_held(chosen) == (
            "Hypothesis has no place for which articles are coded; that stays in the library.",
        )
        assert len(brought(library, written).added) == 2
        assert brought(library, written).added == ()

    @given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
    def test_offsets_go_there_and_back(self, text: str, data: st.DataObject) -> None:
        offset = data.draw(st.integers(0, len(text)))
        units = Utf16(text).count_units(offset)

        assert units == len(text[:offset].encode("utf-16-le")) // 2
        assert Utf16(text).count_points(units) == offset


def test_note_tags_and_times_come_in(library: Library, article: Article) -> None:
    result = brought(library, rows(row()))

    (made,) = library.annotations.find_on([article.id])
    assert (made.note, made.tags) == ("Is it?", ("claim",))
    assert (made.created, made.updated) == ("2026-03-05T10:30:00.334Z", "2026-03-06T08:00:00.000Z")
    assert words_at(library, article) == ["barn owl"]
    assert result.states == {"exact": 1}
    assert brought(library, [row()]).there == result.added


def test_the_oldest_is_first_though_the_api_gives_the_newest_first(
    library: Library, article: Article
) -> None:
    brought(
        library,
        rows(
            row("b", "choir", created="2026-03-06T00:00:00+00:00"),
            row("a", "belfry", created="2026-03-05T00:00:00+00:00"),
        ),
    )

    assert words_at(library, article) == ["belfry", "choir"]


class TestPlaces:
    def test_the_offset_of_the_page_is_not_believed(
        self, library: Library, article: Article
    ) -> None:
        selectors = [position_selector(0, 8), quote_selector("paper mill", "The old ")]

        brought(library, [row(target=on_page(*selectors))])

        assert words_at(library, article) == ["paper mill"]

    def test_white_space_and_quotes_of_the_page_make_no_difference(self, library: Library) -> None:
        article = add(library, f"“Hoo,” it said.\n\n{OWL}\n\n{MILL}", url=PAGE)
        exact = '"Hoo,"\n      it said.'
        prefix, suffix = "\n\n    \n   ", OWL[:20]

        result = brought(library, [row(target=on_page(quote_selector(exact, prefix, suffix)))])

        assert words_at(library, article) == ["“Hoo,” it said."]
        assert result.states == {"exact": 1}

    def test_of_two_that_fit_alike_the_offset_chooses(self, library: Library) -> None:
        article = add(library, "🦉 owl owl owl owl owl owl owl owl", url=PAGE)
        selectors = [position_selector(11, 14), quote_selector("owl", "owl ", " owl")]

        brought(library, [row(target=on_page(*selectors))])

        (made,) = library.annotations.find_on([article.id])
        assert made.targets[0].anchor.start == 10

    def test_of_two_that_fit_alike_none_is_taken_silently(self, library: Library) -> None:
        add(library, f"{OWL}\n\n{MILL}\n\n{OWL}", url=PAGE)
        selectors = [position_selector(900, 908), quote_selector("barn owl", "A ", " has")]

        result = brought(library, [row(target=on_page(*selectors))])

        assert set(result.states) <= {"changed", "orphan"}

    def test_words_that_were_changed_come_to_the_review(self, library: Library) -> None:
        add(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", url=PAGE)
        exact = MILL.replace("in spring", "next summer")
        selector = quote_selector(exact, f"{OWL}\n\n"[-32:], f"\n\n{HONEY}"[:32])

        result = brought(library, [row(target=on_page(selector))])

        assert result.states == {"changed": 1}

    def test_words_that_are_gone_are_an_orphan(self, library: Library, article: Article) -> None:
        result = brought(library, [row(target=on_page(quote_selector(PARADE)))])

        assert result.states == {"orphan": 1}
        (made,) = library.annotations.find_on([article.id])
        assert made.targets[0].anchor.quote == PARADE

    def test_of_two_versions_the_one_with_the_words_is_meant(
        self, library: Library, article: Article
    ) -> None:
        newer = add(library, f"{BRIDGE}\n\n{PARADE}", url=PAGE)

        brought(library, [row("a", "barn owl"), row("b", "brass band")])

        assert words_at(library, article) == ["barn owl"]
        assert words_at(library, newer) == ["brass band"]

    def test_without_an_address_a_telling_quote_finds_its_article(
        self, library: Library, article: Article
    ) -> None:
        add(library, BRIDGE)
        other = [{"source": "urn:x-pdf:1234", "selector": [quote_selector(MILL[:50])]}]

        brought(library, [row(uri="urn:x-pdf:1234", target=other)])

        assert words_at(library, article) == [MILL[:50]]

    @pytest.mark.parametrize(
        ("quote", "texts"),
        [("barn owl has", [OWL, BRIDGE]), (OWL, [f"{OWL}\n\n{MILL}", f"{BRIDGE}\n\n{OWL}"])],
        ids=["short", "in two articles"],
    )
    def test_a_quote_that_may_be_anywhere_finds_none(
        self, library: Library, quote: str, texts: list[str]
    ) -> None:
        for text in texts:
            add(library, text)

        result = brought(library, [row(target=on_page(quote_selector(quote)))])

        ((_, why),) = result.left_out
        assert why == f"is on “Owl moves in” ({PAGE}), which is not in the library"


class TestReplies:
    def test_they_stand_below_what_they_answer_by_time(
        self, library: Library, article: Article
    ) -> None:
        root = row("root")
        late = row(
            *("late",),
            references=["root", "early"],
            text="It was a heron.",
            tags=["fixed"],
            created="2026-03-08T00:00:00+00:00",
            user="acct:ben@hypothes.is",
            user_info={"display_name": "Ben  B."},
        )
        early = row("early", references=["root"], text="No.", tags=[])

        result = brought(library, rows(late, early, root))

        (made,) = library.annotations.find_on([article.id])
        assert made.note == (
            "Is it?\n\n**anna, 2026-03-05:** No.\n\n**Ben B., 2026-03-08:** It was a heron. #fixed"
        )
        assert result.notices == ["Replies are added to the notes they answer, signed."]

    def test_they_are_found_in_a_list_of_their_own(
        self, library: Library, article: Article
    ) -> None:
        reply = row("reply", references=["root"], text="No.", tags=[])

        brought(library, rows(row("root")) | {"replies": [reply]})

        (made,) = library.annotations.find_on([article.id])
        assert made.note.endswith("No.")

    @pytest.mark.usefixtures("article")
    def test_one_to_what_is_not_in_the_file_is_named(self, library: Library) -> None:
        result = brought(library, rows(row("reply", references=["root"])))

        assert result.left_out == [
            ("annotation 1 (reply)", "replies to root, which is not in the file")
        ]


def test_who_wrote_an_annotation_is_its_coder(library: Library, article: Article) -> None:
    brought(
        library,
        rows(
            row("a", text="Mine"),
            row("b", text="Yours", user="acct:ben@hypothes.is"),
            row("c", text=""),
        ),
    )

    made = [(one.note, one.coder) for one in library.annotations.find_on([article.id])]
    assert made == [("Mine", "anna"), ("Yours", "ben"), ("", "anna")]


@pytest.mark.parametrize("target", [[], [{"source": PAGE}], None], ids=["none", "bare", "null"])
def test_a_page_note_stands_on_the_first_line(
    library: Library, article: Article, target: Any
) -> None:
    result = brought(library, rows(row(target=target)))

    assert words_at(library, article) == [f"🦉🦉 {OWL}"]
    assert result.notices == ["Notes on a whole page are placed on the first line of its article."]


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"uri": None}, "has no “uri”"),
        ({"tags": [None]}, "tags[0] is not text"),
        ({"text": ["Is it?"]}, "text is not text"),
        ({"target": [7]}, "target[0] is not an object"),
        ({"references": {"a": 1}}, "references is not text"),
        ({"created": "2026"}, "created is not a time like 2026-03-05T10:30:00Z"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_told_with_where_it_is(
    library: Library, article: Article, members: dict[str, Any], said: str
) -> None:
    result = brought(library, rows(row("ok", "choir"), row("bad", **members)))

    assert result.left_out == [("annotation 2 (bad)", f"is malformed: {said}")]
    (made,) = library.annotations.find_on([article.id])
    assert made.targets[0].anchor.quote == "choir"
