from __future__ import annotations

from storage.library import Library
from storage.tables.newcomers import Newcomer
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add


def told(found: list[Newcomer]) -> list[tuple[str, str, int, int]]:
    return [one[:4] for one in found]


def test_what_is_carried_most_comes_first_and_the_last_that_came(library: Library) -> None:
    owl, mill, bridge, honey = (add(library, text).id for text in (OWL, MILL, BRIDGE, HONEY))
    library.newcomers.put(bridge, [(owl, 3, 14), (mill, 13, 14)])
    library.newcomers.put(honey, [(owl, 14, 14)])
    earlier = "UPDATE newcomer SET arrived = '2026-01-01' WHERE article = ?"
    with library.transaction():
        library._db.execute(earlier, [bridge])

    found = library.newcomers.list_all()

    assert told(found) == [(honey, owl, 14, 14), (bridge, mill, 13, 14), (bridge, owl, 3, 14)]
    assert library.newcomers.count_new() == 2


def test_once_looked_at_they_are_not_new_but_stay(library: Library) -> None:
    owl, mill = add(library, OWL).id, add(library, MILL).id
    library.newcomers.put(owl, [(mill, 7, 14)])

    library.newcomers.mark_seen()

    (one,) = library.newcomers.list_all()
    assert (one.is_new, library.newcomers.count_new()) == (False, 0)
    library.newcomers.remove(owl)
    assert library.newcomers.list_all() == []
    assert library.articles.get(owl).title
    library.undo_log.undo()
    assert told(library.newcomers.list_all()) == [(owl, mill, 7, 14)]


def test_what_is_in_the_trash_is_left_out_until_it_is_back(library: Library) -> None:
    owl, mill = add(library, OWL).id, add(library, MILL).id
    library.newcomers.put(owl, [(mill, 7, 14)])

    library.articles.delete(mill)
    assert library.newcomers.list_all() == []
    library.undo_log.undo()
    assert told(library.newcomers.list_all()) == [(owl, mill, 7, 14)]
