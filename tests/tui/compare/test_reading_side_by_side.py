from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import reading_sample, reading_texts

SIZES = [(80, 24), (200, 50)]


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        ((80, 24), "A"),
        ((100, 30), "AB"),
        ((120, 40), "AB"),
        ((150, 40), "ABC"),
        ((200, 50), "ABCD"),
    ],
)
async def test_as_many_panes_as_fit_stand_side_by_side(
    library: Library, size: tuple[int, int], panes: str
) -> None:
    async with reading_sample(library, size) as reader:
        assert reader.panes == panes


async def test_tab_brings_the_other_panes_in_sight_and_goes_round(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        seen = [reader.panes]
        for _ in range(4):
            await reader.press("tab")
            seen.append(reader.panes)
        assert seen == ["A", "B", "C", "D", "A"]
        await reader.press("shift+tab")
        assert reader.panes == "D"
        await reader.press("2")
        assert (reader.panes, reader.focus) == ("B", "B")


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_step_goes_to_the_first_passage(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        assert "passages, J: next" in reader.status
        await reader.press("J")
        assert reader.status.startswith("passage 1 of ")
        reader.sees("passage 1 of ")
        assert reader.focus == "A"
        assert reader.text_at_cursor(9) == "VELLMOUTH"


async def test_stepping_over_all_walks_each_passage_and_goes_round_with_a_message(
    library: Library,
) -> None:
    async with reading_sample(library) as reader:
        count = len(reader.compare.reading.items)
        for number in range(1, count + 1):
            await reader.press("ctrl+n")
            assert reader.status.startswith(f"passage {number} of {count} ")
        await reader.press("ctrl+n")
        assert reader.status.startswith(f"passage 1 of {count} ")
        reader.is_told("Wrapped to the first passage.")
        await reader.press("ctrl+p")
        assert reader.status.startswith(f"passage {count} of {count} ")


async def test_stepping_stays_in_the_article_that_is_read_then_goes_to_the_next(
    library: Library,
) -> None:
    async with reading_sample(library) as reader:
        reading = reader.compare.reading
        for article, letter in enumerate(reading.letters):
            here = len(reading.places[article])
            for number in range(1, here + 1):
                await reader.press("J")
                assert reader.focus == letter
                assert f" ({number} of {here} here) · " in reader.status
        reader.does_not_see("Wrapped")
        await reader.press("J")
        assert reader.focus == "A"
        reader.is_told("Wrapped to the first passage.")
        await reader.press("K")
        assert reader.focus == reading.letters[-1]


async def test_stepping_back_first_goes_to_the_end_of_the_story(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("K")
        last = len(reader.compare.reading.places[-1])
        assert f"({last} of {last} here)" in reader.status
        reader.does_not_see("Wrapped")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_brings_all_copies_to_the_same_row(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("J", "J", "J", "J", "J", "enter")
        group = reader.compare.reading.group_here()
        assert group is not None
        assert len(group.articles) == 4
        rows = {reader.cursor_row("A")}
        for letter in "BCD":
            await reader.press("tab")
            rows.add(reader.cursor_row(letter))
            assert "gates, the pumps" in reader.text_at_cursor(30)
        assert len(rows) == 1
        assert rows != {0}


async def test_enter_brings_even_the_last_lines_of_one_beside_the_first_of_another(
    library: Library,
) -> None:
    shared = "Nobody on the quay had ever seen the gates stand open in such a wind."
    filler = "\n\n".join(f"Paragraph {n} of something else entirely." for n in range(60))
    async with reading_texts(
        library, f"{shared}\n\n{filler}", f"{filler[::-1]}\n\n{shared}"
    ) as reader:
        await reader.press("J", "enter")
        assert reader.cursor_row("A") == reader.cursor_row("B") == 0


async def test_stepping_goes_on_from_the_passage_that_the_cursor_was_moved_to(
    library: Library,
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", *["right_curly_bracket"] * 4)
        reading = reader.compare.reading
        assert reading.current is not None
        number = reading.current.number
        assert number > 2
        assert reader.status.startswith(f"passage {number} of ")
        await reader.press("J")
        assert reader.status.startswith(f"passage {number + 1} of ")


async def test_x_jumps_from_copy_to_copy_and_back(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "J", "J")
        places = []
        for _ in range(4):
            places.append(reader.focus)
            assert "gates, the pumps" in reader.text_at_cursor(30)
            await reader.press("x")
        assert places == ["A", "B", "C", "D"]
        assert reader.focus == "A"


async def test_x_finds_the_other_place_of_a_repeat(library: Library) -> None:
    async with reading_sample(library) as reader:
        reading = reader.compare.reading
        await reader.press("f", "f", "f", "J")
        assert "again here" in reader.status
        first = reading.cursor
        await reader.press("x")
        assert reading.cursor > first
        assert reader.text_at_cursor(20) == reading.page.text[first : first + 20]


async def test_the_header_tells_who_how_long_and_how_much_is_shared(library: Library) -> None:
    async with reading_sample(library) as reader:
        comparison = reader.compare.reading.comparison
        assert comparison is not None
        shared = comparison.word_count(0, comparison.shared(0))
        percentage = round(100 * shared / comparison.word_count(0))
        reader.sees("A · Fenwold Press Agency · 2026-03-05")
        reader.sees(f"{percentage}% shared")
        assert "shared" not in reader.status


async def test_the_passage_number_stands_in_the_gutter(library: Library) -> None:
    async with reading_sample(library) as reader:
        row = next(row for row in reader.screen if "VELLMOUTH, March 5" in row)
        assert row.startswith("  1")


async def test_the_cursor_moves_by_rows_words_sentences_and_paragraphs(library: Library) -> None:
    text = "One two. Three four.\n\nFive six."
    async with reading_texts(library, text) as reader:
        for keys, expected in [
            ("w", "two"), ("right_parenthesis", "Three"), ("w", "four"),
            ("right_curly_bracket", "Five"), ("left_curly_bracket", "One"), ("j", "Five"),
            ("k", "One"), ("G", "."), ("g", "One"), ("l", "ne"), ("h", "One"),
            ("right_parenthesis", "Three"), ("left_parenthesis", "One"), ("w", "two"), ("b", "One"),
        ]:  # fmt: skip
            await reader.press(keys)
            assert reader.text_at_cursor(len(expected)) == expected, keys


async def test_paging_keeps_the_cursor_on_the_screen(library: Library) -> None:
    text = "\n\n".join(f"Paragraph number {n}." for n in range(200))
    async with reading_texts(library, text, size=(80, 24)) as reader:
        for key in ["space", "ctrl+d", "pagedown", "ctrl+u", "G", "pageup", "g"]:
            await reader.press(key)
            assert 0 <= reader.cursor_row("A") < reader.view("A").shown_rows
        assert reader.text_at_cursor(18) == "Paragraph number 0"


async def test_a_click_puts_focus_and_cursor_there(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.click("B", 0, 6)
        assert reader.focus == "B"
        assert reader.text_at_cursor(5) == "barri"


async def test_a_resized_terminal_shows_more_panes_and_keeps_the_cursor(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press("J", "J", "J")
        before = reader.text_at_cursor(20)
        await reader.resize(200, 50)
        assert reader.panes == "ABCD"
        assert reader.text_at_cursor(20) == before
        await reader.resize(40, 10)
        assert reader.panes == "A"


async def test_articles_that_share_nothing_say_so(library: Library) -> None:
    async with reading_texts(library, "Rain fell all day.", "The museum is closed.") as reader:
        assert reader.status.startswith("no shared passages")
        await reader.press("J")
        reader.is_told("No shared passages.")
        await reader.press("x")
        reader.is_told("No passage under the cursor.")


async def test_q_leaves_the_app_and_esc_never_does(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("escape", "escape")
        assert reader.app.is_running
        await reader.press("q", "q")
        assert not reader.app.is_running


async def test_a_large_story_is_readable_while_it_is_compared(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.compare.parts.comparer._AT_ONCE", 10)
    async with reading_sample(library) as reader:
        reader.sees("Tide barrier stayed open")
        for _ in range(100):
            await reader.press("j")
            if "comparing" not in reader.status:
                break
        await reader.press("J")
        assert reader.status.startswith("passage 1 of ")


async def test_what_is_gone_to_in_a_pane_not_seen_before_stands_a_third_down(
    library: Library,
) -> None:
    filler = "\n\n".join(f"Paragraph {n} of something else entirely." for n in range(60))
    end = "Nobody on the quay had ever seen the gates stand open in such a wind."
    texts = ("One.", "Two.", f"{filler}\n\n{end}\n\n{end}\n\n{filler[::-1]}")
    async with reading_texts(library, *texts, size=(100, 30)) as reader:
        await reader.press("f", "f", "f", "J")
        assert (reader.focus, reader.panes) == ("C", "BC")
        assert reader.cursor_row("C") == reader.view("C").shown_rows // 3


async def test_esc_closes_one_thing_at_a_time_the_topmost_first(library: Library) -> None:
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("slash")
        await reader.type("the")
        await reader.press("enter", "J", "enter", "A", "tab", "v")

        def open_now() -> list[bool]:
            view = reader.compare
            selecting, found = view.reading.selection is not None, bool(view.reading.found)
            return [selecting, view.copies.is_open, view.listing.display, found]

        for closed in range(5):
            assert open_now() == [False] * closed + [True] * (4 - closed)
            await reader.press("escape")
        assert reader.app.screen is reader.compare


async def test_a_double_click_means_what_enter_means(library: Library) -> None:
    async with reading_texts(library, "One two three four five. Six seven.") as reader:
        await reader.press("w", "v", "w", "h", "h", "m", "E")
        await reader.click("A", 0, 9, times=2)
        [annotation] = library.annotations.list_all()
        assert annotation.targets[0].anchor.quote == "two th"
