from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.strip import Strip

from storage.comparing import ComparedStory, compare_in, compare_story
from storage.export.markdown.evidence_rows import make_evidence_rows
from storage.library import Library
from storage.models import Article
from storage.sample_story import add_sample
from tests.storage.desk import story, unstored
from tests.textreuse.stories import DAM, FERRY, KEEPER, ROAD, SENTENCES
from textreuse import Comparison, Group, compare
from tui.compare.widgets.copy_strip import CopyStrip
from tui.compare.widgets.passage_card import PassageCard
from tui.config.mark_colours import choose_mark_colours
from tui.overview.passage_list import PassageList
from tui.story.display.card_content import Card, make_card


@pytest.fixture
def sample(library: Library) -> list[Article]:
    return library.articles.get_all(add_sample(library).articles)


def carrying(comparison: Comparison, articles: Sequence[Article], quote: str) -> Group:
    """Return the first passage that has `quote` in it."""
    return next(
        group
        for group in comparison.groups
        if any(quote in articles[one.article].text[one.start : one.end] for one in group.spans)
    )


def of_group(articles: list[Article], quote: str, here: int = 0, other: int = 1) -> Card:
    """Describe the passage with `quote`, from one of its copies to another."""
    return card_of(compare_story(articles), quote, here, other)


def card_of(story: ComparedStory, quote: str, here: int = 0, other: int = 1) -> Card:
    group = carrying(story.kept, story.articles, quote)
    called = f"passage {group.id} of {len(story.kept.groups)}"
    return make_card(story, group, group.spans[here], group.spans[other], called)


def lines(card: Card) -> list[str]:
    return ["".join(bit.text for bit in line) for line in card.diff]


def test_it_says_which_passage_from_which_copy_to_which_and_how_alike() -> None:
    texts = [FERRY, KEEPER, f"{ROAD} {FERRY.replace('forty', 'fifty')}"]
    found = of_group([unstored(number, text) for number, text in enumerate(texts)], "ferry")
    assert found.heading == "passage 1 of 1 · A → C · edited, 92% the same · 13 words · in A, C"
    assert [one.likeness for one in found.copies] == ["here", "92% the same"]


def test_changes_can_be_read_without_colour(sample: list[Article]) -> None:
    found = of_group(sample, "ordered a check of", 0, 2)
    assert lines(found)[0].startswith(
        "The Coastal Works Inspectorate has opened [-an-]{+a formal+} inquiry and ordered "
        "[-a-]{+an immediate+} check of the alarm lists at 17 other barriers. ¶ “We "
        "[-cannot rule out-]{+can confirm+} that the same fault"
    )
    assert {bit.style for line in found.diff for bit in line} == {"plain", "deleted", "inserted"}


def test_white_space_stays_outside_the_marks() -> None:
    texts = [FERRY, FERRY.replace("old ", "very old "), FERRY.replace(" at dawn", "")]
    articles = [unstored(number, text) for number, text in enumerate(texts)]
    [there] = lines(of_group(articles, "ferry", 0, 1))
    assert "left the {+very+} old harbour" in there
    [gone] = lines(of_group(articles, "ferry", 0, 2))
    assert "harbour [-at dawn-] with forty" in gone


def test_where_nothing_differs_it_says_so_and_shows_the_words(sample: list[Article]) -> None:
    found = of_group(sample, "asked me to press one,” Tolliver said")
    assert lines(found)[0] == "Word for word the same:"
    assert "asked me to press one,” Tolliver said" in lines(found)[1]
    assert {bit.style for line in found.diff for bit in line} == {"plain"}


def test_where_only_marks_differ_it_says_so_and_shows_them() -> None:
    articles = [unstored(1, FERRY), unstored(2, FERRY.replace("harbour", "harbour,"))]
    found = of_group(articles, "ferry")
    assert lines(found)[0] == "Word for word the same; punctuation or signs differ:"
    assert "harbour{+,+} at dawn" in lines(found)[1]


def test_a_paraphrase_is_shown_as_two_sentences_with_what_they_share(
    sample: list[Article],
) -> None:
    found = of_group(sample, "Cleaning up will cost", 0, 2)
    assert "paraphrase, 55% the same" in found.heading
    assert lines(found) == [
        "A  Mayor Ines Callaway put the cost of the clean-up at £900,000.",
        "C  Cleaning up will cost £900,000, according to Mayor Inez Callaway.",
    ]
    shared = [[bit.text for bit in line if bit.style == "shared"] for line in found.diff]
    assert "900,000" in shared[0]
    assert "900,000" in shared[1]
    assert "Mayor" in shared[1]
    assert "to" not in shared[1]


def test_carriers_stand_in_order_of_publication_whatever_their_order_in_the_story(
    sample: list[Article],
) -> None:
    found = of_group(sample[::-1], "asked me to press one,” Tolliver said")
    assert [(one.letter, one.published) for one in found.copies] == [
        ("D", "2026-03-05 15:40"),
        ("C", "2026-03-05 18:05"),
        ("B", "2026-03-05 21:20"),
    ]
    assert found.order == "in order of publication, times in UTC"
    assert [one.role for one in found.copies] == ["", "other", "here"]
    assert {one.likeness for one in found.copies} == {"here", "same words"}


