"""Nothing that was stored, imported or pasted acts on the terminal, whatever screen shows it."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.screen import Screen

import tui
from storage.library import Library
from storage.models import Story
from tests.attack.hostile import ESCAPES, add_hostile_story
from tests.storage.desk import BRIDGE, asked, done, story
from tests.tui.driver import at_the_screen
from tests.tui.driver import written as a_file
from tests.tui.recorder import find_acting, recording
from tui.base.configured_app import ConfiguredApp
from tui.library.screen import LibraryScreen
from tui.prompts.note_area import NoteArea
from tui.widgets.line_input import LineInput

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette \u202e&#x9b;31m</title>
<item><title>Owl \u2066&#x9b;2J</title><link>http://127.0.0.1:9/1</link></item>
<item><title>Mill</title><link>http://127.0.0.1:9/2</link></item></channel></rss>"""

FROM_THE_LIBRARY = (
    "p j j p m down escape e J q",
    "i r escape m down escape j i enter escape j q q",
    "tab j i enter escape j j j j enter escape q t down escape m down escape",
    "T tab j tab r escape e escape m down escape q",
    "tab W j q w j q B j q S o w l enter j q",
    "tab i c j q q j i c j q q",
    "tab / o w l enter escape question_mark q",
    "W j d q C j l b m w c s e escape q",
    "A j f enter j 1 e escape q q",
    "X X j s I slash o escape enter q q",
)
FROM_A_STORY = (
    "J enter enter x y Y f f f J a escape t down escape number_sign down escape",
    "A j a escape slash x escape q / o w l enter n N",
    "O tab j tab j f i u q o tab j s escape W j q R j p escape T j q e tab q z M z v w w W q",
)


_CODERS = ("'Anna' || char(27) || '[31m'", "'Ben' || char(155) || '2J'")
"""What coders call themselves whose names another program wrote, in SQL."""


def list_screens() -> set[type[Screen[object]]]:
    """Return the classes of our screens that can be opened."""
    found = set()
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        for one in vars(import_module(module.name)).values():
            if inspect.isclass(one) and issubclass(one, Screen) and one.__module__ == module.name:
                found.add(one)
    return {one for one in found if not one.__subclasses__()}


@pytest.fixture
def hostile(library: Library) -> Story:
    """A story that is not clean, and an article in the trash."""
    made = add_hostile_story(library)
    other = story(library, BRIDGE, name="Bridge")
    library.articles.delete(other.articles[0])
    done(
        library.path,
        f"UPDATE article SET previous = '{made.articles[0]}' WHERE id = '{made.articles[1]}'",
        f"UPDATE annotation SET coder = {_CODERS[0]}",
        *(f"INSERT INTO coded_article SELECT id, {name}, '2026' FROM article" for name in _CODERS),
        "INSERT INTO newcomer SELECT id, previous, 3, 4, '2026', NULL FROM article"
        " WHERE previous IS NOT NULL",
    )
    return made


@pytest.fixture
def written() -> Iterator[list[str]]:
    with recording() as sent:
        yield sent


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave all to who shows a text: the guard is for what forgets."""
    monkeypatch.setattr(ConfiguredApp, "get_line_filters", App.get_line_filters)


@pytest.mark.usefixtures("unguarded")
async def test_no_screen_lets_what_was_stored_act_on_the_terminal(
    library: Library,
    hostile: Story,
    written: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    feed = " ".join(("a", *str(a_file(tmp_path, "feed.xml", FEED)), "enter", "j", "q", "escape"))
    opened: set[object] = set()
    visible = False

    walks = [(None, keys) for keys in (*FROM_THE_LIBRARY, feed)]
    for begin, keys in (*walks, *((hostile, keys) for keys in FROM_A_STORY)):
        async with at_the_screen(library, begin) as reader:
            for key in keys.split():
                await reader.press(key)
                opened.add(type(reader.app.screen))
                sent = "".join(written)
                written.clear()
                assert find_acting(sent) == set(), f"after {key} on {reader.app.screen}"
                visible = visible or "␛" in sent

    assert visible
    assert list_screens() - opened == set()


@pytest.mark.parametrize(
    "keys",
    [
        *("m", "tab /", "S", "a", "i r", "e tab"),
        *("tab enter /", "tab enter v a", "tab enter v t", "tab enter A slash"),
    ],
)
@pytest.mark.usefixtures("hostile", "unguarded")
async def test_what_is_pasted_into_a_field_is_shown_and_does_nothing(
    library: Library, written: list[str], keys: str
) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press(*keys.split())
        reader.app.post_message(events.Paste(f"x{ESCAPES[:-1]}y"))
        await reader.press("left", "z")

        field = reader.app.focused
        assert isinstance(field, LineInput | NoteArea)
        text = field.text if isinstance(field, NoteArea) else field.value
        assert "x␛]52" in text
        assert "zy" in text
        assert find_acting("".join(written)) == set()


async def test_nothing_pasted_into_the_palette_acts_on_the_terminal(
    library: Library, written: list[str]
) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press(":")
        reader.app.post_message(events.Paste(f"x{ESCAPES[:-1]}y"))
        await reader.press("z")

        assert reader.app.focused is not None
        assert "\x1b" in getattr(reader.app.focused, "value", "")
        assert find_acting("".join(written)) == set()


async def test_saving_what_was_not_touched_changes_nothing(
    library: Library, hostile: Story
) -> None:
    def look() -> list[object]:
        rows: list[object] = []
        for table in ("article", "story", "tag", "article_tag", "annotation_tag", "target"):
            rows += asked(library.path, f"SELECT * FROM {table} ORDER BY rowid")
        return [*rows, *asked(library.path, "SELECT id, note FROM annotation ORDER BY id")]

    before = look()

    async with at_the_screen(library, None) as reader:
        await reader.press("i", "r", "enter", "q", "tab", "i")
        for _ in range(5):
            await reader.press("enter", "enter", "j")
        await reader.press("q", "T", "r", "enter", "e", "enter", "q")
        assert isinstance(reader.app.screen, LibraryScreen)
    async with at_the_screen(library, hostile) as reader:
        await reader.press("]", "a", "ctrl+j", "A", "a", "ctrl+j")
        assert reader.app.screen is reader.compare

    assert look() == before
