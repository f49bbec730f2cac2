from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.export.filenames import make_safe_name
from tests.storage.desk import quickly


class TestFileName:
    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("The Vellmouth barrier", "the-vellmouth-barrier.md"),
            ("Flut in Köln: Tag 3", "flut-in-köln-tag-3.md"),
            ('a/b\\c:d*e?f"g<h>i|j\0k\nl', "a-b-c-d-e-f-g-h-i-j-k-l.md"),
            ("../../etc/passwd", "etc-passwd.md"),
            (".hidden.", "hidden.md"),
            ("", "story.md"),
            ("🦉🦉", "story.md"),
            ("...", "story.md"),
            ("CON", "con-story.md"),
            ("lpt1", "lpt1-story.md"),
            ("Console", "console.md"),
            ("cafe\u0301", "caf\u00e9.md"),
            ("猫头鹰", "猫头鹰.md"),
        ],
    )
    def test_it_says_what_the_story_is_called(self, name: str, file: str) -> None:
        assert make_safe_name(name, "md") == file

    @pytest.mark.parametrize("name", ["con.x", "Aux. 2", "nul.md", "com1.tar.gz", "COM¹"])
    def test_a_name_that_windows_keeps_for_itself_is_avoided(self, name: str) -> None:
        reserved = r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)"

        assert not re.match(reserved, make_safe_name(name, "md"))

    @pytest.mark.parametrize("word", ["owl ", "ü", "猫", "𠮷", "İ"])
    def test_a_long_name_is_cut(self, tmp_path: Path, word: str) -> None:
        file = make_safe_name(word * 300, "md")

        assert len(file.encode()) <= 255
        (tmp_path / file).touch()

    @quickly
    @given(st.text(st.sampled_from("aA./\\- \n\0🦉ß") | st.characters(), max_size=120))
    def test_any_story_has_a_name_of_one_part(self, name: str) -> None:
        file = make_safe_name(name, "md")

        assert file.endswith(".md")
        assert not re.search(r'[\x00-\x1f<>:"/\\|?*\s]', file)
        assert not file.startswith((".", "-"))
