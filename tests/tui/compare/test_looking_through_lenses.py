from __future__ import annotations

import pytest

from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import at_the_screen, reading_sample, reading_texts
from tui.config.configuration import Configuration

SIZES = [(80, 24), (200, 50)]
COPIED = "The ferry left the old harbour at dawn with forty crates of oranges on board."
ONLY_HERE = "Nobody in the village had seen a lighthouse keeper since the great storm."
ALSO_ONLY_HERE = "Her brother repairs clocks in a narrow shop behind the fish market."


@pytest.mark.parametrize("size", SIZES)
async def test_f_goes_through_the_lenses_and_round(library: Library, size: tuple[int, int]) -> None:
    async with reading_sample(library, size) as reader:
        counted = []
        for _ in range(8):
            counted.append(reader.status.split(" │ ")[0])
            await reader.press("f")
        assert counted[0] == counted[7]
        assert "passages, J" in counted[0]
        assert "only here" in counted[1]
        assert "missing" in counted[2]
        assert "repeat" in counted[3]
        assert "quotation" in counted[4]
        assert "disagreement" in counted[5]
        assert counted[6] == "no annotations yet"
        await reader.press("F")
        assert reader.status.startswith(counted[0])


async def test_only_here_is_walked_over_all_articles(library: Library) -> None:
    texts = f"{COPIED} {ONLY_HERE}", f"{COPIED} {ALSO_ONLY_HERE}"
    async with reading_texts(library, *texts) as reader:
        await reader.press("f", "J")
        assert reader.status.startswith("only here 1 of 2")
        assert (reader.focus, reader.text_at_cursor(6)) == ("A", ONLY_HERE[:6])
        await reader.press("J")
        assert reader.status.startswith("only here 2 of 2")
        assert (reader.focus, reader.text_at_cursor(6)) == ("B", ALSO_ONLY_HERE[:6])
        await reader.press("J")
        assert reader.status.startswith("only here 1 of 2")
        reader.is_told("Wrapped to the first sentence only here.")


async def test_one_article_alone_is_looked_through_for_what_repeats(library: Library) -> None:
    async with reading_texts(library, f"{COPIED} {ONLY_HERE}\n\n{COPIED}") as reader:
        await reader.press("J")
        assert reader.status.startswith("repeat 1 of 1 · again here")


