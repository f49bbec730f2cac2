from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from storage.errors import ConflictError, CopydeskError
from storage.export.export import ExportOptions, render, write
from storage.export.filenames import make_usual_name
from storage.export.formats import FORMATS
from storage.export.html.format import HTML
from storage.export.selection import (
    Selection,
    select_all,
    select_article,
    select_search,
    select_story,
    select_tag,
)
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add, annotate, story, target


@pytest.fixture
def news(library: Library) -> Story:
    made = story(library, f"{OWL} {HONEY}", f"{MILL} {HONEY}", PARADE)
    owl, mill, _ = library.articles.get_all(made.articles)
    annotate(library, owl, "barn owl", "Which one?", "bird")
    annotate(library, mill, HONEY, "Copied.", "copy")
    return made


def front_matter(text: str) -> dict[str, object]:
    loaded = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


class TestSelections:
    def test_an_article_has_its_notes_and_their_copies(self, library: Library, news: Story) -> None:
        mill = library.articles.get(news.articles[1])

        text = str(render(library, select_article(library, mill), ExportOptions()))

        assert "Copied." in text
        assert "Which one?" not in text
        assert "also in **?** Outlet A, paragraph 1" in text
        assert "Shared" not in text

    @pytest.mark.usefixtures("news")
    def test_a_tag_has_the_notes_with_it(self, library: Library) -> None:
        text = str(render(library, select_tag(library, "bird"), ExportOptions()))

        assert "# bird" in text
        assert "Which one?" in text
        assert "Copied." not in text
        assert front_matter(text)["copydesk"] == "tag bird"

    @pytest.mark.usefixtures("news")
    def test_a_search_has_what_it_finds(self, library: Library) -> None:
        selection = select_search(library, '"barn owl" outlet:"Outlet A"')

        text = str(render(library, selection, ExportOptions()))

        assert front_matter(text)["copydesk"] == 'search "barn owl" outlet:"Outlet A"'
        assert "Which one?" in text

    def test_exporting_again_renews_it(self, library: Library, news: Story, tmp_path: Path) -> None:
        write(library, select_tag(library, "bird"), ExportOptions(), str(tmp_path))
        path = tmp_path / "bird.md"
        path.write_text(path.read_text("utf-8") + "My words.\n", "utf-8")
        owl = library.articles.get(news.articles[0])
        annotate(library, owl, "belfry", "New.", "bird/night")

        write(library, select_tag(library, "bird"), ExportOptions(), str(path))

        text = path.read_text("utf-8")
        assert "New." in text
        assert "My words." in text

    def test_one_is_not_written_into_the_file_of_another(
        self, library: Library, news: Story, tmp_path: Path
    ) -> None:
        path = str(tmp_path / "notes.md")
        write(library, select_tag(library, "bird"), ExportOptions(), path)

        with pytest.raises(ConflictError, match="is another export; use --force to replace it"):
            write(library, select_tag(library, "copy"), ExportOptions(), path)
        with pytest.raises(ConflictError, match="is another export; use --force to replace it"):
            write(library, select_story(library, news), ExportOptions(), path)

    @pytest.mark.usefixtures("news")
    def test_a_report_is_of_a_story(self, library: Library) -> None:
        with pytest.raises(CopydeskError, match="An HTML report covers a story"):
            render(library, select_tag(library, "bird"), ExportOptions(HTML))


class TestObsidian:
    def test_properties_have_types(self, library: Library) -> None:
        one = add(library, OWL, outlet="Gazette", published="2026-03-05T10:00")
        other = add(library, MILL, published="2026-03-01")
        made = library.stories.create("Village", [one.id, other.id])

        text = str(render(library, select_story(library, made), ExportOptions(flavour="obsidian")))

        known = front_matter(text)
        assert (known["articles"], known["notes"]) == (2, 0)
        assert [str(known["first"]), str(known["last"])] == ["2026-03-01", "2026-03-05"]
        assert "<!--" not in text

    def test_a_comment_of_the_users_hides_nothing(self, library: Library, news: Story) -> None:
        owl = library.articles.get(news.articles[0])
        annotate(library, owl, "belfry", "Unsure %% to be checked")

        text = str(render(library, select_story(library, news), ExportOptions(flavour="obsidian")))

        assert "Unsure %\\% to be checked" in text