def test_undated_carriers_come_last_in_the_order_of_the_story() -> None:
    dates = [None, "2026-03-06", "2026-03-05", None, "2026-03-05T10:00:00Z"]
    articles = [unstored(number, FERRY, date) for number, date in enumerate(dates)]
    found = of_group(articles, "ferry")
    assert "".join(one.letter for one in found.copies) == "CEBAD"
    assert [one.published for one in found.copies[-2:]] == ["no date"] * 2
    assert found.order.endswith("undated last")


def test_without_dates_nothing_is_said_of_them() -> None:
    found = of_group([unstored(1, FERRY), unstored(2, FERRY)], "ferry")
    assert found.order == "in story order; no dates known"


def test_a_repeat_is_told_by_its_paragraphs() -> None:
    text = f"{FERRY}\n\nAdvertisement\n\n{KEEPER}\n\n{FERRY}"
    found = of_group([unstored(1, text, "2026-03-05")], "ferry")
    assert " · A ¶1 → ¶3 · " in found.heading
    assert [one.paragraph for one in found.copies] == [1, 3]
    assert found.order == "in text order"


def test_boilerplate_marked_by_hand_renumbers_no_paragraph(library: Library) -> None:
    news = story(library, f"{KEEPER}\n\nAdvertisement\n\n{ROAD}\n\n{FERRY}", FERRY)
    articles = library.articles.get_all(news.articles)
    before = compare_in(library, articles)

    library.boilerplate_marks.mark(articles[0], 0, len(KEEPER))
    after = compare_in(library, articles)

    [row] = PassageList(after).rows
    [place, _] = make_evidence_rows(after, row.group, row.group.spans[0])
    assert after.kept.boilerplate(0)[0].end == len(KEEPER)
    assert card_of(after, "ferry").copies[0].paragraph == place.paragraph == 3
    assert row.place == "A ¶3"
    assert [one.paragraph for one in card_of(before, "ferry").copies] == [3, 1]


class Foot(App[None]):
    """Holds what lies at the foot of the compare view, and nothing else."""

    CSS_PATH = "../../../../tui/compare/foot.tcss"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return choose_mark_colours(dark=True)

    def compose(self) -> ComposeResult:
        yield CopyStrip()
        yield PassageCard()

    def rows(self) -> list[str]:
        strips: list[Strip] = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]


HOSTILE = (
    "[red]the [/red] ferry [link='x']left\x1b[31m the\u202e old 港口码头 at dawn "
    "👩‍👩‍👧‍👦 with سلام עברית"
)


async def test_article_text_is_drawn_as_it_stands_and_breaks_no_row() -> None:
    articles = [
        replace(unstored(1, f"{HOSTILE} {FERRY}"), outlet="[bold]One\x1b[0m"),
        replace(unstored(2, f"{HOSTILE} {FERRY.replace('forty', '八十')}"), outlet="新闻社"),
    ]
    comparison = compare([one.text for one in articles])
    group = carrying(comparison, articles, "oranges")
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = of_group(articles, "oranges")
        app.query_one(PassageCard).show(shown)
        app.query_one(CopyStrip).show("B", articles[1], group.spans[1])
        await pilot.pause()
        rows = app.rows()
        assert {cell_len(row) for row in rows} == {80}
        drawn = " ".join(" ".join(rows).split())
        assert "[red]the [/red] ferry [link='x']left␛[31m the␦ old" in drawn
        assert "[-forty-]{+八十+}" in drawn
        assert "[bold]One␛[0m" in drawn


async def test_the_card_takes_a_third_at_most_and_scrolls_on() -> None:
    long = " ".join(SENTENCES)
    *begin, last, end = long.split(" ")
    changed = " ".join([*begin, last, "again", end])
    articles = [unstored(1, long), unstored(2, changed)]
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = app.query_one(PassageCard)
        assert not shown.display
        shown.show(of_group(articles, "oranges"))
        await pilot.pause()
        assert shown.outer_size.height <= 9
        assert any("Carried by" in row for row in app.rows())
        assert any("→ B  Text 2" in row for row in app.rows())
        assert not any("{+again+}" in row for row in app.rows())
        shown.focus()
        await pilot.press("G")
        await pilot.pause()
        assert any("{+again+}" in row for row in app.rows())
        shown.hide()
        await pilot.pause()
        assert not shown.display


async def test_the_strip_keeps_its_place_when_there_is_nothing_to_show() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        strip = app.query_one(CopyStrip)
        one = unstored(1, f"{KEEPER} {FERRY} {DAM}")
        group = compare([one.text, FERRY]).groups[0]
        strip.show("B", one, group.spans[0], "same words")
        await pilot.pause()
        drawn = " ".join(" ".join(app.rows()[: strip.size.height + 1]).split())
        assert "B · Text 1 · same words" in drawn
        assert f"‹{FERRY}›" in drawn
        height = strip.outer_size.height
        strip.clear("Nothing here stands elsewhere.")
        await pilot.pause()
        assert strip.outer_size.height == height
        assert "Nothing here stands elsewhere." in app.rows()[1]
        assert "Text 1" not in app.rows()[0]
