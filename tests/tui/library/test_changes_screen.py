from __future__ import annotations

import pytest

from storage.library import Library
from storage.models import NewArticle
from tests.storage.desk import MILL, OWL
from tests.tui.driver import at_the_screen
from tui.library.article_screen import ArticleScreen

URL = "https://gazette.example/owl"


@pytest.fixture
def versions(library: Library) -> list[str]:
    """Add three versions of an article; returns their ids."""
    texts = (
        f"{OWL} It cost 12 million euros.",
        f"{OWL} It cost 1.2 million euros. {MILL}",
        f"{OWL} It cost 1.2 million dollars. {MILL}",
    )
    return [
        library.articles.add(NewArticle(text, "Owl", url=URL, modified=f"2026-03-0{day}"))[0].id
        for day, text in enumerate(texts, 1)
    ]


async def test_changes_are_listed_the_newest_version_first(
    library: Library, versions: list[str]
) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "c")
        reader.sees("Owl · 3 versions · 3 changes")
        reader.sees("2 to 3   Figure or date  ¶1        euros → dollars")
        reader.sees("1 to 2   Figure or date  ¶1        12 → 1.2")
        reader.sees("1 to 2   Added           ¶1")
        reader.sees("It cost 1.2 million [-euros-]{+dollars+}.")
        await reader.press("j")
        reader.sees("It cost [-12-]{+1.2+} million euros.")
        reader.sees("Owl, modified 2026-03-01, then")
        await reader.press("enter")
        assert [one.id for one in reader.compare.reading.articles] == versions[:2]


async def test_one_version_alone_has_none(library: Library) -> None:
    library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "c")
        reader.is_told("Only one version.")
        assert isinstance(reader.app.screen, ArticleScreen)


@pytest.mark.usefixtures("versions")
async def test_one_comes_back_to_the_article(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "c", "q")
        assert isinstance(reader.app.screen, ArticleScreen)
        reader.sees("3 of 3, this one")
