"""Two coders agree on some of it; a third settles the rest."""

from __future__ import annotations

from pathlib import Path

from storage.agreement.differences import collect_codings
from storage.coder import Coder
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.decisions import SETTLED
from tests.storage.desk import HONEY, MILL, OWL, add, annotate
from tests.tui.driver import at_the_screen, sees, until


async def test_what_coders_disagree_on_is_settled(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    for coder, mill, genre in (("Anna", "paper mill", "report"), ("Ben", "old paper", "comment")):
        with open_library(path, Coder(coder, is_blind=True)) as library:
            article = add(library, f"{OWL} {MILL} {HONEY}")
            annotate(library, article, "barn owl", "", "bird")
            annotate(library, article, mill, f"{coder} says [b]so", "place")
            annotate(library, article, "harvest", "", "bees" if coder == "Anna" else "food")
            library.tags.set_on_article(article.id, [f"genre/{genre}"])
            library.coded_articles.mark([article.id], is_coded=True)
    with open_library(path, Coder("Cleo")) as library:
        async with at_the_screen(library, None, (140, 40)) as reader:
            await reader.press("A")
            await until(reader, sees(reader, "Anna, Ben: 1 article that all coders"))
            reader.sees("(all tags of places)")
            await reader.press("enter")
            reader.sees(f"disagreement 1 of 3 · article tags · {article.title}")
            reader.sees("#genre/report")
            reader.sees("#genre/comment")
            await reader.press("2", "j")
            reader.sees("disagreement 2 of 2 · tags")
            await reader.press("k")
            reader.sees("disagreement 1 of 2 · extent")
            reader.sees("Ben says [b]so")
            await reader.press("b")
            reader.is_told("Settled.")
            await reader.press("A")
            reader.is_told("1 agreed coding taken over.")
            await reader.press("e")
            await reader.type("honey")
            await reader.press("enter")
            reader.sees("Nothing left to settle.")
        settled = collect_codings(library, [article], SETTLED)
        assert [(one.anchor.quote if one.anchor else "", one.tags) for one in settled] == [
            ("", ("genre/comment",)),
            ("barn owl", ("bird",)),
            ("old paper", ("place",)),
            ("paper mill", ("place",)),
            ("harvest", ("bees", "food", "honey")),
        ]
        assert library.coded_articles.find_coders()[article.id] == ("Anna", "Ben", SETTLED)
        told = [(one.chosen, one.coder) for one in library.decisions.list_all()]
        assert told == [("second", "Cleo"), ("both", "Cleo"), ("edited", "Cleo")]


async def test_both_is_the_one_value_of_a_variable_that_one_coder_gave(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    for coder, genres in (("Anna", ("report", "comment")), ("Ben", ("comment",))):
        with open_library(path, Coder(coder)) as library:
            library.codebook.store([CodebookEntry("genre", is_variable=True)])
            articles = [add(library, text) for text in (OWL, MILL)]
            for article, genre in zip(articles, genres, strict=False):
                library.tags.set_on_article(article.id, [f"genre/{genre}"])
            library.coded_articles.mark([one.id for one in articles], is_coded=True)
    with open_library(path) as library:
        async with at_the_screen(library, None) as reader:
            await reader.press("A")
            await until(reader, sees(reader, "Anna, Ben: 2 articles"))
            await reader.press("enter", "b")
            reader.is_told("An article has one value of a variable")
            await reader.press("2")
            reader.sees("disagreement 1 of 1")
            reader.sees("nothing")
            await reader.press("b")
            reader.is_told("Settled.")
        settled = collect_codings(library, articles, SETTLED)
        assert [one.tags for one in settled] == [("genre/comment",), ("genre/comment",)]


async def test_all_that_is_said_of_three_coders_fits_a_small_screen(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    for coder, coded in (("Anna", (OWL, MILL)), ("Ben", (OWL, MILL)), ("Cleo", (OWL, HONEY))):
        with open_library(path, Coder(coder)) as library:
            for text in coded:
                article = add(library, text)
                annotate(library, article, text[:10], "", "claim")
                library.coded_articles.mark([article.id], is_coded=True)
    with open_library(path, Coder("Dora")) as library:
        async with at_the_screen(library, None, (80, 24)) as reader:
            await reader.press("A")
            await until(reader, sees(reader, "Anna, Ben, Cleo: 2 articles that two coders"))
            reader.sees("left out, which fewer")
            reader.sees("Kappa is the mean")
            reader.sees("settle what Anna and Ben disagree on")
            await reader.press("c")
            reader.sees("settle what Anna and Cleo disagree on")
            await reader.press("o")
            reader.sees("Of Anna, Ben, Cleo. Two or more, commas between; empty is all.")
            await reader.type("x")
            await reader.press("enter")
            reader.sees("Nobody called “Cleox” has coded")
            await reader.press("ctrl+u")
            await reader.type("cleo")
            await reader.press("enter")
            reader.sees("Agreement needs two coders or more; name them with commas between.")
            await reader.type(",ben")
            await reader.press("enter")
            await until(reader, sees(reader, "Cleo, Ben: 1 article that all coders"))
            reader.sees("settle what Cleo and Ben disagree on")
            await reader.press("c")
            reader.is_told("No other two coders are measured.")
            await reader.press("o", "ctrl+u", "enter")
            await until(reader, sees(reader, "Anna, Ben, Cleo: 2 articles that two coders"))
            reader.sees("settle what Anna and Ben disagree on")


async def test_coders_are_chosen_where_all_of_them_cannot_be_measured(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    for coder in ("Anna", SETTLED):
        with open_library(path, Coder(coder)) as library:
            article = add(library, OWL)
            annotate(library, article, OWL[:10], "", "claim")
            library.coded_articles.mark([article.id], is_coded=True)
    with open_library(path, Coder("Dora")) as library:
        async with at_the_screen(library, None, (80, 24)) as reader:
            await reader.press("A")
            await until(reader, sees(reader, "1 such coder."))
            await reader.press("o")
            reader.sees("Of Anna, settled.")
            await reader.type("Anna, settled")
            await reader.press("enter")
            await until(reader, sees(reader, "Anna, settled: 1 article that all coders"))
            reader.does_not_see("disagree on")
            await reader.press("enter")
            reader.is_told("What is settled is not settled again. o: coders")
