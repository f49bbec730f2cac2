from __future__ import annotations

import re

from hypothesis import given

from storage.export.html.differences import find_differences
from storage.export.story_passages import list_story_passages
from storage.library import Library
from tests.storage.desk import MILL, OWL, compared, quickly, story
from tests.storage.export.html.reading import XHTML, all_text, at, folded, page
from tests.textreuse.stories import stories


class TestPassages:
    def test_what_was_changed_is_shown(self, library: Library) -> None:
        owls = OWL.replace("the belfry", "our tower")
        found = at(page(library, story(library, OWL, owls)), "passage-1")

        assert [all_text(one) for one in found.iter(f"{XHTML}del")] == ["the belfry"]
        assert [all_text(one) for one in found.iter(f"{XHTML}ins")] == ["our tower"]
        assert "edited" in folded(found)

    def test_places_with_the_same_change_are_told_together(self) -> None:
        owls = OWL.replace("the belfry", "our tower")
        made = compared(OWL, owls, f"{MILL} {owls}")

        (passage,) = list_story_passages(made)
        (difference,) = find_differences(made.kept, passage)

        assert difference.places == (1, 2)

    @quickly
    @given(stories())
    def test_differences_are_the_words_of_both_sides(self, made: list[str]) -> None:
        news = compared(*made, sensitivity=2)
        for passage in list_story_passages(news):
            first = passage.group.spans[0]
            for difference in find_differences(news.kept, passage):
                assert 0 not in difference.places
                if difference.html.count("<p") == 1:  # a paraphrase shows both sides
                    kept = re.sub("<ins>.*?</ins>|<[^>]*>", "", difference.html, flags=re.DOTALL)
                    bare = re.sub(r"\W+", "", re.sub("&#?[a-z0-9]+;", "", kept))
                    assert bare in re.sub(r"\W+", "", made[first.article])
