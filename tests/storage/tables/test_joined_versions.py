from __future__ import annotations

import pytest

from storage.errors import ConflictError, NotFoundError
from storage.library import Library
from storage.models import Article
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add, annotate


def add_at(library: Library, text: str, where: str, day: str = "") -> Article:
    known = {"modified": f"2026-03-0{day}"} if day else {}
    return add(library, text, url=f"https://gazette.example/{where}", **known)


def test_the_newer_one_takes_over(library: Library) -> None:
    new = add_at(library, f"{OWL} {MILL}", "owl-stays", "3")
    old = add_at(library, f"{OWL} {HONEY}", "owl", "2")
    note = annotate(library, old, OWL, "Which?", "bird")
    library.tags.set_on_article(old.id, ["desk"])
    library.tags.set_on_article(new.id, ["desk"])
    alone = library.stories.create("Alone", [old.id])
    both = library.stories.create("Both", [old.id, new.id])

    assert library.articles.join_versions(new.id, old.id) == [old.id, new.id]

    assert library.articles.find_versions(old.id) == [old.id, new.id]
    assert [one.article for one in library.annotations.get(note.id).targets] == [new.id]
    assert library.stories.get(alone.id).articles == (new.id,)
    assert library.stories.get(both.id).articles == (new.id,)
    assert library.undo_log.undo() == "articles joined as versions"
    assert library.articles.find_versions(old.id) == [old.id]
    assert library.articles.find_versions(new.id) == [new.id]
    assert [one.article for one in library.annotations.get(note.id).targets] == [old.id]
    assert library.stories.get(both.id).articles == (old.id, new.id)
    library.undo_log.redo()
    assert library.articles.find_versions(old.id) == [old.id, new.id]


def test_all_versions_of_both_come_into_one_order(library: Library) -> None:
    texts = {"1": OWL, "2": MILL, "3": HONEY, "4": PARADE}
    ids = {
        day: add_at(library, text, "a" if day in "13" else "b", day).id
        for day, text in texts.items()
    }
    note = annotate(library, library.articles.get(ids["3"]), HONEY, "Which?")

    assert library.articles.join_versions(ids["2"], ids["1"]) == [ids[day] for day in "1234"]

    assert [one.article for one in library.annotations.get(note.id).targets] == [ids["4"]]
    previous = [library.articles.get(ids[day]).previous for day in "1234"]
    assert previous == [None, ids["1"], ids["2"], ids["3"]]


def test_another_text_at_either_address_is_a_version_of_it_then(library: Library) -> None:
    one, other = add_at(library, OWL, "a", "1"), add_at(library, MILL, "b", "2")
    library.articles.join_versions(one.id, other.id)

    third = add_at(library, HONEY, "a", "3")

    assert library.articles.find_versions(third.id) == [one.id, other.id, third.id]


def test_versions_of_one_article_cannot_be_joined(library: Library) -> None:
    one, other = add_at(library, OWL, "a"), add_at(library, MILL, "a")

    for pair in ((one.id, other.id), (other.id, one.id), (one.id, one.id)):
        with pytest.raises(ConflictError, match="already"):
            library.articles.join_versions(*pair)
    with pytest.raises(NotFoundError):
        library.articles.join_versions(one.id, "nothing")
