"""A story as plain sentences, with what is shared said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.desk import BRIDGE, HONEY, MILL, OWL
from tests.tui.cli.calling import ESCAPES, Copydesk, controls


@pytest.mark.usefixtures("annotated")
def test_a_story_is_read_paragraph_by_paragraph(copydesk: Copydesk) -> None:
    lines = copydesk("read").lines

    first, last = OWL.split()[:3], OWL.split()[-3:]
    shared = f"Passage 1, from “{' '.join(first)}” to “{' '.join(last)}”: "
    assert lines == [
        "Owls. 2 articles.",
        "",
        "Article A: Owl moves in. gazette.example. 36 words, 39% shared.",
        "",
        f"Paragraph 1. {OWL}",
        f"{shared}also in article B, paragraph 2, same words.",
        "Annotation on “barn owl”, tagged claim/disputed: Which?",
        "",
        f"Paragraph 2. {MILL}",
        "",
        "4 paragraphs of boilerplate left out.",
        "",
        "Article B: second. 27 words, 52% shared.",
        "",
        f"Paragraph 1. {BRIDGE}",
        "Annotation on “iron bridge”, tagged claim.",
        "",
        f"Paragraph 2. {OWL}",
        f"{shared}also in article A, paragraph 1, same words.",
    ]


def test_what_repeats_and_what_is_boilerplate(copydesk: Copydesk, tmp_path: Path) -> None:
    text = f"{OWL}\n\nShare on Facebook\n\n{HONEY}\n\n{OWL}\n"
    (tmp_path / "again.txt").write_text(text, "utf-8")
    copydesk("add", tmp_path / "again.txt", "--story", "Again")

    lines = copydesk("read", "again").lines

    assert any(line.startswith("Repeat, from ") for line in lines)
    assert any(line.endswith(": again in paragraph 3, same words.") for line in lines)
    assert lines[-1] == "1 paragraph of boilerplate left out."


def test_nothing_in_it_acts_on_the_terminal(copydesk: Copydesk, tmp_path: Path) -> None:
    (tmp_path / "hostile.txt").write_text(f"{ESCAPES} {OWL}\n\n{OWL} {ESCAPES}\n", "utf-8")
    copydesk("add", tmp_path / "hostile.txt", "--story", f"Owls {ESCAPES}")

    assert controls(copydesk("read").out) == set()
