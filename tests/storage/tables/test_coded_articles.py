from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.errors import ConflictError, NotFoundError
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, MILL, OWL, add, annotate, story


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
