from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_story
from storage.export.article_rows import make_article_rows
from storage.export.html.carriers import draw_carriers
from storage.export.html.report import render_report
from storage.export.html.timeline import TimelinePicture, draw_timeline
from storage.export.story_passages import list_story_passages
from storage.library import Library
from tests.storage.desk import HONEY, MILL, OWL, PARADE, quickly, unstored
from tests.storage.export.html.reading import all_text, at, parsed
from tests.storage.stated import add_belfry, compare_belfry
from textreuse import Carrier, Edge, Timeline

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = (f"{OWL} {HONEY}", f"{OWL} {MILL}", f"{HONEY} {PARADE}", MILL)


def drawn(*published: str | None) -> TimelinePicture:
    """Draw a story of as many articles as dates."""
    articles = [unstored(at, TEXTS[at], date) for at, date in enumerate(published)]
    compared = compare_story(articles)
    return draw_timeline(compared.statements.timeline, make_article_rows(compared))


def heads(picture: TimelinePicture) -> list[tuple[str, str, str, str]]:
    return [(one.day, one.time, one.tie, one.gap) for one in picture.columns]


class TestTimeline:
    def test_articles_stand_in_their_order_in_time(self) -> None:
        picture = drawn("2026-03-06T09:00:00Z", "2026-03-05T21:30:00Z")

        assert [row.letter for row in picture.rows] == ["B", "A"]
        first, second = picture.rows
        assert (first.x < second.x, first.y < second.y) == (True, True)
        assert heads(picture) == [
            ("2026-03-05", "21:30 UTC", "", ""),
            ("2026-03-06", "09:00 UTC", "", "11 h 30 min"),
        ]

    def test_ties_stand_at_one_date_and_say_so(self) -> None:
        picture = drawn("2026-03-05", "2026-03-05T21:30:00Z", "2026-03-04")

        assert heads(picture) == [
            ("2026-03-04", "", "", ""),
            ("2026-03-05", "", "order not known", "1 day"),
        ]
        assert len({row.x for row in picture.rows}) == 2

    def test_what_has_no_date_stands_apart_and_last(self) -> None:
        picture = drawn(None, "2026-03-05", None)

        assert [row.letter for row in picture.rows] == ["B", "A", "C"]
        assert heads(picture)[1] == ("no date", "", "order not known", "")
        assert [one.is_dated for one in picture.columns] == [True, False]

    def test_a_longer_gap_is_wider_and_minutes_can_be_told_beside_months(self) -> None:
        picture = drawn("2026-03-05T09:00:00Z", "2026-03-05T09:05:00Z", "2026-06-05T09:05:00Z")

        first, second, third = (row.x for row in picture.rows)
        assert 100 < second - first < third - second < 3 * (second - first)

    def test_lines_lead_from_dot_to_dot(self) -> None:
        order = tuple(Carrier(at, None, None, ()) for at in range(3))
        edges = (
            Edge(0, 2, 120, "descent", is_main=True),
            Edge(0, 1, 1, "common origin", is_main=True),
            Edge(1, 2, 50, "quotations", is_main=False),
        )
        articles = make_article_rows(compare_story([unstored(at, OWL) for at in range(3)]))

        picture = draw_timeline(Timeline(order, (), edges), articles)

        first, second, third = picture.rows
        descent, origin = picture.lines
        assert descent.path.startswith(f"M{first.x:g} {first.y:g}Q")
        assert descent.path.endswith(f" {third.x:g} {third.y:g}")
        assert (descent.kind, origin.kind) == ("descent", "common-origin")
        assert descent.title == "A → C: 120 words, most likely taken"
        assert origin.title == "A and B: 1 word of a common origin"
        assert origin.path.endswith(f" {second.x:g} {second.y:g}")

    @quickly
    @given(
        st.lists(
            st.sampled_from([None, "2026-03-05", "2026-03-05T09:00:00Z", "1999-12-31", "0001"]),
            min_size=1,
            max_size=4,
        )
    )
    def test_all_of_it_lies_in_the_picture(self, published: list[str | None]) -> None:
        picture = drawn(*published)

        assert len(picture.rows) == len(published)
        for row in picture.rows:
            assert 0 < row.x < picture.width
            assert picture.top < row.y < picture.height
        xs = [one.x for one in picture.columns]
        assert xs == sorted(set(xs))


class TestCarriers:
    def test_a_mark_stands_where_an_article_has_a_passage(self) -> None:
        compared = compare_story([unstored(at, text) for at, text in enumerate(TEXTS)])
        passages = list_story_passages(compared)

        picture = draw_carriers(compared, make_article_rows(compared), passages)

        assert picture is not None
        heights = {row.y: row.letter for row in picture.rows}
        assert [
            (one.to, "".join(heights[y] for y in one.ys))
            for one in picture.items
            if one.kind == "passage"
        ] == [("passage-1", "AB"), ("passage-2", "AC"), ("passage-3", "BD")]
        assert picture.headings[0].text == "3 passages"

    def test_articles_with_nothing_in_common_have_no_picture(self) -> None:
        compared = compare_story([unstored(0, OWL), unstored(1, MILL)])

        assert draw_carriers(compared, make_article_rows(compared), []) is None


def test_the_report_has_both_pictures_and_no_script_of_theirs(library: Library) -> None:
    story = add_belfry(library)
    compared = compare_belfry(library, story)
    page = parsed(render_report(library, story, compared, version="1.2"))

    timeline, carriers = at(page, "origins").iter(f"{SVG}svg")
    assert "Published in this order: A, then B" in str(timeline.get("aria-label"))
    assert [all_text(one) for one in timeline.iter(f"{SVG}text")][:2] == ["AGazette", "BHerald"]
    names = {one.get("id") for one in page.iter()}
    links = [str(one.get("href"))[1:] for one in carriers.iter(f"{SVG}a")]
    assert len(links) == 4
    assert set(links) <= names
