"""Somebody who does anything at all: keys, the mouse, pastes, resizes, faster than is drawn."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.geometry import Offset

from storage.open_library import open_library
from storage.sample_story import add_sample
from tests.attack.hostile import HOSTILE_TEXTS, add_hostile_story
from tests.tui.driver import Reader, at_the_screen, events_name
from tests.tui.recorder import find_acting, recording
from tui.keys.table import KEYS

_LARGE = [(80, 24), (120, 40), (200, 50), (40, 12), (10, 4), (1, 1), (300, 3), (2, 90)]
_TEXTUAL = [
    *("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab"),
    *("enter", "escape", "backspace", "delete", "ctrl+a", "ctrl+k", "ctrl+w", "ctrl+x", "ctrl+v"),
    *("ctrl+c", "shift+left", "shift+right", "ctrl+left", "ctrl+right", "ctrl+p", "ctrl+z"),
]
_IN_PALETTE = [
    *("a", "e", "o", "n", "x", "z", "q", "backspace", "backspace", "down", "up", "pagedown"),
    *("pageup", "enter", "escape", "home", "end", "tab"),
]
_LETTERS = "abcxyz owl, #/:.1234567890 天🦉é"
_ACTIONS = 60
"""What is done in one session."""


async def attack(rng: random.Random, folder: Path) -> str:
    """Do anything for a while; `AssertionError` where something acts on the terminal.

    An exception of the app is raised as it is.
    """
    with open_library(folder / "library.db") as library, recording() as written:
        stories = [None, add_sample(library), add_hostile_story(library)]
        story = rng.choice(stories)
        async with at_the_screen(library, story, rng.choice(_LARGE[:4])) as reader:
            done = []
            for _ in range(_ACTIONS):
                done.append(await _act(rng, reader))
                acting = find_acting("".join(written))
                written.clear()
                assert not acting, f"{acting} after {done[-5:]}"
                if not reader.app.is_running or reader.app._exit:
                    break
    return "keys from the library" if story is None else "keys from a story"


async def _act(rng: random.Random, reader: Reader) -> str:
    kind = rng.random()
    if kind < 0.45:
        keys = [_choose_key(rng) for _ in range(rng.choice((1, 1, 1, 2, 8)))]
        await _send(reader, keys, waits=rng.random() < 0.5)
        return " ".join(keys)
    if kind < 0.5:
        keys = [rng.choice(_IN_PALETTE) for _ in range(rng.randrange(1, 9))]
        await _send(reader, ["ctrl+p", *keys], waits=rng.random() < 0.5)
        return f"palette {' '.join(keys)}"
    if kind < 0.6:
        letters = [rng.choice(_LETTERS) for _ in range(rng.randrange(1, 12))]
        await _send(reader, letters, waits=False)
        return "".join(letters)
    if kind < 0.75:
        return await _use_mouse(rng, reader)
    if kind < 0.85:
        text = rng.choice(HOSTILE_TEXTS)
        reader.app.post_message(events.Paste(text))
        await reader.press()
        return f"paste {text[:10]!r}"
    if kind < 0.93:
        width, height = rng.choice(_LARGE)
        await reader.resize(width, height)
        return f"{width}×{height}"
    await reader.press("escape", "escape")
    return "escape"


def _choose_key(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return rng.choice(_TEXTUAL)
    return rng.choice(rng.choice(KEYS).names or ("colon",))


async def _send(reader: Reader, keys: Sequence[str], *, waits: bool) -> None:
    if waits:
        await reader.press(*keys)
        return
    for key in keys:
        character = key if len(key) == 1 else None
        reader.app.post_message(events.Key(events_name(key), character))
    await reader.press()


async def _use_mouse(rng: random.Random, reader: Reader) -> str:
    width, height = reader.app.size
    at = Offset(rng.randrange(max(1, width)), rng.randrange(max(1, height)))
    what = rng.choice(("click", "double", "drag", "up", "down"))
    pilot = reader._pilot
    if what in ("click", "double"):
        await pilot.click(offset=at, times=1 + (what == "double"))
    elif what == "drag":
        await pilot.mouse_down(offset=at)
        await pilot.hover(offset=Offset(rng.randrange(max(1, width)), at.y))
        await pilot.mouse_up(offset=at)
    else:
        wheel = events.MouseScrollDown if what == "down" else events.MouseScrollUp
        reader.app.post_message(
            wheel(None, at.x, at.y, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
        await reader.press()
    return f"{what} {at.x},{at.y}"
