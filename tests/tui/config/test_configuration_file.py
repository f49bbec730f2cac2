from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docs.pages import MANUAL
from storage.export.citation.citation_style import STYLES, CitationStyle
from textreuse import Settings
from tui.config.configuration import DEFAULTS, Configuration
from tui.config.configuration_file import read_configuration
from tui.keys.table import Where


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_configuration(tmp_path / "none.toml") is DEFAULTS
    assert Settings().sensitivity == DEFAULTS.sensitivity


def test_an_empty_file_says_nothing(reads: Callable[[str], Configuration]) -> None:
    said = reads("# nothing yet\n[keys]\n[keys.compare]\n")

    assert (said.theme, said.sensitivity, said.notes) == (None, 3, "here")
    assert not said.keymap.is_changed


def test_what_it_says_holds(reads: Callable[[str], Configuration]) -> None:
    said = reads(
        'theme = "copydesk-light"\nsensitivity = 1\nnotes = "every copy"\n'
        '[keys.compare]\nnext_copy = "r"\nnext_word = [")", "Ctrl+N"]\nnext_sentence = "w"\n'
        '[keys.note-editor]\nsave = "f2"\n'
    )

    assert (said.theme, said.sensitivity, said.notes) == ("copydesk-light", 1, "every copy")
    assert said.keymap.find_row("compare", "next_copy").names == ("r",)
    assert said.keymap.find_row("compare", "next_word").names == ("right_parenthesis", "ctrl+n")
    assert said.keymap.find_row("note editor", "save").names == ("f2",)
    assert said.keymap.find_row("compare", "next_of_all").names == ()
    assert said.keymap.find_row("compare", "previous_of_all").names == ("ctrl+p",)


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("", STYLES["markdown"]),
        ('style = "footnote"', STYLES["footnote"]),
        ('style = "{quote}{date: ({})}"', CitationStyle("{quote}{date: ({})}")),
    ],
    ids=["none", "name", "template"],
)
def test_a_citation_has_a_style_by_name_or_by_template(
    reads: Callable[[str], Configuration], written: str, style: CitationStyle
) -> None:
    assert reads(f"[citation]\n{written}").citation == style


@pytest.mark.parametrize(
    ("written", "where", "action"),
    [
        ('[keys.compare]\ntwin = "r"', "compare", "next_copy"),
        ('[keys.library]\nbin = "r"', "library", "trash"),
        ('[keys.library]\nopen_bin = "r"', "library", "open_trash"),
        ('[keys.bin]\nrestore = "r"', "trash", "restore"),
    ],
)
def test_names_of_earlier_versions_are_understood(
    reads: Callable[[str], Configuration], written: str, where: Where, action: str
) -> None:
    assert reads(written).keymap.find_row(where, action).names == ("r",)


@pytest.mark.parametrize("place", ["note-editor", "note_editor", '"note editor"'])
def test_a_place_of_two_words_may_be_written_with_or_without_quotes(
    reads: Callable[[str], Configuration], place: str
) -> None:
    said = reads(f'[keys.{place}]\nsave = "f2"')
    assert said.keymap.spell_key("note editor", "save") == "F2"


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "nord"\n')
    assert read_configuration(path).theme == "nord"


def test_the_example_in_the_manual_holds(reads: Callable[[str], Configuration]) -> None:
    found = re.search(
        r"```toml\n(.*?)```", (MANUAL / "configuration.md").read_text("utf-8"), re.DOTALL
    )
    assert found
    said = reads(found[1])
    assert said.theme is not None
    assert said.keymap.is_changed
