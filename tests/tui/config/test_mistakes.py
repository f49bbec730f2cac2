from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.config.configuration import Configuration
from tui.config.configuration_file import ConfigurationError, read_configuration


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
    reads: Callable[[str], Configuration], text: str, sentence: str
) -> None:
    with pytest.raises(ConfigurationError) as told:
        reads(text)
    assert str(told.value) == f"config.toml: {sentence}"


def test_all_mistakes_are_told_at_once(reads: Callable[[str], Configuration]) -> None:
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
    reads: Callable[[str], Configuration],
) -> None:
    with pytest.raises(ConfigurationError) as told:
        reads('[keys.compare]\nnext_copy = "a"\nnote = "nokey"\n')
    assert len(told.value.sentences) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [("a =\n", 1), ("\n\ntheme = nord\n", 3), ('theme = "x\n', 1), ("a = 1\na = 2", 2)],
)
def test_what_is_not_toml_is_told_with_its_line(
    reads: Callable[[str], Configuration], text: str, line: int
) -> None:
    with pytest.raises(ConfigurationError, match=rf"^config\.toml, line {line}: \w.*\.$"):
        reads(text)


def test_what_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
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
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "config.toml"
    path.write_bytes(data)
    told = ""
    try:
        read_configuration(path)
    except ConfigurationError as error:
        told = str(error)
    assert len(told) < 250
