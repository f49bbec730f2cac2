"""A passage has one number, wherever it is told, and keeps it while what is shown changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.comparing import ComparedStory, compare_in
from storage.errors import NotFoundError
from storage.export.html.report import render_report
from storage.export.markdown.evidence_table import export_passage
from storage.export.story_passages import list_story_passages
from storage.library import Library
from storage.models import NewArticle, Story
from storage.passage_numbers import is_shared
from storage.sample_story import add_sample
from tests.storage.desk import HONEY, MILL, OWL, PARADE, story
from tests.storage.test_passage_numbers import HOLED, LONG
from tests.tui.driver import Reader, at_the_screen, reading_texts
from textreuse import EDITED, PARAPHRASE, VERBATIM, WEAK, Group, Settings
from tui.cli.compare import print_report
from tui.overview.passage_list import PassageList
from tui.story.display.card_content import make_card
from tui.story.display.highlights import list_current_highlights, list_highlights
from tui.story.display.item_name import name_carried
from tui.story.display.status_line import describe_status
from tui.story.story_reader import StoryReader

LEVELS = (VERBATIM, EDITED, PARAPHRASE, WEAK)


def sample_with_two_ignored(library: Library) -> Story:
    """Make the sample story, of which the reader ignores the passages 2 and 5."""
    sample = add_sample(library)
    articles = library.articles.get_all(sample.articles)
    for group in shared(compare_in(library, articles))[1:5:3]:
        library.ignored_passages.ignore(articles, group.passages)
    return sample


def shared(compared: ComparedStory) -> list[Group]:
    return [group for group in compared.kept.groups if is_shared(group)]


@pytest.mark.parametrize("level", LEVELS)
def test_screen_report_and_evidence_tell_the_same_numbers(library: Library, level: int) -> None:
    sample, settings = sample_with_two_ignored(library), Settings(sensitivity=level)
    compared = compare_in(library, library.articles.get_all(sample.articles), settings=settings)
    reading = StoryReader(sample, compared.articles)
    reading.take(compared)
    rows = {row.group: row.number for row in PassageList(compared).rows}
    reported = {one.group: one.number for one in list_story_passages(compared)}
    page = render_report(library, sample, version="1", settings=settings)

    for item, group in zip(reading.items, shared(compared), strict=True):
        assert item.group is group
        number = compared.numbers.number_passage(group)
        reading.step_over_all(1)
        called = f"passage {number} of {compared.numbers.passages}"
        assert describe_status(reading).startswith(called)
        made = make_card(
            compared, group, group.spans[0], group.spans[1], name_carried(reading, group)
        )
        assert made.heading.startswith(called)
        assert rows[group] == reported[group] == str(number)
        assert f'id="passage-{number}"' in page
        assert str(number) in {
            one.label
            for one in list_highlights(reading, group.spans[0].article)
            if one.start == group.spans[0].start
        }
        if number % 3 == 1:  # each is a comparison of its own
            evidence = str(export_passage(library, sample, number, version="1", settings=settings))
            for span in group.spans:
                assert f"| {span.start}–{span.end} |" in evidence
    # A weak match of an ignored passage with some other place is not ignored with it.
    sure = {row for group, row in rows.items() if not all(one.weak for one in group.passages)}
    assert {"2", "5"}.isdisjoint(sure)
    assert rows.keys() == reported.keys()


async def test_numbers_stay_while_keys_change_what_is_shown(library: Library) -> None:
    texts = f"{OWL}\n\n{LONG}.\n\n{MILL}", f"{MILL}\n\n{HOLED}.\n\n{OWL}"
    async with reading_texts(library, *texts) as reader:
        assert await walked(reader) == ["1 of 3", "2 of 3", "3 of 3"]
        await reader.press("ctrl+n", "i")
        assert await walked(reader) == ["2 of 3", "3 of 3"]
        await reader.press("minus")
        assert await walked(reader) == ["2 of 3", "3 of 3"]
        await reader.press("minus")
        assert await walked(reader) == ["2 of 3", "2 of 3", "3 of 3"]
        await reader.press("u")
        assert await walked(reader) == ["1 of 3", "2 of 3", "2 of 3", "3 of 3"]
        await reader.press("plus", "plus")
        assert await walked(reader) == ["1 of 3", "2 of 3", "3 of 3"]


async def walked(reader: Reader) -> list[str]:
    """Step once through all passages, to the last; returns what status line and gutter tell."""
    reading = reader.compare.reading
    reading.current = None
    reading.move_to(0, reading.pages[0].first)
    found = []
    for item in reading.items:
        reading.go_to_item(item)
        reader.compare.story_display.arrive()
        await reader.press()
        told = reader.status.partition(" (")[0].removeprefix("passage ")
        assert told.split(" of ")[0] in {
            one.label for one in list_current_highlights(reading, reading.focus)
        }
        found.append(told)
    return found


async def test_ignored_passages_stay_counted(library: Library) -> None:
    texts = "\n\n".join((MILL, OWL, HONEY)), "\n\n".join((HONEY, OWL, MILL))
    async with reading_texts(library, *texts) as reader:
        await reader.press("J", "i", "J")
        assert reader.status.startswith("passage 2 of 3")
        await reader.press("J", "enter")
        assert reader.status.startswith("passage 3 of 3")
        reader.sees("passage 3 of 3 · A → B")
        await reader.press("o")
        reader.sees("Passages · 2 · by first place")
        assert [row.split()[0] for row in reader.screen if " verbatim " in row] == ["2", "3"]


async def test_the_evidence_exported_is_of_the_number_in_the_gutter(
    library: Library, tmp_path: Path
) -> None:
    made = story(library, f"{MILL}\n\n{OWL}", f"{OWL}\n\n{HONEY}\n\n{MILL}", name="Owls")
    async with at_the_screen(library, made) as reader:
        await reader.press("J", "i", "J", "e", "h")
        reader.sees("the evidence for passage 2: who carries it")
        await reader.press("enter")
        reader.sees("Exported to ")
    text = (tmp_path / "owls-passage-2.md").read_text("utf-8")
    assert "# Owls: passage 2" in text
    assert OWL[:-1] in text


def test_it_is_said_why_a_number_has_no_evidence(library: Library) -> None:
    edited = OWL.replace("moved", "come").replace("belfry", "tower").replace("whole", "village")
    made = story(library, f"{MILL}\n\n{OWL}", f"{edited}\n\n{HONEY}\n\n{MILL}", name="Owls")
    articles = library.articles.get_all(made.articles)
    library.ignored_passages.ignore(articles, shared(compare_in(library, articles))[0].passages)
    for number, level, why in (
        (0, PARAPHRASE, "There is no passage 0: “Owls” has 2 shared passages."),
        (1, PARAPHRASE, "Passage 1 of “Owls” is ignored."),
        (2, VERBATIM, "Passage 2 of “Owls” is a weaker match than this sensitivity shows."),
        (3, PARAPHRASE, "There is no passage 3: “Owls” has 2 shared passages."),
    ):
        with pytest.raises(NotFoundError) as caught:
            export_passage(library, made, number, version="1", settings=Settings(sensitivity=level))
        assert str(caught.value) == why


def test_the_command_numbers_as_the_gutter_does(capsys: pytest.CaptureFixture[str]) -> None:
    texts = (f"{PARADE}\n\n{MILL}\n\n{PARADE}\n\n{OWL}", f"{OWL}\n\n{HONEY}\n\n{MILL}")
    print_report([NewArticle(text, title="Untitled") for text in texts])

    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert [row.split("verbatim")[0].strip() for row in table[1:]] == ["repeat 1", "1", "2"]
