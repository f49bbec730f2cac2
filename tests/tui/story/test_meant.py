"""Which annotation a key is about."""

from __future__ import annotations

from pathlib import Path

from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate, kept_story
from tui.story.meant import find_meant_annotation
from tui.story.story_reader import StoryReader


def test_a_coder_codes_beside_others_not_over_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, Coder("Anna")) as library:
        annotate(library, add(library, f"{OWL} {MILL}"), OWL, "Anna's")
    with open_library(path, Coder("Ben")) as library:
        article = add(library, f"{OWL} {MILL}")
        reading = StoryReader(kept_story(library, [article]), [article])
        reading.place(library.annotations.find_on([article.id]))
        reading.move_to(0, 3)

        assert find_meant_annotation(reading) == reading.placed[0]  # nobody is named
        reading.coder = "Ben"
        assert find_meant_annotation(reading) is None
        reading.chosen = reading.placed[0]
        assert find_meant_annotation(reading) == reading.placed[0]  # it was gone to
        annotate(library, article, OWL, "Ben's")
        reading.place(library.annotations.find_on([article.id]))
        reading.move_to(0, 3)
        found = find_meant_annotation(reading)
        assert found is not None
        assert found.annotation.note == "Ben's"
