from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.export.citation.citation_style import STYLES, CitationStyle
from tests.readme import README
from tests.tui.driver import written as written_file
from textreuse import Settings
from tui.config.configuration import DEFAULTS, Configuration
from tui.config.configuration_file import ConfigurationError, read_configuration
from tui.keys.table import Where


@pytest.fixture
def reads(tmp_path: Path) -> Callable[[str], Configuration]:
    """Read a configuration with this text."""

    def read(text: str) -> Configuration:
        return read_configuration(written_file(tmp_path, "config.toml", text))

    return read


class TestReading:
    def test_without_a_file_the_defaults_hold(self, tmp_path: Path) -> None:
        assert read_configuration(tmp_path / "none.toml") is DEFAULTS
        assert Settings().sensitivity == DEFAULTS.sensitivity

    def test_an_empty_file_says_nothing(self, reads: Callable[[str], Configuration]) -> None:
        said = reads("# nothing yet\n[keys]\n[keys.compare]\n")

        assert (said.theme, said.sensitivity, said.notes) == (None, 3, "here")
        assert not said.keymap.is_changed

    def test_what_it_says_holds(self, reads: Callable[[str], Configuration]) -> None:
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
        self, reads: Callable[[str], Configuration], written: str, style: CitationStyle
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
        self, reads: Callable[[str], Configuration], written: str, where: Where, action: str
    ) -> None:
        assert reads(written).keymap.find_row(where, action).names == ("r",)

    @pytest.mark.parametrize("place", ["note-editor", "note_editor", '"note editor"'])
    def test_a_place_of_two_words_may_be_written_with_or_without_quotes(
        self, reads: Callable[[str], Configuration], place: str
    ) -> None:
        said = reads(f'[keys.{place}]\nsave = "f2"')
        assert said.keymap.spell_key("note editor", "save") == "F2"

    def test_a_byte_order_mark_is_no_mistake(self, tmp_path: Path) -> None:
        path = tmp_path / "config.toml"
        path.write_bytes(b'\xef\xbb\xbftheme = "nord"\n')
        assert read_configuration(path).theme == "nord"

    def test_the_example_in_the_readme_holds(self, reads: Callable[[str], Configuration]) -> None:
        found = re.search(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
        assert found
        said = reads(found[1])
        assert said.theme is not None
        assert said.keymap.is_changed

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ('thme = "x"', "there is no setting “thme”; did you mean “theme”?"),
            ('theme = "nrod"', "there is no theme “nrod”; did you mean “nord”?"),
            ("theme = 3", "“theme” must be the name of a theme, not 3."),
            ("sensitivity = 5", "“sensitivity” must be 1, 2, 3 or 4, not 5."),
            ("sensitivity = true", "“sensitivity” must be 1, 2, 3 or 4, not true."),
            ("sensitivity = 2.0", "“sensitivity” must be 1, 2, 3 or 4, not 2.0."),
            ('notes = "all"', "“notes” must be “here” or “every copy”, not “all”."),
            ("citation = 3", "“citation” must be a table, [citation], with a “style” in it."),
            (
                '[citation]\nstlye = "plain"',
                "there is no setting “stlye” in [citation]; did you mean “style”?",
            ),
            (
                "[citation]\nstyle = 3",
                "“style” in [citation] must be the name of a style or a template, not 3.",
            ),
            (
                '[citation]\nstyle = "footnotes"',
                "there is no style “footnotes” in [citation]; did you mean “footnote”?",
            ),
            (
                '[citation]\nstyle = "{quote} ({titel})"',
                "“style” in [citation]: there is no “{titel}”; did you mean “{title}”?",
            ),
            (
                '[citation]\nstyle = "{quote} ({title"',
                (
                    "“style” in [citation]: a brace is unmatched;"
                    " write “{{” or “}}” for a literal brace."
                ),
            ),
            ("keys = 3", "“keys” must be a table for each place, such as [keys.compare]."),
            (
                '[keys]\nnext_copy = "y"',
                "“next_copy” must be in the table of a place, such as [keys.compare].",
            ),
            (
                "[keys.compre]",
                "there is no place “compre” in [keys]; did you mean “compare”?",
            ),
            (
                "[keys.notes-editor]",
                "there is no place “notes-editor” in [keys]; did you mean “note-editor”?",
            ),
            (
                '[keys.compare]\nnextcopy = "y"',
                "there is no action “nextcopy” in [keys.compare]; did you mean “next_copy”?",
            ),
            (
                '[keys.compare]\nundo = "y"',
                "there is no action “undo” in [keys.compare]; it is in [keys.everywhere].",
            ),
            (
                "[keys.compare]\nnext_copy = 3",
                "“next_copy” in [keys.compare] must be a key or a list of keys, not 3.",
            ),
            (
                '[keys.compare]\nnext_copy = "pagedwn"',
                ("“next_copy” in [keys.compare]: there is no key “pagedwn”; did you mean “PgDn”?"),
            ),
            (
                '[keys.compare]\nnext_copy = "crtl+n"',
                "“next_copy” in [keys.compare]: there is no key “crtl+n”; did you mean “ctrl+n”?",
            ),
            (
                '[keys.compare]\nnext_copy = "ctrl+q"',
                "“next_copy” in [keys.compare]: “ctrl+q” always quits; give it another key.",
            ),
            (
                '[keys.compare]\nnext_copy = "a"',
                (
                    "“a” is both “next_copy” (compare) and “note” (compare);"
                    " give one of them another key."
                ),
            ),
            (
                "[keys.compare]\ntwin = 3",
                "“twin” in [keys.compare] must be a key or a list of keys, not 3.",
            ),
            (
                '[keys.compare]\nnext_copy = "r"\ntwin = "y"',
                (
                    "“twin” in [keys.compare] is the same as “next_copy” in [keys.compare];"
                    " set only one of them."
                ),
            ),
            (
                '[keys.trash]\nrestore = "r"\n[keys.bin]\nrestore = "y"',
                (
                    "“restore” in [keys.bin] is the same as “restore” in [keys.trash];"
                    " set only one of them."
                ),
            ),
            (
                '[keys.everywhere]\nundo = "?"',
                (
                    "“?” is both “help” (everywhere) and “undo” (everywhere); "
                    "give one of them another key."
                ),
            ),
            (
                '[keys.note-editor]\nsave = "s"',
                (
                    "“save” in [keys.note-editor]: “s” is needed for writing; "
                    "use ctrl or alt with a key, or a function key."
                ),
            ),
            (
                f"[keys.compare]\npane = {[str(digit) for digit in range(10)]}",
                "“pane” in [keys.compare] takes at most 9 keys, not 10.",
            ),
        ],
    )
    def test_a_mistake_is_one_sentence(
        self, reads: Callable[[str], Configuration], text: str, sentence: str
    ) -> None:
        with pytest.raises(ConfigurationError) as told:
            reads(text)
        assert str(told.value) == f"config.toml: {sentence}"

    def test_all_mistakes_are_told_at_once(self, reads: Callable[[str], Configuration]) -> None:
        with pytest.raises(ConfigurationError) as told:
            reads(
                'thme = "nord"\nsensitivity = 5\nnotes = "all"\ntemplate = ""\n'
                '[citation]\nstyle = "footnotes"\n'
                "[keys.compre]\n"
                '[keys.compare]\nnextcopy = "y"\nmark = ["ctrl+q", 3]\nnext_copy = "a"\n'
                'notes = "pagedwn"\n'
                '[keys.everywhere]\nundo = "?"\n'
            )
        assert told.value.sentences == tuple(
            f"config.toml: {sentence}"
            for sentence in (
                "there is no setting “thme”; did you mean “theme”?",
                "“sensitivity” must be 1, 2, 3 or 4, not 5.",
                "“notes” must be “here” or “every copy”, not “all”.",
                "there is no style “footnotes” in [citation]; did you mean “footnote”?",
                "there is no place “compre” in [keys]; did you mean “compare”?",
                "there is no action “nextcopy” in [keys.compare]; did you mean “next_copy”?",
                "“mark” in [keys.compare]: “ctrl+q” always quits; give it another key.",
                "“mark” in [keys.compare] must be a key or a list of keys, not 3.",
                "“notes” in [keys.compare]: there is no key “pagedwn”; did you mean “PgDn”?",
                (
                    "“?” is both “help” (everywhere) and “undo” (everywhere);"
                    " give one of them another key."
                ),
                (
                    "“a” is both “next_copy” (compare) and “note” (compare);"
                    " give one of them another key."
                ),
                "“template” must be the path of a file, not “”.",
            )
        )

    def test_the_keys_of_an_action_that_is_wrong_clash_with_none(
        self, reads: Callable[[str], Configuration]
    ) -> None:
        with pytest.raises(ConfigurationError) as told:
            reads('[keys.compare]\nnext_copy = "a"\nnote = "nokey"\n')
        assert len(told.value.sentences) == 1

    @pytest.mark.parametrize(
        ("text", "line"),
        [("a =\n", 1), ("\n\ntheme = nord\n", 3), ('theme = "x\n', 1), ("a = 1\na = 2", 2)],
    )
    def test_what_is_not_toml_is_told_with_its_line(
        self, reads: Callable[[str], Configuration], text: str, line: int
    ) -> None:
        with pytest.raises(ConfigurationError, match=rf"^config\.toml, line {line}: \w.*\.$"):
            reads(text)

    def test_what_is_not_utf_8_is_told_with_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "config.toml"
        path.write_bytes(b'\ntheme = "\xff"\n')
        with pytest.raises(ConfigurationError, match=r"^config\.toml, line 2: not UTF-8\.$"):
            read_configuration(path)

    @given(
        st.binary()
        | st.text().map(lambda text: text.encode())
        | st.builds(
            lambda place, action, key: f'[keys.{place}]\n{action} = "{key}"'.encode(),
            st.sampled_from(["compare", "library", "everywhere", "note-editor", "x"]),
            st.sampled_from(["next_copy", "down", "save", "pane", "y"]),
            st.text(st.characters(codec="ascii", exclude_characters='"\\')),
        )
    )
    @example(b"a = " + b"[" * 10_000)
    @example(b"a = " + b"1" * 10_000)
    def test_any_file_is_read_or_told_of_in_one_short_line(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes
    ) -> None:
        path = tmp_path_factory.mktemp("any") / "config.toml"
        path.write_bytes(data)
        told = ""
        try:
            read_configuration(path)
        except ConfigurationError as error:
            told = str(error)
        assert len(told) < 250
