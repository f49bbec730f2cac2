from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storage.export.citation.citation_style import STYLES
from storage.library import Library
from tests.storage.desk import MILL, OWL, add, annotate, kept_story
from tests.tui.base.test_system_clipboard import fake
from tests.tui.driver import at_the_screen, is_told, reading_sample, reading_texts, until
from tui.config.configuration import Configuration

REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


@pytest.fixture(autouse=True)
def _no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the commands of this machine away."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name in REMOTE:
        monkeypatch.setenv(name, "somewhere else")


async def test_y_copies_the_selection_and_ends_it(library: Library) -> None:
    async with reading_texts(library, "One two three four.") as reader:
        await reader.press("w", "v", "w", "y")
        assert reader.app.clipboard == "two t"
        assert "selecting" not in reader.status
        assert reader.text_at_cursor(3) == "two"
        reader.is_told("Copied 2 words through the terminal")


async def test_y_copies_the_annotation_else_the_passage_else_the_sentence(
    library: Library,
) -> None:
    one = add(library, f"{OWL} One.", "A")
    other = add(library, f"{MILL} Two. {OWL}", "B")
    annotate(library, one, "barn owl")
    async with at_the_screen(library, kept_story(library, [one, other])) as reader:
        await reader.press("y")
        assert reader.app.clipboard == OWL
        await reader.press("w", "y")
        assert reader.app.clipboard == "barn owl"
        await reader.press("G", "y")
        assert reader.app.clipboard == "One."
        await reader.press("2", "G", "y")
        assert reader.app.clipboard == OWL


async def test_y_copies_the_words_of_the_annotation_chosen_in_the_list(library: Library) -> None:
    one = add(library, f"{OWL} {MILL}", "A")
    annotate(library, one, "paper mill")
    async with at_the_screen(library, kept_story(library, [one])) as reader:
        await reader.press("A", "y")
        assert reader.app.clipboard == "paper mill"


async def test_shift_y_copies_a_citation_in_the_style_of_the_configuration(
    library: Library,
) -> None:
    url = "https://example.org/mill"
    story = kept_story(library, [add(library, f"{OWL} {MILL}", "Mill", outlet="Herald", url=url)])
    async with at_the_screen(library, story, (80, 24)) as reader:
        await reader.press("V", "Y")
        words = OWL.replace(" ", "%20")
        assert reader.app.clipboard == f"> {OWL}\n\n— [Mill](<{url}#:~:text={words}>), Herald"
        reader.is_told("Copied a citation of 14 words")
    own = Configuration(citation=STYLES["reference"])
    async with at_the_screen(library, story, configuration=own) as reader:
        await reader.press("Y")
        assert reader.app.clipboard.endswith("awake.>). *Herald*.")


async def test_edges_that_are_moved_are_kept_or_left_first(library: Library) -> None:
    one = add(library, f"{OWL} {MILL}", "A")
    annotate(library, one, "A barn owl")
    async with at_the_screen(library, kept_story(library, [one])) as reader:
        await reader.press("E", "y")
        assert reader.app.clipboard == ""
        reader.is_told("Finish moving the edges first")


async def test_what_many_terminals_do_not_take_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.compare.parts.clipboard.TERMINAL_TAKES", 1_000)
    async with reading_texts(library, "owl " * 250 + "owl") as reader:
        await reader.press("v", "G", "y")
        assert len(reader.app.clipboard) > 1_000
        reader.is_told("take only 1,000")


async def test_what_would_act_on_a_terminal_is_copied_as_it_is_shown(library: Library) -> None:
    async with reading_texts(library, "An \x1b[31mowl\u202e here.") as reader:
        await reader.press("V", "y")
        assert reader.app.clipboard == "An ␛[31mowl␦ here."


@pytest.mark.skipif(sys.platform == "win32", reason="the fake is a shell script")
async def test_a_command_that_took_it_is_believed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in REMOTE:
        monkeypatch.delenv(name)
    name = "pbcopy" if sys.platform == "darwin" else "xclip"
    fake(tmp_path, name, f"cat > {tmp_path}/out")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    async with reading_texts(library, OWL) as reader:
        await reader.press("y")
        await until(reader, is_told(reader, "Copied 14 words."))
    assert (tmp_path / "out").read_text("utf-8") == OWL


async def test_both_keys_work_on_the_sample(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press("J", "Y")
        assert reader.app.clipboard.startswith("> ")
        await reader.press("y")
        assert not reader.app.clipboard.startswith("> ")
