from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import Anchor, NewArticle, Story, Target
from tests.storage.desk import kept_story
from tests.tui.driver import at_the_screen
from tui.review.quote_diff import diff_quotes

TEXT = (
    "The harbour was closed at noon because of the storm, the port office said on Monday.\n\n"
    "Forty crates of oranges were left on the quay overnight, and nobody guarded them.\n\n"
    "A second ferry is expected to sail on Wednesday if the wind drops."
)
WAS = "Forty crates of lemons were left on the quay overnight, and nobody guarded them."
GONE = "The mayor promised every fisherman a new net, a new lamp and a warm coat for winter."


def story_with(library: Library, *quotes: str) -> Story:
    """Make a story whose annotations were made when these quotes stood in its article."""
    [(article, _)] = add_articles(library, [NewArticle(TEXT, title="Harbour")])
    for number, quote in enumerate(quotes):
        at = max(0, TEXT.find(quote[:10]))
        anchor = Anchor(at, at + len(quote), quote, TEXT[max(0, at - 32) : at], "")
        if at == 0 and quote == GONE:
            anchor = Anchor(500, 500 + len(quote), quote, "He went on and on about it all. ", "")
        library.annotations.create([Target(article.id, anchor)], f"Note {number}")
    return kept_story(library, [article])


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_changed_text_is_shown_and_accepted(
    library: Library, size: tuple[int, int]
) -> None:
    story = story_with(library, WAS)
    async with at_the_screen(library, story, size) as reader:
        await reader.press("right_square_bracket")
        assert "changed" in reader.status
        await reader.press("R")
        reader.sees("review 1 of 1")
        reader.sees("[-lemons-]{+oranges+}")
        await reader.press("enter")
        reader.sees("Nothing left to review")
        [annotation] = library.annotations.list_all()
        assert annotation.targets[0].anchor.quote == WAS.replace("lemons", "oranges")
        await reader.press("u")
        reader.sees("review 1 of 1")
        await reader.press("escape")
        assert reader.app.screen is reader.compare


async def test_an_orphan_is_kept_without_its_text(library: Library) -> None:
    async with at_the_screen(library, story_with(library, GONE)) as reader:
        await reader.press("R")
        reader.sees("text gone")
        reader.sees("The mayor promised every fisherman")
        await reader.press("enter")
        reader.is_told("No similar text. p: select · o: keep without text")
        await reader.press("o")
        reader.sees("Nothing left to review")
        await reader.press("escape", "R")
        reader.is_told("Nothing to review")
        await reader.press("A")
        reader.sees("(orphan)")


async def test_an_orphan_is_placed_anew_by_selecting_and_the_review_goes_on(
    library: Library,
) -> None:
    async with at_the_screen(library, story_with(library, GONE, WAS)) as reader:
        await reader.press("R")
        reader.sees("review 1 of 2")
        await reader.press("p")
        reader.is_told("Select its text")
        await reader.press("enter")
        reader.is_told("Nothing selected")
        await reader.press("G", "V", "enter")
        reader.sees("review 1 of 1")
        placed = library.annotations.list_all()[0].targets[0].anchor
        assert placed.quote == TEXT.split("\n\n")[2]
        await reader.press("p")
        assert reader.status.startswith("moving edges, 14 words")
        await reader.press("escape")
        assert reader.compare.reading.edging is None


async def test_it_is_walked_and_an_annotation_can_be_deleted(library: Library) -> None:
    async with at_the_screen(library, story_with(library, GONE, WAS)) as reader:
        await reader.press("R", "j")
        reader.sees("review 2 of 2")
        await reader.press("j")
        reader.sees("review 1 of 2")
        await reader.press("k", "d")
        reader.sees("review 1 of 1")
        assert len(library.annotations.list_all()) == 1
        await reader.press("u")
        reader.sees("of 2")


async def test_opening_a_story_tells_that_there_is_something_to_review(library: Library) -> None:
    async with at_the_screen(library, story_with(library, WAS)) as reader:
        reader.is_told("1 annotation has changed text. R: review")


def test_a_rewording_is_all_of_both() -> None:
    before, after = "a b c, d", "a x c; d e"
    pieces = list(diff_quotes(before, after))
    assert "".join(one.before for one in pieces) == before
    assert "".join(one.after for one in pieces) == after
    assert pieces[1] == ("b", "x")
    assert list(diff_quotes("", "")) == []
