"""What is known of the articles of a story, changed while they are read."""

from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Story
from storage.sample_story import add_sample
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, kept_story
from tests.tui.driver import Reader, at_the_screen, reading_sample
from tui.compare.screen import CompareScreen
from tui.overview.screen import OverviewScreen
from tui.prompts.fields_prompt import FieldsPrompt

SIZES = [(80, 24), (200, 50)]


def undated(library: Library) -> Story:
    """Make a story of four articles; the first has a date."""
    drafts = [
        NewArticle(f"{HONEY} {text}", title=f"Report {number}", outlet=f"Paper {number}")
        for number, text in enumerate((OWL, MILL, BRIDGE, "Nothing else."), 1)
    ]
    drafts[0] = drafts[0]._replace(published="2026-03-07")
    return kept_story(library, [one for one, _ in add_articles(library, drafts)])


@pytest.mark.parametrize("size", SIZES)
async def test_outlet_date_and_author_are_edited_where_one_reads(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        second = reader.compare.story.articles[1]
        outlet = library.articles.get(second).outlet
        await reader.press("2")
        above = reader.screen[: size[1] // 2]
        await reader.press("I")
        reader.sees("Edit “")
        assert reader.screen[: size[1] // 2] == above  # what is asked about stays in sight
        assert any(row.startswith(" outlet") and outlet in row for row in reader.screen)
        await reader.press(*["backspace"] * len(outlet))
        await reader.type("The Quay")
        await reader.press("tab")
        await reader.type("Nell Harker")
        await reader.press("enter")
        assert isinstance(reader.app.screen, CompareScreen)
        reader.sees("B · The Quay")
        reader.is_told("Changed. u: undo")
        article = library.articles.get(second)
        assert (article.outlet, article.author) == ("The Quay", "Nell Harker")
        assert reader.compare.reading.compared is not None
        assert reader.compare.reading.compared.articles[1] == article
        await reader.press("u")
        reader.is_told("Undone: article edited.")
        reader.sees(f"B · {outlet[:20]}")


async def test_a_date_can_be_written_as_people_write_it(library: Library) -> None:
    async with reading_sample(library) as reader:
        before = reader.compare.reading.articles[0]
        await reader.press("I", "tab", "tab", "ctrl+u")
        await reader.type("9 December 1999")
        await reader.press("enter")
        reader.is_told("Changed. u: undo")
        assert library.articles.get(before.id).published == "1999-12-09"


async def test_esc_leaves_an_article_as_it_is(library: Library) -> None:
    async with reading_sample(library) as reader:
        before = reader.compare.reading.articles[0]
        await reader.press("I", "tab", "tab")
        await reader.type("nonsense")
        await reader.press("enter")
        reader.sees("is not a date")
        await reader.press("escape")
        assert library.articles.get(before.id) == before


async def with_dates_asked(reader: Reader) -> FieldsPrompt:
    await reader.press("o")
    assert isinstance(reader.app.screen, FieldsPrompt)
    return reader.app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_dates_that_are_missing_are_asked_for_in_one_form(
    library: Library, size: tuple[int, int]
) -> None:
    story = undated(library)
    async with at_the_screen(library, story, size) as reader:
        await with_dates_asked(reader)
        reader.sees("3 articles have no date")
        rows = [row for row in reader.screen if " · Report " in row]
        shown = [row.split()[0] for row in rows if row.lstrip()[0] in "BCD"]
        assert shown[-3:] == ["B", "C", "D"]
        await reader.type("2026-03-05")
        await reader.press("down", "down")
        await reader.type("2026-03-06T10:00")
        await reader.press("enter")
        assert isinstance(reader.app.screen, OverviewScreen)
        dates = [one.published for one in library.articles.get_all(story.articles)]
        assert dates == ["2026-03-07", "2026-03-05", None, "2026-03-06T10:00:00Z"]
        reader.sees("B, then D, then A. No date: C")
        await reader.press("o", "u")
        assert library.articles.get(story.articles[1]).published is None


async def test_who_skips_them_is_not_asked_again_while_the_app_runs(library: Library) -> None:
    story = undated(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("enter")
        await with_dates_asked(reader)
        await reader.press("escape")
        assert isinstance(reader.app.screen, OverviewScreen)
        await reader.press("o", "o")
        assert isinstance(reader.app.screen, OverviewScreen)
        await reader.press("o", "q", "enter", "o")
        assert isinstance(reader.app.screen, OverviewScreen)
        assert library.articles.get(story.articles[1]).published is None


async def test_nor_is_one_asked_who_compares_the_same_articles_again(library: Library) -> None:
    for number, text in enumerate((OWL, MILL)):
        library.articles.add(NewArticle(f"{HONEY} {text}", f"Report {number}"))
    async with at_the_screen(library, None) as reader:
        await reader.press("asterisk", "c")
        await with_dates_asked(reader)
        await reader.press("escape", "o", "q", "asterisk", "c", "o")
        assert isinstance(reader.app.screen, OverviewScreen)


async def test_a_wrong_date_is_told_and_can_be_mended(library: Library) -> None:
    story = undated(library)
    async with at_the_screen(library, story) as reader:
        await with_dates_asked(reader)
        await reader.press("tab")
        await reader.type("last week")
        await reader.press("enter")
        reader.sees("“last week” is not a date")
        await reader.press("escape")
        assert isinstance(reader.app.screen, OverviewScreen)


async def test_where_all_dates_are_known_nothing_is_asked(library: Library) -> None:
    async with at_the_screen(library, add_sample(library)) as reader:
        await reader.press("o")
        assert isinstance(reader.app.screen, OverviewScreen)


async def test_an_article_alone_has_no_order(library: Library) -> None:
    article, _ = library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, kept_story(library, [article])) as reader:
        await reader.press("o")
        assert isinstance(reader.app.screen, OverviewScreen)


async def test_a_title_is_no_markup_over_the_form(library: Library) -> None:
    drafts = [NewArticle(OWL, title="[bold]Owls[/bold] [@click=app.quit]here")]
    story = kept_story(library, [one for one, _ in add_articles(library, drafts)])
    async with at_the_screen(library, story, (120, 30)) as reader:
        await reader.press("I")
        reader.sees(" Edit “[bold]Owls[/bold] [@click=app.quit]here” ")
