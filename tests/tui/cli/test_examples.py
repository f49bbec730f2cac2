"""The examples of `--help`: every command has three, and each does what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from itertools import product
from pathlib import Path
from typing import NoReturn

import pytest

from storage.coder import Coder
from storage.export.export import ExportOptions, write
from storage.export.formats import find_format
from storage.export.selection import select_story
from storage.models import NewArticle
from storage.open_library import open_library
from storage.paths import library_path
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, annotate
from tests.tui.cli.calling import Buffer, Copydesk
from tui.cli.arguments import COMMANDS
from tui.cli.commands import _COMMANDS
from tui.cli.examples import EXAMPLES, describe_examples

STORY = {
    "Tide barrier stayed open in storm": f"{OWL} {MILL}",
    "Flood barrier alarm went to the wrong telephone": f"{OWL} {BRIDGE}",
    "Three gates, six phone calls and the wrong number": f"{HONEY} {MILL}",
    "On Tannery Street": f"The night the sea used the open door, the barrier failed. {HONEY}",
}
"""The titles that the examples name, over short texts."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of all that the examples name, with a library of the sample story."""
    made = tmp_path_factory.mktemp("made")
    (made / "news").mkdir()
    for folder, name in product((made, made / "news"), ("agency", "reprint")):
        text = f"{OWL} {MILL if name == 'agency' else BRIDGE}"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (made / "old.txt").write_text(f"{OWL} {MILL.replace('spring', 'autumn')}", "utf-8")
    for name in ("codes.csv", "codes.txt"):
        (made / name).write_text("name,definition\nvoice,Who speaks\n")
    for coder in ("Ada", "Ben"):
        with open_library(made / "flood.db", Coder(coder)) as library:
            ids = [
                library.articles.add(NewArticle(text=text, title=title))[0].id
                for title, text in STORY.items()
            ]
            story = library.stories.find_exact(ids) or library.stories.create(
                "The Vellmouth barrier", ids
            )
            article = library.articles.get(ids[3])
            annotate(library, article, "the open door", "", "claim", "source/named")
            library.coded_articles.mark([article.id], is_coded=True)
            chosen = find_format("jsonld")
            assert chosen is not None
            wanted = ExportOptions(chosen)
            write(
                library,
                select_story(library, story),
                wanted,
                str(made / "notes.jsonld"),
                force=True,
            )
    return made


@pytest.fixture
def desk(made: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of that folder, with a copy of its library as the usual one."""
    desk = Path(shutil.copytree(made, home / "desk"))
    library_path().parent.mkdir(parents=True)
    shutil.copy(made / "flood.db", library_path())
    monkeypatch.chdir(desk)
    monkeypatch.setattr("tui.cli.open_app._need_terminal", lambda: None)
    monkeypatch.setattr("tui.cli.open_app.run_app", lambda *_, **__: 0)
    monkeypatch.setattr("tui.cli.watch.FeedWatch.look", stop_at_once)
    for name in ("open", "serve", "scan"):  # each has tests of its own, and takes seconds
        monkeypatch.setitem(_COMMANDS, name, lambda _: 0)
    return desk


def stop_at_once(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def test_every_command_has_three() -> None:
    assert {name.split()[0] for name in EXAMPLES if name} == COMMANDS.keys()
    for name, examples in EXAMPLES.items():
        assert len({call for call, _ in examples}) == 3, name


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", EXAMPLES)
def test_each_does_what_it_says(
    copydesk: Copydesk, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for call, _ in EXAMPLES[command]:
        words = shlex.split(re.sub(r" [|>] .*", "", call))
        if "<" in words:
            monkeypatch.setattr("sys.stdin", Buffer(Path(words.pop()).read_bytes()))
            words.remove("<")

        answer = copydesk(*words)

        assert (answer.status, answer.err) == (0, ""), call
        assert command in call


def test_help_shows_them(copydesk: Copydesk) -> None:
    for name in EXAMPLES:
        assert describe_examples(name) in copydesk(*name.split(), "--help").out
