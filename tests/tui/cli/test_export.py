from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.open_library import open_library
from storage.sample_story import add_sample
from tests.storage.desk import OWL
from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of
from tui import __version__


class TestExport:
    def test_the_only_story_goes_into_a_file_called_after_it(
        self, copydesk: Copydesk, added: Sequence[str], tmp_path: Path
    ) -> None:
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        answer = copydesk("export")

        assert answer == (0, "owls.md\n", "")
        assert "Same words" in (tmp_path / "owls.md").read_text("utf-8")

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("option", ["--story", "--article", "--tag", "--search"])
    def test_what_is_to_be_exported_has_to_be_named(self, copydesk: Copydesk, option: str) -> None:
        answer = copydesk("export", option, "")

        assert answer.status == 2
        assert f"{option} must not be empty" in answer.err

    @pytest.mark.usefixtures("added")
    def test_a_dash_is_standard_output(self, copydesk: Copydesk, tmp_path: Path) -> None:
        before = sorted(tmp_path.iterdir())

        answer = copydesk("export", "-o", "-")

        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith('---\ntitle: "Owls"\n')
        assert answer.out.endswith("-->\n")
        assert sorted(tmp_path.iterdir()) == before

    @pytest.mark.usefixtures("added")
    def test_a_folder_takes_the_file_and_a_name_is_the_file(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        assert copydesk("export", "-o", folder).out == f"{folder}/owls.md\n"
        assert copydesk("export", "-o", folder / "mine.md").status == 0
        assert (folder / "mine.md").read_bytes() == (folder / "owls.md").read_bytes()

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("output", ["no/such/folder/x.md", "no/such/folder/"])
    @pytest.mark.parametrize("kind", ["markdown", "html", "csv", "sqlite"])
    def test_a_folder_is_made_only_where_that_is_asked_for(
        self, copydesk: Copydesk, output: str, kind: str
    ) -> None:
        call = ("export", "--format", kind, "-o", output)
        assert failed(
            copydesk(*call), "There is no folder no/such/folder; use --parents to create it."
        )
        assert not Path("no").exists()

        made = copydesk(*call, "--parents")
        assert made.status == 0
        assert Path(made.out.strip()).parent == Path("no/such/folder")
        assert Path(made.out.strip()).exists()

    @pytest.mark.usefixtures("added")
    def test_a_split_export_makes_its_own_folder_and_no_other(self, copydesk: Copydesk) -> None:
        assert copydesk("export", "--split", "-o", "owls").status == 0
        assert len(list(Path("owls").iterdir())) == 3
        answer = copydesk("export", "--split", "-o", "no/such/owls")
        assert failed(answer, "There is no folder no/such; use --parents to create it.")
        assert copydesk("export", "--split", "-o", "no/such/owls", "--parents").status == 0

    def test_exporting_again_keeps_what_the_user_wrote(
        self, copydesk: Copydesk, added: Sequence[str], folder: Path
    ) -> None:
        path = folder / "owls.md"
        copydesk("export", "-o", path)
        path.write_text(path.read_text("utf-8") + "\n## Mine\n\nMy conclusion.\n", "utf-8")
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        assert copydesk("export", "-o", path).status == 0
        assert path.read_text("utf-8").endswith("\nMy conclusion.\n")
        assert "Same words" in path.read_text("utf-8")

    @pytest.mark.usefixtures("added")
    def test_a_file_of_the_users_needs_force(self, copydesk: Copydesk, folder: Path) -> None:
        path = folder / "diary.md"
        path.write_text("My diary\n")

        answer = copydesk("export", "-o", path)

        assert failed(answer, f"{path} was not written by Copydesk; use --force to replace it.")
        assert path.read_text() == "My diary\n"
        assert copydesk("export", "-o", path, "--force").status == 0
        assert "My diary" not in path.read_text("utf-8")

    def test_two_stories_never_go_into_one_file(
        self, copydesk: Copydesk, added: Sequence[str], folder: Path, tmp_path: Path
    ) -> None:
        copydesk("annotate", added[1], "--quote", "iron bridge", "--note", "Only in Owls")
        copydesk("add", folder / "first.txt", "--story", "Owls!")
        copydesk("export", "--story", "Owls")
        before = (tmp_path / "owls.md").read_bytes()

        copydesk("export", "--story", "Owls!")

        assert (tmp_path / "owls.md").read_bytes() == before

    @pytest.mark.usefixtures("added")
    def test_several_stories_are_a_wrong_call_that_lists_them(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        copydesk("add", folder, "--story", "Choirs")

        answer = copydesk("export")

        assert (answer.status, answer.out) == (2, "")
        assert answer.err == (
            "copydesk: More than one story; choose one with --story:\n  Owls\n  Choirs\n"
        )
        assert copydesk("export", "--story", "choir", "-o", "-").out.startswith(
            '---\ntitle: "Choirs"'
        )

    def test_without_a_story_there_is_nothing_to_export(self, copydesk: Copydesk) -> None:
        assert failed(
            copydesk("export"),
            "No stories yet. Make one with `copydesk add --story NAME FILE...`.",
        )

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("path", ["news/first.txt/owls.md", "~nobody-of-that-name/owls.md"])
    def test_a_place_that_cannot_be_written_is_told(self, copydesk: Copydesk, path: str) -> None:
        answer = copydesk("export", "-o", path)

        assert (answer.status, answer.out) == (1, "")
        assert re.fullmatch(r"copydesk: Cannot write .*owls\.md: .*\.\n", answer.err)


class TestReport:
    def test_the_report_goes_into_a_file_called_after_the_story(
        self, copydesk: Copydesk, added: Sequence[str], tmp_path: Path
    ) -> None:
        copydesk("annotate", added[0], "--quote", OWL, "--note", "Same words")

        assert copydesk("export", "--format", "html") == (0, "owls.html\n", "")

        page = (tmp_path / "owls.html").read_text("utf-8")
        assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
        assert f'<meta name="generator" content="Copydesk {__version__}">' in page
        assert "Same words" in page

    @pytest.mark.usefixtures("added")
    def test_it_goes_to_standard_output_or_into_a_folder(
        self, copydesk: Copydesk, folder: Path
    ) -> None:
        answer = copydesk("export", "--format", "html", "-o", "-")

        assert (answer.status, answer.err) == (0, "")
        path = copydesk("export", "--format", "html", "-o", folder).lines[0]
        assert path == f"{folder}/owls.html"
        assert Path(path).read_text("utf-8") == answer.out

    @pytest.mark.usefixtures("added")
    def test_a_file_of_the_users_needs_force(self, copydesk: Copydesk, folder: Path) -> None:
        path = folder / "diary.html"
        path.write_text("My diary\n")

        answer = copydesk("export", "--format", "html", "-o", path)

        assert failed(answer, f"{path} was not written by Copydesk; use --force to replace it.")
        assert path.read_text() == "My diary\n"
        assert copydesk("export", "--format", "html", "-o", path, "--force").status == 0
        assert "My diary" not in path.read_text("utf-8")


class TestPassage:
    @pytest.mark.usefixtures("added")
    def test_it_goes_into_a_file_called_after_story_and_passage(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        answer = copydesk("export", "--story", "Owls", "--passage", "1")

        assert answer == (0, "owls-passage-1.md\n", "")
        text = (tmp_path / "owls-passage-1.md").read_text("utf-8")
        assert text.startswith('---\ntitle: "Owls: passage 1"\n')
        assert f"Compared by Copydesk {__version__} with" in text
        assert copydesk("export", "--passage", "1", "-o", "-").out == text
        assert copydesk("export", "--passages").out == "owls-all-passages.md\n"
        text = (tmp_path / "owls-all-passages.md").read_text("utf-8")
        assert re.findall("^#.*$", text, re.MULTILINE) == [
            *("# Owls: all passages", "## Passage 1", "## Method"),
        ]

    def test_the_command_that_it_names_gives_the_same_places(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        with open_library(library_of(copydesk)) as library:
            articles = library.articles.get_all(add_sample(library).articles)
        text = copydesk("export", "--passage", "9", "-o", "-").out
        found = re.findall(r"^\| ([A-D]) \|.*? \| (\d+)–(\d+) \|", text, re.MULTILINE)
        [group] = re.findall(r"gives group (\d+)\.", text)
        files = [tmp_path / f"{number}.txt" for number in range(len(articles))]
        for path, article in zip(files, articles, strict=True):
            path.write_text(article.text, "utf-8")

        answer = copydesk("compare", "--json", *files).json

        [same] = [one for one in answer["groups"] if one["id"] == int(group)]
        assert sorted(found) == [
            ("ABCD"[span["article"]], str(span["start"]), str(span["end"]))
            for span in same["spans"]
        ]

    @pytest.mark.usefixtures("added")
    def test_an_unknown_number_is_told_with_how_many_there_are(self, copydesk: Copydesk) -> None:
        answer = copydesk("export", "--passage", "7")

        assert failed(answer, "There is no passage 7: “Owls” has 1 shared passage.")

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("wrong", [["0"], ["x"], ["1", "--format", "html"]])
    def test_what_is_no_number_or_no_markdown_is_a_wrong_call(
        self, copydesk: Copydesk, wrong: list[str]
    ) -> None:
        assert is_wrong_call(copydesk("export", "--passage", *wrong))

    @pytest.mark.usefixtures("added")
    @pytest.mark.parametrize("more", [["--format", "csv"], ["--split"]])
    def test_it_is_one_file_of_markdown(self, copydesk: Copydesk, more: Sequence[str]) -> None:
        answer = copydesk("export", "--passage", "1", *more)

        assert (answer.status, answer.out) == (2, "")
        assert "--passage works only with one Markdown file." in answer.err
        answer = copydesk("export", "--passages", *more)
        assert "--passages works only with one Markdown file." in answer.err
