from __future__ import annotations

from pathlib import Path

from storage.comparing import compare_articles
from storage.export.formats import find_formats_taking
from storage.export.interchange.formats import SQLITE
from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import Reader, at_the_screen, reading_sample, until, written
from tui.config.configuration import Configuration
from tui.config.state_file import StateFile


async def test_a_story_is_exported_from_the_compare_view(library: Library, tmp_path: Path) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "J", "m", "e")
        reader.sees("the story “The Vellmouth barrier”")
        await reader.press("enter")
        exported = (tmp_path / "the-vellmouth-barrier.md").read_text("utf-8")
        assert "> “The gates, the pumps and the power supply" in exported
        assert "also in **B** Vell Estuary Mercury" in exported


async def test_a_foreign_file_is_not_touched_and_the_prompt_stays(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, "the-vellmouth-barrier.md", "My own notes.\n")
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "enter")
        reader.sees("was not written by Copydesk")
        await reader.press("escape")
        assert reader.app.screen is reader.compare
    assert path.read_text("utf-8") == "My own notes.\n"


async def test_a_story_is_exported_from_the_library(library: Library, tmp_path: Path) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("e")
        await reader.press("enter")
    assert (tmp_path / "the-vellmouth-barrier.md").exists()


async def test_an_impossible_name_is_told_and_the_prompt_stays(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("e", "tab")
        await reader.type("x" * 300)
        await reader.press("enter")
        reader.sees("name too long")


async def test_an_article_that_was_deleted_meanwhile_is_not_counted(
    library: Library, tmp_path: Path
) -> None:
    async with reading_sample(library) as reader:
        gone = reader.compare.reading.articles[0]
        library.articles.delete(gone.id)
        await reader.press("e", "enter")
    exported = (tmp_path / "the-vellmouth-barrier.md").read_text("utf-8")
    articles = library.articles.get_all(library.stories.list_all()[0].articles)
    comparison = compare_articles(articles)
    shared = comparison.word_count(0, comparison.shared(0))
    assert f"| {articles[0].words} | {shared} (" in exported


async def _preview_of(reader: Reader, text: str) -> None:
    await until(reader, lambda: any(text in row for row in reader.screen))


async def test_the_choice_is_shown_before_it_is_written(library: Library, tmp_path: Path) -> None:
    async with reading_sample(library, (120, 60)) as reader:
        await reader.press("e")
        await _preview_of(reader, "copydesk:begin sources-")
        await reader.press("j", "j", "l")
        reader.sees("for Obsidian: its comments, links and properties")
        await _preview_of(reader, "%% copydesk:begin sources-")
        await reader.press("j", "l")
        reader.sees("a folder, one file per article")
        assert list(tmp_path.glob("*.md")) == []
        await reader.press("enter")
        reader.is_told("Exported to ")
    folder = tmp_path / "the-vellmouth-barrier"
    assert len(list(folder.glob("*.md"))) == 5
    assert "[[" in (folder / "the-vellmouth-barrier.md").read_text("utf-8")


async def test_other_formats_and_the_article_under_the_cursor(
    library: Library, tmp_path: Path
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("2", "e", "l")
        reader.sees("the article “Flood barrier alarm went to the wrong telephone”")
        await reader.press("j", "l")
        reader.sees("CSV for spreadsheets")  # an HTML page is of a story
        await reader.press("h", "h")
        offered = find_formats_taking("article")
        reader.sees(offered[-1].label)
        await reader.press(*["h"] * (len(offered) - 1 - offered.index(SQLITE)))
        reader.sees("SQLite database")
        await _preview_of(reader, "A database of ")
        await reader.press("enter")
        reader.is_told("Exported to ")
    assert (tmp_path / "flood-barrier-alarm-went-to-the-wrong-telephone.db").exists()


async def test_the_folder_stays_when_the_format_changes(library: Library, tmp_path: Path) -> None:
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "tab", "ctrl+u")
        await reader.type(f"{tmp_path}/mine/notes.md")
        await reader.press("tab", "j", "l")
        reader.sees(f"{tmp_path}/mine/the-vellmouth-barrier.html")
        (tmp_path / "mine").mkdir()
        await reader.press("enter")
    assert (tmp_path / "mine" / "the-vellmouth-barrier.html").exists()


async def test_a_folder_is_made_only_on_demand(library: Library, tmp_path: Path) -> None:
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "tab", "ctrl+u")
        await reader.type(f"{tmp_path}/no/such/notes.md")
        await reader.press("enter")
        reader.sees(f"No folder {tmp_path}/no/such. F: make it")
        assert not (tmp_path / "no").exists()
        await reader.press("F")
        reader.is_told("Exported to ")
    assert (tmp_path / "no" / "such" / "notes.md").exists()


