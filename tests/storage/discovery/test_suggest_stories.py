from __future__ import annotations

from pathlib import Path

import pytest

from storage.discovery.suggest_stories import accept, suggest_stories
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.sample_story import add_sample
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add

_SHIP = """
The car ferry Saint Brannoc struck a sandbank off Pendrow harbour before dawn. The skipper, Ines
Calloway, brought all 212 passengers ashore in lifeboats. Nobody was hurt, and tugs hope to pull
the vessel free with the spring tide.

Passengers told how they climbed down into lifeboats when the Saint Brannoc ran onto a sandbank
near Pendrow. Calloway, who has been skipper for nine years, said tugs would try at the spring
tide. The owners counted 212 passengers.

Why was the Saint Brannoc so close to the Pendrow sandbank? The lifeboats are back and skipper
Calloway has been praised, yet tugs must wait for the spring tide, and 212 passengers want their
cars.
"""
_THEFT = """
Thieves emptied the cellar of the Ruddock dairy and rolled away eighty wheels of blue cheese.
Inspector Tamblyn thinks that a refrigerated lorry was waiting in Lantern Lane.

Eighty wheels of prize-winning blue cheese have gone from the Ruddock cellar. A refrigerated lorry
was seen in Lantern Lane, and Inspector Tamblyn asks who was offered any.
"""
_FERRY, _CHEESE = (tuple(reports.strip().split("\n\n")) for reports in (_SHIP, _THEFT))


@pytest.fixture
def ferry(library: Library) -> list[str]:
    return _added(library, _FERRY, "2026-03-0{}")


@pytest.fixture
def cheese(library: Library) -> list[str]:
    return _added(library, _CHEESE, "2026-03-0{}")


def _added(library: Library, texts: tuple[str, ...], day: str) -> list[str]:
    return [
        add(library, text, f"{text.split()[2]} {number}", published=day.format(number)).id
        for number, text in enumerate(texts, 1)
    ]


def _noise(library: Library) -> list[Article]:
    return [add(library, text, published="2026-03-02") for text in (OWL, MILL, PARADE, HONEY)]


def test_reports_of_one_event_are_put_together(
    library: Library, ferry: list[str], cheese: list[str]
) -> None:
    _noise(library)

    first, second = suggest_stories(library)

    assert first.articles == tuple(ferry)
    assert (first.since, first.until) == ("2026-03-01", "2026-03-03")
    assert {"Brannoc", "Pendrow", "Calloway"} < set(first.terms)
    assert first.name in {library.articles.get(one).title for one in ferry}
    assert (first.story, first.lacking) == (None, 0)
    assert second.articles == tuple(cheese)


def test_articles_that_lie_far_apart_are_not_put_together(library: Library) -> None:
    _added(library, _FERRY, "2026-0{}-01")

    assert suggest_stories(library) == []


@pytest.mark.parametrize("day", ["", "2026", "2026-03"])
def test_articles_without_a_day_are_put_together_by_what_they_say(
    library: Library, day: str
) -> None:
    ids = _added(library, _FERRY, day)

    (found,) = suggest_stories(library)

    assert set(found.articles) == set(ids)


def test_copies_are_enough(library: Library) -> None:
    text = "。".join(f"第{number}号の船が港に入りました" for number in "一二三四五六七八九十")
    one, other = add(library, text), add(library, f"速報。{text}")

    (found,) = suggest_stories(library)

    assert set(found.articles) == {one.id, other.id}
    assert found.copies == 1


def test_the_sample_is_one_story_already(library: Library) -> None:
    add_sample(library)

    assert suggest_stories(library) == []


def test_the_sample_would_be_suggested_without_its_story(library: Library) -> None:
    story = add_sample(library)
    library.stories.delete(story.id)
    _noise(library)

    (found,) = suggest_stories(library)

    assert set(found.articles) == set(story.articles)


def test_a_story_that_has_some_wants_the_others(library: Library, ferry: list[str]) -> None:
    story = library.stories.create("Ferry aground", ferry[:2])

    (found,) = suggest_stories(library)

    assert (found.name, found.story, found.lacking) == ("Ferry aground", story.id, 1)
    assert accept(library, found) == story.id
    assert library.stories.get(story.id).articles == tuple(ferry)
    assert suggest_stories(library) == []
    library.undo_log.undo()
    assert library.stories.get(story.id).articles == tuple(ferry[:2])


def test_accepting_makes_a_story_and_undo_takes_it_back(library: Library, ferry: list[str]) -> None:
    (found,) = suggest_stories(library)

    story = library.stories.get(accept(library, found))

    assert (story.name, story.articles) == (found.name, tuple(ferry))
    library.undo_log.undo()
    assert library.stories.list_all() == []


def test_what_is_in_the_bin_and_older_versions_are_left_out(
    library: Library, ferry: list[str]
) -> None:
    library.articles.delete(ferry[0])
    url = "https://example.org/cheese"
    add(library, _CHEESE[0], url=url, published="2026-03-01")
    add(library, f"{_CHEESE[0]} Corrected.", url=url, published="2026-03-01")

    (found,) = suggest_stories(library)

    assert found.articles == tuple(ferry[1:])


def test_an_empty_library_has_nothing_to_suggest(library: Library) -> None:
    assert suggest_stories(library) == []


def test_it_tells_how_far_it_is_and_can_be_ended(library: Library, ferry: list[str]) -> None:
    told: list[float] = []
    suggest_stories(library, told.append)
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        suggest_stories(library, stop)
    assert suggest_stories(library)[0].articles == tuple(ferry)


def test_asking_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        _added(library, _FERRY, "2026-03-0{}")
        suggest_stories(library)
        assert library.undo_log.undo() is None
    with open_library(path) as library:
        assert len(suggest_stories(library)) == 1
