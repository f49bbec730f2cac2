from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_articles, compare_story
from storage.errors import ConflictError, CopydeskError
from storage.export.filenames import make_safe_name
from storage.export.markdown.document import export_story, write
from storage.export.markdown.managed_blocks import merge
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from storage.sample import add_sample
from storage.wording.percent import format_percent
from tests.storage.desk import (
    BRIDGE,
    HONEY,
    MILL,
    OWL,
    PARADE,
    add,
    annotate,
    lost_target,
    quickly,
    story,
    target,
)


@pytest.fixture
def news(library: Library) -> Story:
    """Make a story of two articles that share the owl."""
    return story(library, f"{MILL}\n\n{OWL}", f"{BRIDGE}\n\n{PARADE}\n\n{OWL}", name="Owl news")


def named(name: str) -> Story:
    return Story("5709", name, (), "2026-03-05T12:00:00Z")


def exported(library: Library, story: Story) -> str:
    return str(export_story(library, library.stories.get(story.id)))


def front_matter(text: str) -> dict[str, object]:
    loaded = yaml.safe_load(text.split("---\n", 2)[1])
    assert isinstance(loaded, dict)
    return loaded


def rows(text: str, first_heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    below = text.split(f"## {first_heading}\n", 1)[1]
    table = re.split(r"\n## |\n<!--", below)[0]
    return [line[2:-2].split(" | ") for line in table.split("\n") if line.startswith("|")][2:]


def note_block(text: str, number: int = 0) -> str:
    """Return the body of a note, by its place in the file."""
    blocks = re.findall(r"<!-- copydesk:begin note-\S+ \S+ -->\n(.*?)\n<!--", text, re.DOTALL)
    return str(blocks[number])


class TestFrontMatter:
    def test_it_names_story_outlets_and_tags(self, library: Library, news: Story) -> None:
        first, second = library.articles.get_all(news.articles)
        annotate(library, second, "barn owl", "", "to check", "bird")
        annotate(library, first, "barn owl", "", "Fact", "bird")

        assert front_matter(exported(library, news)) == {
            "title": "Owl news",
            "copydesk": f"story {news.id}",
            "outlets": ["Outlet A", "Outlet B"],
            "tags": ["Fact", "bird", "to-check"],
        }

    def test_tags_of_whole_articles_are_told_there_and_under_the_articles(
        self, library: Library, news: Story
    ) -> None:
        library.tags.set_on_article(news.articles[1], ["Wire copy", "seen"])

        text = exported(library, news)

        assert front_matter(text)["tags"] == ["Wire-copy", "seen"]
        assert "\n\n**B** #Wire-copy #seen\n\n" in text
        assert "**A** #" not in text

    def test_what_the_user_makes_of_title_and_tags_stays(
        self, library: Library, news: Story
    ) -> None:
        library.tags.set_on_article(news.articles[0], ["seen"])
        existing = exported(library, news).replace('"Owl news"', '"Mine"', 1)
        existing = existing.replace('["seen"]', "[seen, mine]")
        library.tags.set_on_article(news.articles[0], ["checked"])
        export = export_story(library, library.stories.get(news.id))

        text = merge(existing, export.front_matter, export.blocks, force=False).text

        assert front_matter(text)["title"] == "Mine"
        assert front_matter(text)["tags"] == ["checked", "mine"]

    def test_a_story_without_notes_has_no_tags(self, library: Library, news: Story) -> None:
        assert front_matter(exported(library, news))["tags"] == []

    @pytest.mark.parametrize(
        "name",
        [
            'He said "no": it\'s [a] {story} # 1',
            "---\ntitle: forged\n---",
            "back\\slash \\n \\u0041",
            "- list",
            "null",
            "2026-03-05",
            "\x1b[31mred\x9b\x85\u2028\u202e",
            "not a character: \ufffe\uffff",
            "🦉 ünïcödé",
            "\ufeffmarked",
        ],
    )
    def test_any_name_is_one_string(self, library: Library, name: str) -> None:
        owl = add(library, OWL, outlet=name)
        made = library.stories.create(name, [owl.id])
        annotate(library, owl, "barn owl", "", name)

        read = front_matter(exported(library, made))

        assert list(read) == ["title", "copydesk", "outlets", "tags"]
        assert isinstance(read["title"], str)
        assert isinstance(read["outlets"], list)
        assert [type(outlet) for outlet in read["outlets"]] == [str]


class TestArticles:
    def test_the_figures_are_those_of_the_comparison(self, library: Library) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        comparison = compare_articles(articles)

        text = exported(library, sample)

        for index, row in enumerate(rows(text, "Articles")):
            letter, title, outlet, published, words, shared, only_here = row
            article = articles[index]
            of_shared = comparison.word_count(index, comparison.shared(index))
            of_only_here = comparison.word_count(index, comparison.only_here(index))
            assert letter == "ABCD"[index]
            assert title == f"[{article.title}](<{article.url}>)"
            assert (outlet, published) == (article.outlet, article.published)
            assert words == str(article.words) == str(comparison.word_count(index))
            assert shared == f"{of_shared} ({format_percent(of_shared, article.words)})"
            assert only_here == f"{of_only_here} ({format_percent(of_only_here, article.words)})"

    def test_the_matrix_tells_who_shares_with_whom(self, library: Library) -> None:
        sample = add_sample(library)
        comparison = compare_articles(library.articles.get_all(sample.articles))

        matrix = rows(exported(library, sample), "Who shares how much with whom")

        assert [row[0] for row in matrix] == ["**A**", "**B**", "**C**", "**D**"]
        for one, row in enumerate(matrix):
            for other, cell in enumerate(row[1:]):
                shared = comparison.word_count(one, comparison.shared(one, other))
                expected = format_percent(shared, comparison.word_count(one))
                assert cell == ("–" if one == other else expected)

    def test_what_is_ignored_leaves_every_figure(self, library: Library) -> None:
        sample = add_sample(library)
        articles = library.articles.get_all(sample.articles)
        whole = compare_articles(articles)
        before = exported(library, sample)
        left_out = max(whole.groups, key=lambda group: group.spans[0].length)
        library.ignored_passages.ignore(articles, left_out.passages)

        text = exported(library, sample)

        comparison = whole.without(library.ignored_passages.find_ignored(articles, whole))
        for index, row in enumerate(rows(text, "Articles")):
            shared = comparison.word_count(index, comparison.shared(index))
            only_here = comparison.word_count(index, comparison.only_here(index))
            assert row[5].split()[0] == str(shared)
            assert row[6].split()[0] == str(only_here)
        assert rows(text, "Articles") != rows(before, "Articles")
        matrix = "Who shares how much with whom"
        assert rows(text, matrix) != rows(before, matrix)
        assert str(export_story(library, sample, compare_story(articles))) == text
        library.undo_log.undo()
        assert exported(library, sample) == before

    def test_an_article_alone_has_no_matrix(self, library: Library) -> None:
        assert "Who shares" not in exported(library, story(library, OWL))

    def test_a_story_without_articles_is_exported_too(self, library: Library) -> None:
        text = exported(library, library.stories.create("Empty", []))

        assert front_matter(text)["outlets"] == []
        assert rows(text, "Articles") == []

    def test_what_is_unknown_stays_empty(self, library: Library) -> None:
        made = library.stories.create("Owls", [add(library, OWL, "Owl").id])

        ((_, title, outlet, published, *_),) = rows(exported(library, made), "Articles")

        assert (title, outlet, published) == ("Owl", "", "")

    def test_a_broken_address_is_not_linked(self, library: Library) -> None:
        owl = add(library, OWL, "Owl", url="https://[example.org")

        text = exported(library, library.stories.create("Owls", [owl.id]))

        assert rows(text, "Articles")[0][1] == "Owl"

    def test_a_comparison_that_is_there_is_used(self, library: Library, news: Story) -> None:
        comparison = compare_story(library.articles.get_all(news.articles))

        assert export_story(library, news, comparison) == export_story(library, news)


class TestNotes:
    def test_a_note_has_its_evidence(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        note = annotate(library, first, OWL, "Which *barn*?", "to check", "bird")

        assert note_block(exported(library, news)) == "\n\n".join(
            [
                f"> {OWL}",
                "— **A** Outlet A, paragraph 2",
                "- also in **B** Outlet B, paragraph 3 (100%)",
                "Which *barn*?",
                "#to-check #bird",
                f"^note-{note.id}",
            ]
        )

    def test_a_mark_has_no_more_than_its_place(self, library: Library, news: Story) -> None:
        _, second = library.articles.get_all(news.articles)
        mark = annotate(library, second, "iron bridge")

        assert note_block(exported(library, news)) == "\n\n".join(
            ["> iron bridge", "— **B** Outlet B, paragraph 1", f"^note-{mark.id}"]
        )

    def test_a_note_on_every_copy_names_the_other_places(
        self, library: Library, news: Story
    ) -> None:
        first, second = library.articles.get_all(news.articles)
        library.annotations.create([target(first, OWL), target(second, OWL)], "Both")

        block = note_block(exported(library, news))

        assert "— **A** Outlet A, paragraph 2\n\nAlso marked: **B** Outlet B, paragraph 3" in block
        assert "also in" not in block

    def test_an_orphan_says_so(self, library: Library, news: Story) -> None:
        first, _ = library.articles.get_all(news.articles)
        library.annotations.create([lost_target(first, "a *snowy* owl")])

        block = note_block(exported(library, news))

        assert block.startswith(r"> a \*snowy\* owl")
        assert "this quote is no longer in it" in block

    def test_notes_come_by_article_and_place(self, library: Library, news: Story) -> None:
        first, second = library.articles.get_all(news.articles)
        for article, quote in ((second, "iron bridge"), (first, "belfry"), (first, "paper mill")):
            annotate(library, article, quote)

        text = exported(library, news)

        assert [note_block(text, number).split("\n")[0] for number in range(3)] == [
            "> paper mill",
            "> belfry",
            "> iron bridge",
        ]

    def test_an_article_can_forge_nothing(self, library: Library) -> None:
        hostile = (
            "<!-- copydesk:end note-1 -->\n<!-- copydesk:begin sources 000000000000 -->\n"
            "\x1b]0;owned\x07 \x9b31m | cell | [[link]] <script>alert(1)</script>\n"
            "---\ntitle: forged\n---"
        )
        title = "<!-- copydesk:begin sources --> | \x1b[2J\n# Heading"
        article = add(library, f"{hostile}\n{OWL}", title, outlet=title, url="javascript:x")
        made = library.stories.create(title, [article.id])
        annotate(library, article, hostile, hostile, hostile[:40])

        text = exported(library, made)

        assert len(re.findall("^<!-- copydesk:begin ", text, re.MULTILINE)) == 2
        assert len(re.findall("^<!-- copydesk:end ", text, re.MULTILINE)) == 2
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
        assert "](<javascript" not in text
        assert len(rows(text, "Articles")) == 1
        assert list(front_matter(text)) == ["title", "copydesk", "outlets", "tags"]


class TestWrite:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "notes" / "owl-news.md"

    def export(
        self, library: Library, story: Story, path: Path, force: bool = False
    ) -> Sequence[str]:
        """Export a story; returns the lines of the file."""
        write(export_story(library, library.stories.get(story.id)), path, force=force)
        return path.read_text("utf-8").split("\n")

    def test_a_new_file_is_made_with_its_folder(
        self, library: Library, news: Story, path: Path
    ) -> None:
        self.export(library, news, path)

        assert path.read_text("utf-8") == exported(library, news)
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    def test_exporting_again_touches_nothing(
        self, library: Library, news: Story, path: Path
    ) -> None:
        annotate(library, library.articles.get_all(news.articles)[0], OWL, "Why?", "bird")
        self.export(library, news, path)
        before = path.stat()

        self.export(library, news, path)

        assert path.stat().st_ino == before.st_ino
        assert path.stat().st_mtime_ns == before.st_mtime_ns

    def test_notes_come_and_change_and_go_around_what_the_user_wrote(
        self, library: Library, news: Story, path: Path
    ) -> None:
        first, second = library.articles.get_all(news.articles)
        one = annotate(library, first, "paper mill", "One")
        other = annotate(library, second, "belfry", "Other")
        self.export(library, news, path)
        path.write_text(path.read_text("utf-8") + "\n## Mine\n\nMy conclusion.\n", "utf-8")
        path.chmod(0o640)

        library.annotations.set_note(one.id, "One, edited")
        library.annotations.delete(other.id)
        new = annotate(library, second, "iron bridge", "New")
        lines = self.export(library, news, path)

        places = [
            lines.index(line)
            for line in (
                "One, edited",
                f"^note-{one.id}",
                "New",
                f"^note-{new.id}",
                "*Deleted in Copydesk; remove this block when you no longer need it.*",
                "Other",
                f"^note-{other.id}",
                "My conclusion.",
            )
        ]
        assert places == sorted(places)
        assert "One" not in lines
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_block_that_the_user_edited_stays_and_the_newer_version_stands_beside_it(
        self, library: Library, news: Story, path: Path
    ) -> None:
        note = annotate(library, library.articles.get_all(news.articles)[0], "owl", "Mine")
        self.export(library, news, path)
        edited = path.read_text("utf-8").replace("Mine", "Mine, in the file")
        path.write_text(edited, "utf-8")
        library.annotations.set_note(note.id, "Mine, in the library")

        told = write(export_story(library, library.stories.get(news.id)), path)

        assert told == (f"note-{note.id}",)
        text = path.read_text("utf-8")
        assert text.index("Mine, in the file") < text.index("Mine, in the library")
        assert "Mine, in the file" not in self.export(library, news, path, force=True)

    @pytest.mark.parametrize("content", [b"My diary\n", b"\xff\xfe\x00binary"])
    def test_a_file_of_the_users_is_not_overwritten(
        self, library: Library, news: Story, path: Path, content: bytes
    ) -> None:
        path.parent.mkdir()
        path.write_bytes(content)

        with pytest.raises(ConflictError, match=r"owl-news\.md was not written by Copydesk"):
            self.export(library, news, path)

        assert path.read_bytes() == content
        assert "# Owl news" in self.export(library, news, path, force=True)

    def test_a_file_of_another_story_is_not_overwritten(
        self, library: Library, news: Story, path: Path
    ) -> None:
        self.export(library, news, path)
        before = path.read_bytes()

        with pytest.raises(ConflictError):
            self.export(library, story(library, HONEY, name="Honey news"), path)

        assert path.read_bytes() == before

    def test_a_folder_is_no_file(self, library: Library, news: Story, tmp_path: Path) -> None:
        with pytest.raises(CopydeskError, match=r"Cannot write .*is a directory"):
            self.export(library, news, tmp_path)


class TestFileName:
    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("The Vellmouth barrier", "the-vellmouth-barrier.md"),
            ("Flut in Köln: Tag 3", "flut-in-köln-tag-3.md"),
            ('a/b\\c:d*e?f"g<h>i|j\0k\nl', "a-b-c-d-e-f-g-h-i-j-k-l.md"),
            ("../../etc/passwd", "etc-passwd.md"),
            (".hidden.", "hidden.md"),
            ("", "story.md"),
            ("🦉🦉", "story.md"),
            ("...", "story.md"),
            ("CON", "con-story.md"),
            ("lpt1", "lpt1-story.md"),
            ("Console", "console.md"),
            ("cafe\u0301", "caf\u00e9.md"),
            ("猫头鹰", "猫头鹰.md"),
        ],
    )
    def test_it_says_what_the_story_is_called(self, name: str, file: str) -> None:
        assert make_safe_name(name, "md") == file

    @pytest.mark.parametrize("name", ["con.x", "Aux. 2", "nul.md", "com1.tar.gz", "COM¹"])
    def test_a_name_that_windows_keeps_for_itself_is_avoided(self, name: str) -> None:
        reserved = r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)"

        assert not re.match(reserved, make_safe_name(name, "md"))

    @pytest.mark.parametrize("word", ["owl ", "ü", "猫", "𠮷", "İ"])
    def test_a_long_name_is_cut(self, tmp_path: Path, word: str) -> None:
        file = make_safe_name(word * 300, "md")

        assert len(file.encode()) <= 255
        (tmp_path / file).touch()

    @quickly
    @given(st.text(st.sampled_from("aA./\\- \n\0🦉ß") | st.characters(), max_size=120))
    def test_any_story_has_a_name_of_one_part(self, name: str) -> None:
        file = make_safe_name(name, "md")

        assert file.endswith(".md")
        assert not re.search(r'[\x00-\x1f<>:"/\\|?*\s]', file)
        assert not file.startswith((".", "-"))


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        *((0, 0, "0%"), (0, 10, "0%"), (10, 10, "100%"), (1, 2, "50%"), (1, 3, "33%")),
        *((2, 3, "67%"), (1, 1000, "1%"), (999, 1000, "99%"), (994, 1000, "99%")),
    ],
)
def test_only_nothing_is_0_per_cent_and_only_everything_100(
    part: int, whole: int, shown: str
) -> None:
    assert format_percent(part, whole) == shown


def test_two_exports_of_one_library_are_the_same(library: Library, news: Story) -> None:
    annotate(library, library.articles.get_all(news.articles)[0], OWL, "Why?", "bird")

    with open_library(library.path) as again:
        assert exported(again, news) == exported(library, news)
