"""A program that is killed, has no room, or loses its file: what it said is saved is there."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.errors import CopydeskError
from storage.library import Library
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.attack.words import choose_own
from tests.storage.desk import OWL, story, target
from tests.storage.writer import (
    State,
    begin_annotating,
    check_state,
    compute_state,
    read_all_told,
    read_state,
)

_LONGEST = 0.15
"""Seconds until the kill, from the first thing that was begun."""


def attack(rng: random.Random, folder: Path) -> str:
    """Annotate until something happens, some times over, and look what stands."""
    path = folder / "desk" / "library.db"
    path.parent.mkdir()
    with open_library(path) as library:
        story(library, OWL)
    kinds = {"killed": _kill, "moved": _move} | ({"full": _fill} if os.name == "posix" else {})
    name = rng.choice([*kinds])
    state: State = {}
    for _ in range(rng.randrange(2, 5)):
        state = kinds[name](rng, path, state)
        found = check(path)
        assert found.is_sound, found.findings
    if rng.random() < 0.2:
        repair(path)
        assert read_state(path) == state, "repair of a sound library changed it"
    return name


def _kill(rng: random.Random, path: Path, state: State) -> State:
    """Kill somebody who annotates, two at a time now and then."""
    many = rng.choice((1, 1, 2))
    both = [begin_annotating(path, rng.randrange(10**6)) for _ in range(many)]
    for process, line in both:
        assert line.poll(60), "it never began"
        time.sleep(rng.uniform(0, _LONGEST))
        process.kill()
    pending = []
    for process, line in both:
        process.join()
        state, one = compute_state(state, read_all_told(line))
        pending.append(one)
    found = read_state(path)
    if many == 1:
        check_state(state, found, pending[0])
    else:
        off = {key for key in state.keys() | found.keys() if state.get(key) != found.get(key)}
        assert len(off) <= sum(one is not None for one in pending), f"{len(off)} are other"
    return found


def _fill(rng: random.Random, path: Path, state: State) -> State:
    """Annotate while no file may grow beyond some size, which is all the room there is."""
    size = max(one.stat().st_size for one in path.parent.glob("library.db*"))
    most = size + rng.choice((-200_000, -4_096, 0, 1, 4_096, 60_000, 300_000))
    with suppress(CopydeskError), open_library(path) as library, _limit_files(max(0, most)):
        state = _annotate(rng, library, state)
    assert read_state(path) == state
    return state


@contextmanager
def _limit_files(size: int) -> Iterator[None]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _move(rng: random.Random, path: Path, state: State) -> State:
    """Annotate while the library is moved away, and later back."""
    how = rng.choice([*MOVES])
    with open_library(path) as library:
        state = _annotate(rng, library, state)
        back = MOVES[how](path)
        during = _annotate(rng, library, state)
        assert during == state, f"{how}: told saved in a file that is not there"
        if rng.random() < 0.5:
            back()
            state = _annotate(rng, library, state)
            back = _nothing
    back()
    assert read_state(path) == state, how
    return state


def _annotate(rng: random.Random, library: Library, state: State) -> State:
    """Do some steps; return the state with those that the library said are done."""
    state = dict(state)
    article = library.articles.get(library.stories.list_all()[0].articles[0])
    for _ in range(rng.randrange(1, 12)):
        with suppress(CopydeskError):
            known = rng.choice([*state]) if state and rng.random() < 0.6 else None
            if known is None:
                note = choose_own(rng)[:20_000]
                made = library.annotations.create([target(article, "belfry")], note, ["claim"])
                state[made.id] = made.note, made.tags
            elif rng.random() < 0.5:
                note = "x" * rng.randrange(50_000)
                library.annotations.set_note(known, note)
                state[known] = note, state[known][1]
            else:
                library.annotations.delete(known)
                del state[known]
    return state


def _nothing() -> None:
    pass


def _rename(path: Path) -> Callable[[], object]:
    away = path.with_name("away.db")
    path.rename(away)
    return lambda: away.replace(path)


def _rename_folder(path: Path) -> Callable[[], object]:
    away = path.parent.with_name("away")
    path.parent.rename(away)

    def back() -> None:
        shutil.rmtree(path.parent, ignore_errors=True)
        away.rename(path.parent)

    return back


def _replace(path: Path) -> Callable[[], object]:
    away = path.with_name("away.db")
    path.rename(away)
    shutil.copyfile(away, path)
    return lambda: away.replace(path)


MOVES: dict[str, Callable[[Path], Callable[[], object]]] = {
    "renamed": _rename,
    "its folder renamed": _rename_folder,
    "another in its place": _replace,
}
"""Each moves a library away and returns what moves it back."""
