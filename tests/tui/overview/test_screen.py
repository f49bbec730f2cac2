"""The overview as a reader meets it; how it is opened is the compare view's affair."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.cells import cell_len

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Story
from storage.parallel_regions import ParallelRegions
from storage.sample_story import add_sample
from tests.storage.desk import kept_story
from tests.tui.driver import Reader, at_the_screen
from tui.overview.article_matrix import ArticleMatrix
from tui.overview.figures import ChosenGroup, ChosenPair
from tui.overview.screen import OverviewScreen
from tui.widgets.row_list import RowList

SHARED = "the gates stood open in the storm and nobody came to close them"
LONG = "The Long Name of an Outlet"
ODD = ("東京都新聞の長い名前", "👩\u200d👩\u200d👧 🇩🇪 ☕️", "e\u0301" * 40, "\x1b[1m[bold]Loud[/]")
UNANSWERED = "still open"


class Answer:
    """What the overview was left with."""

    def __init__(self) -> None:
        self.choice: object = UNANSWERED

    def take(self, choice: object) -> None:
        self.choice = choice


async def open_overview(reader: Reader) -> Answer:
    answer = Answer()
    compared = reader.compare.reading.compared
    assert compared is not None
    overview = OverviewScreen(reader.library, ParallelRegions(compared))
    reader.app.push_screen(overview, answer.take)
    await reader.press()
    while overview.query("#pairs") and not overview.query("ArticleMatrix:focus"):
        await reader.press("tab")
    return answer


def story(library: Library, drafts: Sequence[NewArticle]) -> Story:
    return kept_story(library, [article for article, _ in add_articles(library, drafts)])


def nine(*outlets: str) -> list[NewArticle]:
    """Nine articles that all carry one passage, of these outlets by turns."""
    return [
        NewArticle(
            f"Report {number} begins with words of its own. {SHARED.capitalize()}. " * (number % 2)
            + f"As number {number} has it, {SHARED}.",
            title=f"Title {number} of some length",
            outlet=f"{outlets[number % len(outlets)]} {number}",
            published=f"2026-03-0{number}",
        )
        for number in range(1, 10)
    ]


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_sample_story_fits_every_size(library: Library, size: tuple[int, int]) -> None:
    async with at_the_screen(library, add_sample(library), size) as reader:
        await open_overview(reader)
        row = next(row for row in reader.screen if row.startswith(" A Fenwold"))
        for figure in ("▸2026-03-05", "454", "95%", "5%", "█ 81%", "█ 78%", "░ 24%"):
            assert figure in row
        reader.sees("A: 369 of 454 words also in B (81%)")
        reader.sees("order (not proof of copying): A, then B, then C, then D")
        reader.sees("B shares 89% with A      A 81% with B")
        reader.sees("Passages · 24 · by first place")
        for part in ("#pairs", "ArticleMatrix", "#list"):
            widget = reader.app.screen.query_one(part)
            assert widget.virtual_size.width <= widget.size.width


async def test_enter_on_a_cell_gives_the_pair(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        answer = await open_overview(reader)
        await reader.press("j", "j", "l", "l")
        reader.sees("C: 48 of 554 words also in D (9%)")
        await reader.press("enter")
        assert answer.choice == ChosenPair(2, 3)
        assert reader.app.screen is reader.compare


async def test_enter_in_the_list_gives_the_passage_of_the_row(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        answer = await open_overview(reader)
        await reader.press("tab", "j", "j", "k", "enter")
        assert answer.choice == ChosenGroup(reader.compare.reading.groups[1])


async def test_s_sorts_the_passages_and_says_by_what(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        answer = await open_overview(reader)
        await reader.press("s")
        reader.sees("Passages · 24 · by length")
        await reader.press("s")
        reader.sees("by number of articles")
        await reader.press("tab", "enter")
        assert isinstance(answer.choice, ChosenGroup)
        assert len(answer.choice.group.articles) == 4


async def test_enter_on_a_pair_opens_it(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        await reader.press("o", "j")
        reader.sees("A shares 78% with C")
        await reader.press("enter")
        assert (reader.focus, reader.panes) == ("A", "AC")


async def test_it_opens_as_it_was_left_also_in_another_session(library: Library) -> None:
    sample = add_sample(library)
    async with at_the_screen(library, sample, (80, 24)) as reader:
        await reader.press("o", "j", "j", "tab", "tab", "j", "l", "tab", "s", "j", "j", "j")
        chosen = reader.app.screen.query_one("#list", RowList).chosen
        await reader.press("escape")
    async with at_the_screen(library, sample, (80, 24)) as reader:
        await reader.press("o")
        reader.sees("Passages · 24 · by length")
        reader.sees("B: 281 of 413 words also in C")
        table = reader.app.screen.query_one("#list", RowList)
        assert table.has_focus
        assert table.chosen == chosen
        await reader.press("tab", "enter")
        assert (reader.focus, reader.panes) == ("B", "BC")


async def test_the_list_is_left_at_what_was_opened_from_it(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        await reader.press("o", "shift+tab", "j", "j", "enter")
        assert reader.status.startswith("passage 3 of")
        await reader.press("o", "j", "enter")
        assert reader.status.startswith("passage 4 of")


@pytest.mark.parametrize("key", ["escape", "q", "o"])
async def test_it_closes_without_a_choice(library: Library, key: str) -> None:
    async with at_the_screen(library, add_sample(library)) as reader:
        answer = await open_overview(reader)
        await reader.press(key)
        assert reader.app.screen is reader.compare
        assert answer.choice in (None, UNANSWERED)


async def test_nine_articles_with_long_names_are_reached_in_a_small_terminal(
    library: Library,
) -> None:
    async with at_the_screen(library, story(library, nine(LONG)), (80, 24)) as reader:
        answer = await open_overview(reader)
        reader.sees("only here")
        reader.sees("Passages · ")
        await reader.press("G", *["l"] * 9)
        await reader.press("k")
        assert any(row.rstrip().endswith("H     I") for row in reader.screen)
        reader.sees("│ H The Long Name of an Outlet 8")
        await reader.press(*["h"] * 9)
        reader.sees("only here")
        await reader.press("g", "l", "enter")
        assert answer.choice == ChosenPair(0, 1)


async def test_more_articles_than_rows_scroll(library: Library) -> None:
    drafts = [NewArticle(f"Report {number}: {SHARED}.", title=f"T{number}") for number in range(30)]
    async with at_the_screen(library, story(library, drafts), (80, 24)) as reader:
        await open_overview(reader)
        reader.sees("Passages · ")
        await reader.press("G")
        reader.sees(" AD T29 ")
        reader.sees("AD: 15 of 15 words also in B")


@pytest.mark.parametrize("size", [(80, 24), (121, 30)])
async def test_no_name_breaks_a_row(library: Library, size: tuple[int, int]) -> None:
    async with at_the_screen(library, story(library, nine(*ODD)), size) as reader:
        await open_overview(reader)
        for key in ["l", "G", "l", "l", "l", "l", "s", "tab", "j"]:
            await reader.press(key)
            assert {cell_len(row) for row in reader.screen} == {size[0]}
            assert not any("\x1b" in row for row in reader.screen)


async def test_a_single_article_is_told_in_a_sentence(library: Library) -> None:
    draft = NewArticle("A short text of seven words only.", title="Alone")
    async with at_the_screen(library, story(library, [draft]), (80, 24)) as reader:
        answer = await open_overview(reader)
        await reader.press("j", "l", "tab", "s", "enter")
        reader.sees("A Alone")
        reader.sees("Only one article. In the library, mark others")
        reader.sees("No repeated passages.")
        assert answer.choice == UNANSWERED


async def test_without_a_shared_passage_the_list_is_a_sentence(library: Library) -> None:
    texts = ("A short text of seven words only.", "Another says nothing of it.")
    drafts = [NewArticle(text, title="Untitled") for text in texts]
    async with at_the_screen(library, story(library, drafts), (80, 24)) as reader:
        answer = await open_overview(reader)
        reader.sees("No shared passages. In the texts, +: weaker matches")
        await reader.press("tab", "enter")
        assert answer.choice == ChosenPair(0, 1)


async def test_the_mouse_puts_the_cursor_on_a_cell_then_chooses_it(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        answer = await open_overview(reader)
        matrix = reader.app.screen.query_one(ArticleMatrix)
        at = next(row for row in reader.screen if row.startswith(" B Vell")).index("68%") - 1
        await reader._pilot.click(ArticleMatrix, offset=(at, 2))
        await reader.press()
        assert (matrix.row, matrix.column) == (1, 2)
        await reader._pilot.click(ArticleMatrix, offset=(at, 2))
        await reader.press()
        assert answer.choice == ChosenPair(1, 2)


async def test_a_smaller_terminal_cuts_the_rows_anew(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (200, 50)) as reader:
        await open_overview(reader)
        await reader.press("tab")
        for width in (80, 44, 100):
            await reader.resize(width, 24)
            assert {cell_len(row) for row in reader.screen} == {width}
        table = reader.app.screen.query_one("#list", RowList)
        assert table.virtual_size.width <= table.size.width


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "nord"])
async def test_shades_grow_with_the_share(library: Library, theme: str) -> None:
    async with at_the_screen(library, add_sample(library)) as reader:
        reader.app.theme = theme
        await open_overview(reader)
        matrix = reader.app.screen.query_one(ArticleMatrix)
        shades = [
            matrix.get_component_styles(f"matrix--shade-{strength}").background.a
            for strength in range(1, 5)
        ]
        assert shades == sorted(set(shades))


async def test_without_colour_blocks_tell_the_shares(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_screen(library, add_sample(library), (80, 24)) as reader:
        await open_overview(reader)
        row = next(row for row in reader.screen if row.startswith(" C Brisk"))
        assert "▓ 62% ▓ 52%   15% ░  9%" in row


async def test_help_and_palette_know_the_keys_of_the_overview(library: Library) -> None:
    async with at_the_screen(library, add_sample(library), (80, 40)) as reader:
        await open_overview(reader)
        commands = list(reader.app.get_system_commands(reader.app.screen))
        assert any("Sort passages by" in command.title for command in commands)
        await reader.press("question_mark")
        reader.sees("sort passages by")
        await reader.press("escape")
        reader.sees("by first place")


async def test_nothing_is_undone_behind_the_figures(library: Library) -> None:
    async with at_the_screen(library, add_sample(library)) as reader:
        await reader.press("J", "i", "o", "u")
        reader.is_told("Undo works in the texts. o: go there")
        await reader.press("escape")
        assert reader.compare.reading.ignored


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_names_that_begin_alike_are_told_apart(
    library: Library, size: tuple[int, int]
) -> None:
    papers = ("guardian", "independent", "mail", "telegraph")
    drafts = [
        NewArticle(
            f"As the {paper} has it, {SHARED}.",
            title=f"courts_01.03.00_chemists_and_the_price_of_medicines_in_the_street_{paper}",
            published="2026-03-05",
        )
        for paper in papers
    ]
    async with at_the_screen(library, story(library, drafts), size) as reader:
        await open_overview(reader)
        for letter, paper in zip("ABCD", papers, strict=True):
            assert any(row.startswith(f" {letter} ") and paper[:8] in row for row in reader.screen)
