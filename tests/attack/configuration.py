"""Settings, what is remembered, the environment, with anything in them: used, or a sentence."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

from storage.errors import CopydeskError
from storage.open_library import open_library
from storage.paths import configuration_path, library_path, state_path
from storage.sample_story import add_sample
from tests.attack.commands import find_logged, try_call
from tests.attack.json_values import choose_json
from tests.attack.words import choose_field, choose_hostile, choose_snippet, contained, encodable
from tests.storage.special_files import SPECIAL
from tests.tui.cli.calling import PROGRAM, controls
from tests.tui.cli.terminal import SCREEN_OFF, SCREEN_ON, in_terminal
from tests.tui.driver import at_the_screen
from tui.config.chosen_theme import ChosenTheme
from tui.config.configuration_file import read_configuration
from tui.config.state_file import StateFile
from tui.config.themes import THEME_NAMES
from tui.keys.names import KEY_NAMES, MODIFIERS
from tui.keys.table import KEYS, PLACES

_VARIABLES = (
    *("COPYDESK_LIBRARY", "COPYDESK_CONFIG", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"),
    *("TEXTUAL_FPS", "TEXTUAL_LOG", "TEXTUAL_DRIVER", "TEXTUAL_ANIMATIONS", "TEXTUAL_PRESS"),
    *("TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_SCREENSHOT_FILENAME"),
    *("TEXTUAL_DEBUG", "TEXTUAL_SLOW_THRESHOLD", "TEXTUAL_DIM_FACTOR", "TEXTUAL_ALLOW_SIGNALS"),
    *("TEXTUAL_DEVTOOLS_HOST", "TEXTUAL_DEVTOOLS_PORT", "TEXTUAL_SMOOTH_SCROLL", "ESCDELAY"),
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TERM", "COLORTERM", "LANG"),
    *("LC_ALL", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HTTP_PROXY", "TZ"),
    *("PAGER", "EDITOR", "BROWSER", "TEXTUAL_UNKNOWN", "COPYDESK_UNKNOWN", "LC_TERMINAL"),
)
_VALUES = (
    *("", "0", "1", "-1", "80", "99999999999999", "1e9", "nan", "x", "²", "true", "none", "full"),
    *("no/such/folder", "/dev/null", "/dev/zero", ".", "standard", "256", "truecolor", "nord", "q"),
    *("os:system", "no.such:Driver", "textual.driver:Driver", "textual", ":", "C", "xx_XX", "dumb"),
    *("xterm", "vt100", "UTC", "Mars/Olympus", "127.0.0.1", "down,up,_,q", "wait:5"),
)


async def attack(rng: random.Random, _folder: Path) -> str:
    """Settle anything, then ask for what needs it, and start the app."""
    _write_settings(rng)
    with open_library(library_path()):
        pass
    for command in (["keys"], ["locate"], ["list"], ["export", "--search", "owl", "-o", "-"]):
        try_call(*command, terminal=rng.random() < 0.5)
    if rng.random() < 0.9:
        _take_back_what_is_refused(rng)
    kind = rng.random()
    if kind < 0.4:
        await _start_headless(rng)
        return "started"
    if kind < 0.7 and os.name == "posix":
        _start_in_terminal(rng)
        return "started with an environment"
    _call_with_environment(rng)
    return "called with an environment"


def _write_settings(rng: random.Random) -> None:
    for path, text in (
        (configuration_path(), _make_toml(rng)),
        (state_path(), _make_state(rng)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        kind = rng.random()
        if kind < 0.04:
            path.mkdir()
        elif kind < 0.1 and os.name == "posix":
            rng.choice(SPECIAL)(path)
        elif kind < 0.2:
            path.write_bytes(rng.randbytes(rng.randrange(300)))
        elif kind < 0.95:
            path.write_bytes(encodable(text).encode(rng.choice(("utf-8", "utf-8", "utf-8-sig"))))


def _take_back_what_is_refused(rng: random.Random) -> None:
    """Leave settings with which the app starts."""
    path = configuration_path()
    for _ in range(4):
        try:
            read_configuration(path)
        except (OSError, CopydeskError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
                path.write_text(encodable(_make_toml(rng)), "utf-8")
        else:
            return
    path.unlink(missing_ok=True)


def _make_state(rng: random.Random) -> str:
    names = ("theme", "format", "export", "flavour", "split", "last", "template", "line", "options")
    state = {name: choose_json(rng) for name in rng.sample(names, rng.randrange(len(names)))}
    if rng.random() < 0.3:
        state["theme"] = rng.choice([*THEME_NAMES, choose_field(rng)])
    return json.dumps(rng.choice((state, state, state, choose_json(rng))))


def _make_toml(rng: random.Random) -> str:
    """Return settings, most of them right; nothing, or nonsense now and then."""
    lines = []
    if rng.random() < 0.5:
        lines.append(f"theme = {_choose(rng, rng.choice(THEME_NAMES))}")
    if rng.random() < 0.4:
        lines.append(f"sensitivity = {rng.choice(('1', '2', '3', '4', '5', 'true', '1.0', '-1'))}")
    if rng.random() < 0.4:
        lines.append(f"notes = {_choose(rng, rng.choice(('here', 'every copy')))}")
    if rng.random() < 0.3:
        lines.append(f"template = {_choose(rng, 'own.j2')}")
    if rng.random() < 0.3:
        style = rng.choice(("apa", "{title}", "{title", "{0.__class__}", "{x!r:>9999999}", "}{"))
        lines.append(f"[citation]\nstyle = {_choose(rng, style)}")
    if rng.random() < 0.5:
        lines += [_make_keys(rng) for _ in range(rng.randrange(1, 3))]
    if rng.random() < 0.2:
        lines.insert(
            rng.randrange(len(lines) + 1),
            rng.choice(
                (
                    choose_snippet(rng),
                    "a" * 9_000,
                    "x = " + "[" * 5_000,
                    "a.b.c = 1",
                    "[[keys]]",
                    "[keys]",
                    "keys = 1",
                )
            ),
        )
    return "\n".join(lines)


def _make_keys(rng: random.Random) -> str:
    place = rng.choice(PLACES)
    rows = [row for row in KEYS if row.where == place and row.action] or [*KEYS]
    lines = [f"[keys.{place.replace(' ', rng.choice('-_-'))}]"]
    for _ in range(rng.randrange(1, 4)):
        action = rng.choice(rows).action if rng.random() < 0.9 else "no_such"
        keys = [_choose(rng, _choose_key(rng)) for _ in range(rng.randrange(3))]
        listed = f"[{', '.join(keys)}]"
        lines.append(f"{action} = {rng.choice((listed, *keys))}")
    return "\n".join(lines)


def _choose_key(rng: random.Random) -> str:
    names = [*rng.sample([*MODIFIERS], rng.randrange(3)), rng.choice([*KEY_NAMES, "f5", "天", "+"])]
    return "+".join(names)


def _choose(rng: random.Random, right: str) -> str:
    """Return a value as TOML writes it, most often that one."""
    if rng.random() < 0.8:
        return json.dumps(right)
    return rng.choice(
        (
            json.dumps(encodable(choose_hostile(rng))[:2_000]),
            "1",
            "[]",
            "{}",
            "nan",
            "1979-05-27",
            "true",
            '"' + right,
        )
    )


async def _start_headless(rng: random.Random) -> None:
    """Start the app with the settings that there are, unless they are refused."""
    try:
        configuration = read_configuration(configuration_path())
    except (OSError, CopydeskError):
        return
    remembered = StateFile(state_path())
    chosen = ChosenTheme(remembered, configuration.theme)
    with open_library(library_path()) as library:
        story = add_sample(library) if rng.random() < 0.5 else None
        async with at_the_screen(
            library, story, configuration=configuration, chosen=chosen, remembered=remembered
        ) as reader:
            await reader.press("question_mark", "escape", "e", "escape", "a", "escape", "q")


def _choose_environment(rng: random.Random) -> dict[str, str]:
    found = {}
    for name in rng.sample(_VARIABLES, rng.randrange(1, 8)):
        value = rng.choice((rng.choice(_VALUES), contained(choose_field(rng)[:2_000])))
        found[name] = encodable(value).replace("\0", "")
    return found


def _call_with_environment(rng: random.Random) -> None:
    command = rng.choice((["locate"], ["list"], ["keys"], ["stories", "--json"], ["--help"]))
    environment = {**os.environ, **_choose_environment(rng)}
    ended = subprocess.run(
        [PROGRAM, *command],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    told = ended.stderr.decode("utf-8", "replace")
    assert ended.returncode in (0, 1), f"{ended.returncode}: {told[-300:]}"
    assert "Traceback" not in told, told[-300:]
    assert "internal error" not in told, find_logged() or told
    assert not controls(ended.stdout.decode("utf-8", "replace") + told)


def _start_in_terminal(rng: random.Random) -> None:
    """Start the app in a terminal; it comes up and ends when told to, or says why it does not."""
    environment = _choose_environment(rng)
    with in_terminal(PROGRAM, environment=environment) as terminal:
        while SCREEN_ON not in terminal.written and terminal._read():
            pass
        if SCREEN_ON in terminal.written:
            terminal.type("q")
            terminal.type("q")
        status = terminal.wait()
    told = terminal.written.decode("utf-8", "replace")
    assert status in (0, 1), f"{status}: {environment}: {told[-300:]}"
    assert "Traceback" not in told, f"{environment}: {told[-500:]}"
    assert "internal error" not in told, f"{environment}: {find_logged() or told[-300:]}"
    if SCREEN_ON in terminal.written:
        assert SCREEN_OFF in terminal.written, f"{environment}: the terminal was not given back"
