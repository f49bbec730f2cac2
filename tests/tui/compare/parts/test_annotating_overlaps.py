"""What is annotated after J is the passage, whatever other annotation reaches into it."""

from __future__ import annotations

from storage.library import Library
from tests.storage.desk import MILL, OWL, PARADE
from tests.tui.driver import reading_texts


async def test_a_note_after_j_stands_on_the_passage_not_in_a_note_that_overlaps_it(
    library: Library,
) -> None:
    texts = f"{OWL} {MILL}", f"{PARADE} {OWL} {MILL}"
    async with reading_texts(library, *texts) as reader:
        await reader.press("right_parenthesis", "left_parenthesis", "a")
        await reader.type("on the sentence")
        await reader.press("ctrl+j", "J", "a")
        await reader.type("on the passage")
        await reader.press("ctrl+j", "J", "K", "a")
        await reader.type(" again")
        await reader.press("ctrl+j")
        ids = [article.id for article in reader.compare.reading.articles]
    notes = {one.note: one.targets[0].anchor.quote for one in library.annotations.find_on(ids)}
    assert notes == {"on the sentence": OWL, "on the passage again": f"{OWL} {MILL}"}
