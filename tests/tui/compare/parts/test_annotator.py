from __future__ import annotations

import pytest

from storage.anchoring.anchors import make_anchor
from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Target
from storage.open_library import open_library
from tests.tui.driver import Reader, at_the_screen, reading_sample, reading_texts

SIZES = [(80, 24), (200, 50)]


async def write_note(reader: Reader, text: str) -> None:
    await reader.press("a")
    await reader.type(text)
    await reader.press("ctrl+j")


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_kept_and_found_again(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        story = reader.compare.story
        await reader.press("J", "enter", "x", "V")
        await write_note(reader, "Who said so?")
        assert "note 1 of 1" in reader.status
        assert any("✎" in row for row in reader.screen[1:])
        await reader.press("q")
    with open_library(library.path) as again:
        async with at_the_screen(again, story, size) as reader:
            await reader.press("right_square_bracket")
            assert reader.status.startswith("note 1 of 1 · Who said so?")
            [annotation] = again.annotations.list_all()
            [target] = annotation.targets
            text = again.articles.get(target.article).text
            assert text[target.anchor.start : target.anchor.end] == target.anchor.quote


async def test_without_a_selection_a_passage_is_annotated_whole(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "m")
        group = reader.compare.reading.current
        assert group is not None
        [annotation] = library.annotations.list_all()
        anchor = annotation.targets[0].anchor
        assert (anchor.start, anchor.end) == (group.spans[0].start, group.spans[0].end)


async def test_outside_a_passage_the_sentence_is_annotated(library: Library) -> None:
    async with reading_texts(library, "One is here. Two is there. Three.") as reader:
        await reader.press("right_parenthesis", "w", "m")
        [annotation] = library.annotations.list_all()
        assert annotation.targets[0].anchor.quote == "Two is there."


async def test_v_selects_by_character_and_o_moves_the_other_end(library: Library) -> None:
    async with reading_texts(library, "One two three four.") as reader:
        await reader.press("w", "v", "w", "h", "h")
        assert reader.status.startswith("selecting, 1 word ")
        await reader.press("o", "b", "m")
        [annotation] = library.annotations.list_all()
        assert annotation.targets[0].anchor.quote == "One two"


async def test_shift_v_selects_sentences_and_s_p_grow_a_selection(library: Library) -> None:
    async with reading_texts(library, "One is. Two is. Three is.\n\nFour is.") as reader:
        await reader.press("w", "V", "right_parenthesis", "m")
        await reader.press("G", "b", "v", "s", "m", "g", "v", "p", "m")
        quotes = [one.targets[0].anchor.quote for one in library.annotations.list_all()]
        assert quotes == ["One is. Two is.", "Four is.", "One is. Two is. Three is."]


async def test_esc_drops_the_selection_and_leaves_everything_as_it_was(library: Library) -> None:
    async with reading_texts(library, "One two three four.") as reader:
        await reader.press("v", "w", "escape")
        assert "selecting" not in reader.status
        assert library.annotations.list_all() == []


async def test_a_family_emoji_is_selected_as_one_character(library: Library) -> None:
    family = "👩\u200d👩\u200d👧"
    async with reading_texts(library, f"{family} moved house.") as reader:
        await reader.press("v", "m")
        assert library.annotations.list_all()[0].targets[0].anchor.quote == family


async def test_a_on_an_annotation_edits_its_note(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await write_note(reader, "First")
        await write_note(reader, ", second")
        [annotation] = library.annotations.list_all()
        assert annotation.note == "First, second"


async def test_a_selection_inside_an_annotation_makes_a_new_one(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("m", "v", "m")
        assert len(library.annotations.list_all()) == 2
        assert reader.status.startswith("mark 1 of 2")
        await reader.press("c")
        assert reader.status.startswith("mark 2 of 2")


async def test_notes_that_overlap_show_their_edges(library: Library) -> None:
    async with reading_texts(library, "One two three four five.") as reader:
        await reader.press("m", "w", "v", *"lll", "m", "g")
        strip = reader.view("A").render_line(0)
        over = [one.text for one in strip if one.style and one.style.bold and one.style.underline]
        assert "".join(over) == "two "


async def test_c_says_what_is_under_the_cursor(library: Library) -> None:
    shared = "the gates stood open in the storm and nobody came to close them"
    async with reading_texts(library, f"{shared}.", f"So {shared}.") as reader:
        await reader.press("c")
        reader.is_told("1 of 1: passage 1 of 1")
        await reader.press("t")
        await reader.type("frame,")
        await reader.press("enter", "c")
        reader.is_told("2 of 2: passage 1 of 1")
        await reader.press("c")
        reader.is_told("1 of 2: tag 1, #frame")
    async with reading_texts(library, "Nothing is shared here.", "Nor is it there.") as reader:
        await reader.press("c")
        reader.is_told("No passage or annotation under the cursor.")


async def test_tags_are_given_and_changed(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("t")
        await reader.type("claim, to check")
        await reader.press("enter")
        assert library.annotations.list_all()[0].tags == ("claim", "to check")
        reader.sees("#claim #to check")
        await reader.press("t")
        await reader.press(*["backspace"] * len(", to check"), "enter")
        assert library.annotations.list_all()[0].tags == ("claim",)


async def test_a_tag_in_use_is_completed(library: Library) -> None:
    async with reading_texts(library, "One two three. Four five six.") as reader:
        await reader.press("t")
        await reader.type("disputed")
        await reader.press("enter", "right_parenthesis", "t")
        await reader.type("Dis")
        await reader.press("tab", "enter")
        assert [one.tags for one in library.annotations.list_all()] == [
            ("disputed",),
            ("disputed",),
        ]


async def test_d_deletes_u_brings_back_and_ctrl_r_deletes_again(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await write_note(reader, "Keep me")
        await reader.press("d")
        assert library.annotations.list_all() == []
        reader.does_not_see("✎ One")
        await reader.press("u")
        assert library.annotations.list_all()[0].note == "Keep me"
        reader.sees("✎ One")
        await reader.press("ctrl+r")
        assert library.annotations.list_all() == []


async def test_keys_that_find_nothing_say_so(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("d")
        reader.is_told("No annotation under the cursor.")
        await reader.press("right_square_bracket")
        reader.is_told("No annotations yet")
        await reader.press("u")
        reader.is_told("Nothing to undo.")


async def test_the_side_list_shows_annotations_and_enter_goes_there(library: Library) -> None:
    async with reading_texts(library, "One two three. Four five six.", "Seven.") as reader:
        await write_note(reader, "On the first")
        await reader.press("right_parenthesis")
        await write_note(reader, "On the second")
        await reader.press("A")
        reader.sees("2 annotations")
        reader.sees("On the first")
        await reader.press("k", "enter")
        assert reader.text_at_cursor(4) == "One "
        await reader.press("A")
        reader.does_not_see("2 annotations")


async def test_in_the_side_list_keys_take_the_annotation_that_is_highlighted(
    library: Library,
) -> None:
    async with reading_texts(library, "One two three. Four five six.") as reader:
        await write_note(reader, "On the first")
        await reader.press("right_parenthesis")
        await write_note(reader, "On the second")
        await reader.press("A", "k", "d")
        assert [one.note for one in library.annotations.list_all()] == ["On the second"]


async def test_quitting_asks_for_a_note_as_leaving_does(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a")
        await reader.type("Precious")
        await reader.press("ctrl+q")
        reader.sees("Not saved.")
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Precious"


async def test_a_new_note_without_a_word_leaves_nothing(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a", "ctrl+j")
        assert library.annotations.list_all() == []


async def test_undo_says_when_what_it_took_back_is_elsewhere(library: Library) -> None:
    [(other, _)] = add_articles(library, [NewArticle("Something else.", title="Else")])
    library.annotations.create([Target(other.id, make_anchor(other.text, 0, 9))], "There")
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("u")
        reader.is_told("Undone: note added (not on this screen).")


async def test_a_resized_terminal_leaves_the_keys_to_the_list(library: Library) -> None:
    async with reading_texts(library, "One two three. Four five six.") as reader:
        await write_note(reader, "one")
        await reader.press("right_parenthesis")
        await write_note(reader, "two")
        await reader.press("g", "A", "G")
        await reader.resize(110, 30)
        await reader.press("d")
        assert [one.note for one in library.annotations.list_all()] == ["one"]
