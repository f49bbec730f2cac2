from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.errors import ConflictError, CopydeskError
from storage.export.markdown.document import export_story, write
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, OWL, annotate, story
from tests.storage.export.markdown.reading import exported


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
