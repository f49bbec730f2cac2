from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.errors import ConflictError, NotFoundError
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.search.full_text import SearchHit
from storage.tables.listed_articles import ListedArticle
from tests.storage.desk import BRIDGE, MILL, OWL, add, annotate, story
from tui.library.article_list import ArticleList


def test_each_coder_is_done_with_articles_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, Coder("Anna")) as library:
        owl, mill = add(library, OWL).id, add(library, MILL).id
        assert library.coded_articles.mark([owl, mill, owl], is_coded=True)
        assert not library.coded_articles.mark([owl], is_coded=True)
    with open_library(path, Coder("Ben")) as library:
        assert library.coded_articles.find_own() == set()
        assert library.coded_articles.mark([owl], is_coded=True)
        assert library.coded_articles.find_coders() == {owl: ("Anna", "Ben"), mill: ("Anna",)}
        assert library.coded_articles.mark([owl], is_coded=False)
        assert library.coded_articles.find_own() == set()
        assert library.undo_log.undo() == "marked as not coded"
        assert library.coded_articles.find_own() == {owl}
        assert library.coded_articles.list_coders() == ["Anna", "Ben"]
        library.articles.delete(mill)
        with pytest.raises(NotFoundError):
            library.coded_articles.mark([mill], is_coded=True)
    with open_library(path, Coder("Ben", is_blind=True)) as library:
        assert library.coded_articles.find_coders() == {owl: ("Ben",)}
        assert library.coded_articles.list_coders() == ["Ben"]


def test_articles_to_code_come_in_an_order_of_each_coders_own(tmp_path: Path) -> None:
    path, texts = tmp_path / "library.db", [f"{OWL} {number}" for number in range(12)]
    orders = []
    for name in ("Anna", "Ben"):
        with open_library(path, Coder(name)) as library:
            ids = [add(library, text).id for text in texts]
            coded = library.coded_articles
            assert coded.find_next(ids) == ids[0]
            coded.mark([ids[2]], is_coded=True)
            assert coded.find_next(ids, ids[1]) == ids[3]
            assert coded.find_next(ids, ids[-1]) == ids[0]
            coded.mark([ids[2]], is_coded=False)
            order: list[str] = []
            while (one := coded.find_next(ids[::-1], is_shuffled=True)) is not None:
                order.append(one)
                coded.mark([one], is_coded=True)
            assert sorted(order) == sorted(ids)
            orders.append(order)
    assert orders[0] != orders[1]


def test_articles_are_found_by_who_coded_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, Coder("Anna")) as library:
        owl, mill = add(library, OWL), add(library, MILL)
        annotate(library, owl, "barn owl")
        library.coded_articles.mark([owl.id], is_coded=True)
    with open_library(path, Coder("Ben O'Hara")) as library:
        library.tags.set_on_article(mill.id, ["report"])

        def found(query: str) -> list[str]:
            shown = {one.article for one in library.search.find(query)}
            listed = {one.id for one in ArticleList(library.articles.list_all()).find(query)}
            assert shown == listed
            return [name for name, one in (("owl", owl), ("mill", mill)) if one.id in shown]

        assert found("coder:anna") == ["owl"]
        assert found("-coder:anna") == ["mill"]
        assert found('coder:"o\'hara"') == ["mill"]
        assert found("coder:anna coder:ben") == []
        assert found("coded:yes") == found("coded:ANN") == ["owl"]
        assert found("-coded:yes") == found("-coded:anna") == ["mill"]
        (listed,) = (one for one in library.articles.list_all() if one.id == owl.id)
        assert (listed.coders, listed.coded) == (("Anna",), ("Anna",))


def test_names_are_hidden_from_who_is_not_to_know_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        owl = add(library, OWL, "Herald owl", outlet="The Herald", author="Ada Herald")
        alone = library.stories.create("Herald owl", [owl.id])
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        shown: list[Article | ListedArticle | SearchHit] = [
            library.articles.get(owl.id),
            *library.articles.get_all([owl.id]),
            *library.articles.renew([owl]),
            *library.articles.list_all(),
            *library.search.find("herald"),
            *library.search.find("owl"),
        ]
        assert "Herald" not in str(shown)
        assert {one.title for one in shown} == {f"Article {owl.id[:6]}"}
        named = {library.stories.get(alone.id).name, library.stories.list_all()[0].name}
        assert named == {f"Article {owl.id[:6]}"}
        with pytest.raises(ConflictError):
            library.articles.edit(owl.id, {"outlet": "Nobody"})
    with open_library(path) as library:
        assert library.articles.get(owl.id).outlet == "The Herald"


def test_who_only_annotated_is_a_coder_too(library: Library) -> None:
    assert library.coded_articles.list_coders() == []
    annotate(library, add(library, OWL), "barn owl")
    assert library.coded_articles.list_coders() == [""]


def test_each_coder_writes_memos_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, Coder("Anna")) as library:
        owls = story(library, OWL, MILL)
        owl = owls.articles[0]
        library.memos.write("article", owl, " hard to code \n")
        library.memos.write("story", owls.id, "mind the mill")
    with open_library(path, Coder("Ben")) as library:
        assert library.memos.find_own("article", owl) == ""
        library.memos.write("article", owl, "easy", before="")
        library.memos.write("article", owl, "not so easy", before="easy")
        told = [(one.coder, one.memo) for one in library.memos.find("article", owl)]
        assert told == [("Anna", "hard to code"), ("Ben", "not so easy")]
        with pytest.raises(ConflictError):
            library.memos.write("article", owl, "no", before="easy")
        library.memos.write("article", owl, "")
        assert library.memos.find_own("article", owl) == ""
        library.undo_log.undo()
        assert library.memos.find_own("article", owl) == "not so easy"
        assert list(library.memos.list_all("story")) == [owls.id]
        library.stories.delete(owls.id)
        with pytest.raises(NotFoundError):
            library.memos.write("story", owls.id, "gone")


def test_a_newer_version_has_the_memos_and_is_not_coded(library: Library) -> None:
    old = add(library, f"{OWL}\n\n{MILL}", url="https://herald.example/owl")
    library.memos.write("article", old.id, "mind the owl")
    library.coded_articles.mark([old.id], is_coded=True)
    new = add(library, f"{OWL}\n\n{MILL}\n\n{BRIDGE}", url="https://herald.example/owl")

    assert library.memos.find_own("article", new.id) == "mind the owl"
    assert library.coded_articles.find_own() == {old.id}