async def test_a_refused_file_is_written_over_on_demand(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, "the-vellmouth-barrier.md", "My own notes.\n")
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "F")
        reader.sees("Nothing to overwrite")
        await reader.press("enter")
        reader.sees("was not written by Copydesk; use F to replace it.")
        await reader.press("F")
        reader.is_told("Exported to ")
    assert "# The Vellmouth barrier" in path.read_text("utf-8")


async def test_an_edited_report_is_said_to_want_the_key_or_another_name(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "the-vellmouth-barrier.html"
    async with reading_sample(library, (160, 40)) as reader:
        for edited in ("<h2>My ", "<h2>"):
            await reader.press("e", "j", "l", "tab", "ctrl+u")
            await reader.type(f"{path}")
            await reader.press("enter")
            path.write_text(path.read_text("utf-8").replace("<h2>", edited), "utf-8")
        reader.sees("was edited by hand; use F to replace it or another name")


async def test_the_library_is_not_written_over_on_demand(library: Library) -> None:
    before = library.articles.list_all()
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "tab", "ctrl+u")
        await reader.type(f"{library.path}")
        await reader.press("enter", "tab", "F")
        reader.sees("Nothing to overwrite")
        await reader.press("tab", "enter")
        reader.sees("is the library itself; choose another file.")
    assert len(library.articles.list_all()) == len(before) + 4


async def test_what_was_edited_by_hand_is_told(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "the-vellmouth-barrier.md"
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "enter")
        path.write_text(path.read_text("utf-8").replace("# The Vell", "# Mine: the Vell"), "utf-8")
        library.stories.rename(reader.compare.story.id, "Another name")
        await reader.press("e", "tab", "ctrl+u")
        await reader.type(str(path))
        await reader.press("enter")
        reader.is_told("edited by hand (sources-")
    text = path.read_text("utf-8")
    assert text.index("# Mine: the Vell") < text.index("# Another name")


async def test_the_last_choice_is_remembered(library: Library, tmp_path: Path) -> None:
    story = add_sample(library)
    remembered = StateFile(tmp_path / "state.json")
    async with at_the_screen(library, story, remembered=remembered) as reader:
        await reader.press("e", "j", "l", "enter")
    async with at_the_screen(library, story, remembered=remembered) as reader:
        await reader.press("e")
        reader.sees("HTML page")
    (tmp_path / "state.json").write_text('{"export": {"format": "gone", "flavour": 3}}')
    async with at_the_screen(library, story, remembered=remembered) as reader:
        await reader.press("e")
        reader.sees("Markdown")


async def test_a_template_that_fails_is_told_and_nothing_is_written(
    library: Library, tmp_path: Path
) -> None:
    template = written(tmp_path, "mine.j2", "{{ nothing }}")
    story = add_sample(library)
    configuration = Configuration(template=template)
    async with at_the_screen(library, story, (160, 40), configuration=configuration) as reader:
        await reader.press("e")
        await _preview_of(reader, "line 1: 'nothing' is undefined")
        await reader.press("enter")
        reader.sees("Nothing was written.")
    assert not (tmp_path / "the-vellmouth-barrier.md").exists()


async def test_an_article_is_exported_from_the_library(library: Library, tmp_path: Path) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "e")
        reader.sees("the article “")
        await reader.press("enter")
    assert len(list(tmp_path.glob("*.md"))) == 1


async def test_the_evidence_for_the_passage_under_the_cursor(
    library: Library, tmp_path: Path
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "e", "h")
        reader.sees("the evidence for passage 3: who carries it")
        await reader.press("h")
        reader.sees("the evidence for all passages")
        await reader.press("l")
        await _preview_of(reader, "Who carries the ")
        await reader.press("enter")
        reader.is_told("Exported to ")
    text = (tmp_path / "the-vellmouth-barrier-passage-3.md").read_text("utf-8")
    assert "| Fenwold Press Agency |" in text