class TestSplit:
    SPLIT = ExportOptions(is_split=True)

    def test_each_article_has_a_file(self, library: Library, news: Story, tmp_path: Path) -> None:
        folder = tmp_path / "out"

        written = write(library, select_story(library, news), self.SPLIT, str(folder))

        assert written.path == folder
        files = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
        assert set(files) == {
            "village-news.md",
            "a-barn-owl-has.md",
            "the-old-paper-mill.md",
            "four-hundred-children-marched.md",
        }
        whole = files["village-news.md"]
        assert "[A barn owl has](<a-barn-owl-has.md>)" in whole
        assert "## Who shares how much with whom" in whole
        assert "Which one?" not in whole
        assert "Which one?" in files["a-barn-owl-has.md"]
        assert "also in **A** Outlet A" in files["the-old-paper-mill.md"]
        assert front_matter(files["a-barn-owl-has.md"])["outlet"] == "Outlet A"

    def test_memos_stand_in_the_file_of_what_they_are_on(
        self, library: Library, news: Story, tmp_path: Path
    ) -> None:
        library.memos.write("story", news.id, "Of the story")
        library.memos.write("article", news.articles[1], "Of the mill")
        library.coded_articles.mark([news.articles[1]], is_coded=True)

        write(library, select_story(library, news), self.SPLIT, str(tmp_path / "out"))

        files = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
        assert {
            name: "Of the story" in text for name, text in files.items() if "Of the" in text
        } == {
            "village-news.md": True,
            "the-old-paper-mill.md": False,
        }
        assert (
            "**B** marked as coded\n\n## Memos\n\n**B**:\n\nOf the mill"
            in files["the-old-paper-mill.md"]
        )
        assert "**B** marked as coded\n" in files["village-news.md"]

    def test_a_note_on_several_copies_is_in_the_file_of_each(
        self, library: Library, news: Story, tmp_path: Path
    ) -> None:
        owl, mill, _ = library.articles.get_all(news.articles)
        library.annotations.create([target(owl, HONEY), target(mill, HONEY)], "On both.")

        write(library, select_story(library, news), self.SPLIT, str(tmp_path / "out"))

        having = [
            path.name
            for path in (tmp_path / "out").iterdir()
            if "On both." in path.read_text("utf-8")
        ]
        assert sorted(having) == ["a-barn-owl-has.md", "the-old-paper-mill.md"]

    def test_obsidian_links_by_name(self, library: Library, news: Story, tmp_path: Path) -> None:
        options = ExportOptions(flavour="obsidian", is_split=True)

        write(library, select_story(library, news), options, str(tmp_path / "out"))

        assert (
            "[[a-barn-owl-has\\|A barn owl has]]"
            in (tmp_path / "out" / "village-news.md").read_text()
        )

    def test_titles_that_are_the_same_have_names_that_differ(
        self, library: Library, tmp_path: Path
    ) -> None:
        ids = [add(library, text, title) for text, title in ((OWL, "News"), (MILL, "NEWS!"))]
        made = library.stories.create("news", [one.id for one in ids])

        write(library, select_story(library, made), self.SPLIT, str(tmp_path / "out"))

        assert {path.name for path in (tmp_path / "out").iterdir()} == {
            "news.md",
            "news-2.md",
            "news-3.md",
        }

    def test_an_article_keeps_its_file(self, library: Library, news: Story, tmp_path: Path) -> None:
        write(library, select_story(library, news), self.SPLIT, str(tmp_path / "out"))
        library.articles.edit(news.articles[0], {"title": "Owls"})
        (tmp_path / "out" / "a-barn-owl-has.md").rename(tmp_path / "out" / "my name.md")

        write(library, select_story(library, news), self.SPLIT, str(tmp_path / "out"))

        assert "# Owls" in (tmp_path / "out" / "my name.md").read_text("utf-8")
        assert len(list((tmp_path / "out").iterdir())) == 4

    def test_nothing_is_written_where_one_file_is_the_users(
        self, library: Library, news: Story, tmp_path: Path
    ) -> None:
        mine = tmp_path / "out" / "the-old-paper-mill.md"
        mine.parent.mkdir()
        mine.write_text("Mine.\n", "utf-8")

        with pytest.raises(ConflictError, match=r"the-old-paper-mill\.md was not written by"):
            write(library, select_story(library, news), self.SPLIT, str(tmp_path / "out"))

        assert [path.name for path in (tmp_path / "out").iterdir()] == [mine.name]

    def test_without_a_place_it_is_called_after_the_story(
        self, library: Library, news: Story
    ) -> None:
        assert make_usual_name(select_story(library, news), self.SPLIT) == "village-news"


def test_an_export_in_which_nothing_is_annotated_says_so(library: Library, tmp_path: Path) -> None:
    made = story(library, f"{OWL} {HONEY}", f"{MILL} {HONEY}")
    article = library.articles.get(made.articles[0])

    def list_notices(name: str, chosen: Selection) -> tuple[str, ...]:
        options = ExportOptions(next(one for one in FORMATS if one.name == name))
        return write(library, chosen, options, str(tmp_path / "x"), force=True).notices

    empty = ("Nothing is annotated yet in what was exported.",)
    assert list_notices("csv", select_story(library, made)) == empty
    assert list_notices("markdown", select_article(library, article)) == empty
    assert list_notices("markdown", select_all(library)) == empty
    assert list_notices("markdown", select_story(library, made)) == ()
    assert list_notices("html", select_all(library)) == ()
    assert list_notices("bibtex", select_article(library, article)) == ()
    library.tags.set_on_article(article.id, ["genre/news"])
    assert list_notices("csv", select_story(library, made)) == ()
    assert (tmp_path / "x").read_text("utf-8-sig").count("\n") == 2