async def test_notes_are_walked_too(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("V", "m", "2", "V", "m", "1", "F", "J")
        assert reader.status.startswith("note 1 of 2")
        assert reader.focus == "A"
        await reader.press("J")
        assert reader.status.startswith("note 2 of 2")
        assert reader.focus == "B"


async def test_less_sure_passages_are_left_out_and_come_back(library: Library) -> None:
    async with reading_sample(library) as reader:

        def kinds() -> set[str]:
            comparison = reader.compare.reading.comparison
            assert comparison is not None
            return {passage.kind for passage in comparison.passages}

        assert kinds() == {"verbatim", "edited", "paraphrase"}
        await reader.press("minus")
        reader.is_told("verbatim and edited")
        assert kinds() == {"verbatim", "edited"}
        await reader.press("minus")
        reader.is_told("verbatim only")
        assert kinds() == {"verbatim"}
        await reader.press("minus")
        assert kinds() == {"verbatim"}
        await reader.press("plus", "plus")
        assert kinds() == {"verbatim", "edited", "paraphrase"}


async def test_an_ignored_passage_leaves_the_percentages_and_comes_back(library: Library) -> None:
    texts = f"{COPIED} {ONLY_HERE}", f"{COPIED} {ALSO_ONLY_HERE}"
    async with reading_texts(library, *texts) as reader:
        await reader.press("J")
        reader.does_not_see(" 0% shared")
        await reader.press("i")
        assert reader.status.split(" │ ") == [
            "ignored passage, i: restore",
            "tags the sentence",
        ]
        reader.sees(" 0% shared")
        await reader.press("i")
        reader.does_not_see(" 0% shared")
        await reader.press("i", "u")
        reader.does_not_see(" 0% shared")


async def test_what_is_ignored_stays_so(library: Library) -> None:
    story = add_sample(library)
    async with at_the_screen(library, story) as reader:
        count = len(reader.compare.reading.items)
        await reader.press("J", "i")
    async with at_the_screen(library, story) as reader:
        assert len(reader.compare.reading.items) == count - 1


async def test_where_nothing_is_to_ignore_it_says_so(library: Library) -> None:
    async with reading_texts(library, COPIED, ONLY_HERE) as reader:
        await reader.press("i")
        reader.is_told("No passage under the cursor.")


async def test_a_story_opens_where_it_was_left(library: Library) -> None:
    story = add_sample(library)
    async with at_the_screen(library, story) as reader:
        await reader.press("2", "right_curly_bracket", "f", "f", "f", "z", "minus")
        left = (reader.focus, reader.compare.reading.cursor)
    async with at_the_screen(library, story) as reader:
        assert (reader.focus, reader.compare.reading.cursor) == left
        assert reader.compare.reading.lens == "repeats"
        assert reader.panes == "B"
        assert reader.compare.state.sensitivity == 2


async def test_how_many_panes_are_wanted_is_remembered_for_as_many_as_fit(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press("z")
        assert reader.panes == "AB"
        await reader.press("z")
        assert reader.panes == "A"
        await reader.press("z")
        await reader.resize(200, 50)
        assert reader.panes == "ABCD"
        await reader.resize(80, 24)
        assert reader.panes == "AB"


async def test_as_many_panes_as_fit_then_two_then_one_are_shown(library: Library) -> None:
    async with reading_sample(library, (200, 50)) as reader:
        await reader.press("3", "z")
        assert reader.panes == "BC"
        await reader.press("z")
        assert reader.panes == "C"
        await reader.press("tab")
        assert reader.panes == "D"
        await reader.press("z")
        assert reader.panes == "ABCD"


async def test_one_article_has_one_pane(library: Library) -> None:
    async with reading_texts(library, COPIED) as reader:
        await reader.press("z")
        reader.is_told("Only one article, so only one pane.")


async def test_walking_goes_on_after_what_was_ignored(library: Library) -> None:
    copied = [COPIED, ONLY_HERE, ALSO_ONLY_HERE]
    texts = "\n\n".join(copied), "\n\n".join(reversed(copied))
    async with reading_texts(library, *texts) as reader:
        await reader.press("J", "J")
        assert reader.status.startswith("passage 2 of 3")
        await reader.press("i", "J")
        assert reader.status.startswith("passage 3 of 3")


async def test_what_was_ignored_comes_back_inside_a_longer_passage(library: Library) -> None:
    texts = (
        f"{COPIED} {ONLY_HERE}",
        f"{COPIED} {ONLY_HERE}\n\nEnd.",
        f"Nor {COPIED} {ALSO_ONLY_HERE}",
    )
    async with reading_texts(library, *texts) as reader:
        await reader.press("J", "J")
        before = reader.status
        await reader.press("i", "i")
        assert reader.status.split(" │ ")[1] == before.split(" │ ")[1]


async def test_another_lens_goes_on_from_the_cursor_of_who_has_moved(library: Library) -> None:
    texts = f"{COPIED} {ONLY_HERE}", f"{COPIED} {ALSO_ONLY_HERE}"
    async with reading_texts(library, *texts) as reader:
        await reader.press("2", "f", "J")
        assert reader.status.startswith("only here 2 of 2")
        await reader.press("g", "F", "K")
        assert reader.status.startswith("passage 1 of 1")


async def test_a_note_may_go_to_every_copy(library: Library) -> None:
    story = add_sample(library)
    everywhere = Configuration(notes="every copy")
    async with at_the_screen(library, story, configuration=everywhere) as reader:
        await reader.press("J", "J", "J", "J", "J", "m")
        [annotation] = library.annotations.list_all()
        assert len(annotation.targets) == 4
        await reader.press("V", "m")
        assert len(library.annotations.list_all()[-1].targets) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_locked_pane_gives_its_cursor_not_its_place(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("L", *["ctrl+d"] * 4)
        top = reader.view("A").top_row
        await reader.press("tab", "j")
        assert abs(reader.view("A").top_row - top) <= 8


async def test_what_is_selected_becomes_boilerplate_and_reporting_again(library: Library) -> None:
    texts = f"{COPIED}\n\n{ONLY_HERE}", f"{COPIED}\n\n{ALSO_ONLY_HERE}"
    async with reading_texts(library, *texts) as reader:
        await reader.press("V", "i")
        reader.is_told("Marked as boilerplate")
        assert reader.compare.reading.selection is None
        reader.sees("0% shared")
        assert reader.status.startswith("boilerplate, i: unmark")
        await reader.press("u")
        reader.is_told("Undone: boilerplate marked.")
        assert reader.status.startswith("passage 1 of 1")
        await reader.press("ctrl+r", "i")
        reader.is_told("No longer boilerplate")
        assert reader.status.startswith("passage 1 of 1")


async def test_a_share_bar_is_seen_as_boilerplate_and_can_be_reporting(library: Library) -> None:
    texts = f"{ONLY_HERE}\n\nAdvertisement", f"{ALSO_ONLY_HERE}\n\nAdvertisement"
    async with reading_texts(library, *texts) as reader:
        await reader.press("G")
        assert reader.status.startswith("boilerplate, i: unmark")
        assert any("· " in row and "Advertisement" in row for row in reader.screen)
        await reader.press("i")
        assert not reader.status.startswith("boilerplate")
        reader.is_told("No longer boilerplate")
