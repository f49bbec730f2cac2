from __future__ import annotations

import os
from pathlib import Path

import pytest

from storage.backup.backup_files import list_backups
from storage.errors import LibraryError
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import DAMAGES, Damage, damage, library_with_backup
from tests.storage.desk import HONEY, MILL, OWL, annotate, asked, done, draft, lost_target, story

HANGING = {
    "target": "INSERT INTO target VALUES ('nobody', 0, '{owl}', 0, 1, 'A', '', '', NULL)",
    "story_article": "INSERT INTO story_article VALUES ('nowhere', '{owl}', 0)",
    "annotation_tag": "INSERT INTO annotation_tag VALUES ('{note}', 99, 1)",
    "article_tag": "INSERT INTO article_tag VALUES ('nothing', 1, '', 0)",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a story and a note."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        story(library, OWL, MILL)
        owl = library.articles.find("A barn owl has")
        annotate(library, owl, "barn owl", "Which barn?", "claim")
    return path


def owl_of(path: Path) -> str:
    ((article,),) = asked(path, f"SELECT id FROM article WHERE text = '{OWL}'")
    return str(article)


def hang(path: Path, statement: str) -> None:
    ((note,),) = asked(path, "SELECT id FROM annotation")
    done(path, statement.format(owl=owl_of(path), note=note))


class TestCheck:
    def test_a_sound_library(self, path: Path) -> None:
        found = check(path)

        assert found.is_sound
        assert (found.articles, found.annotations, found.orphans) == (2, 1, 0)

    def test_the_sample_and_an_empty_library_are_sound(self, tmp_path: Path) -> None:
        from storage.sample_story import add_sample

        with open_library(tmp_path / "sample.db") as library:
            add_sample(library)
        with open_library(tmp_path / "empty.db"):
            pass

        assert check(tmp_path / "sample.db").findings == ()
        assert check(tmp_path / "empty.db").findings == ()

    def test_a_note_that_lost_its_text_is_counted_and_no_error(self, path: Path) -> None:
        with open_library(path) as library:
            library.annotations.create([lost_target(library.articles.get(owl_of(path)), HONEY)])

        found = check(path)

        assert found.is_sound
        assert found.orphans == 1

    def test_what_is_in_the_bin_is_no_error(self, path: Path) -> None:
        with open_library(path) as library:
            library.articles.delete(owl_of(path))
            library.stories.delete(library.stories.list_all()[0].id)

        found = check(path)

        assert found.is_sound
        assert (found.articles, found.annotations) == (1, 0)

    @pytest.mark.parametrize("how", DAMAGES)
    def test_damage_is_said_and_nothing_is_written(self, tmp_path: Path, how: Damage) -> None:
        path = tmp_path / "damaged.db"
        library_with_backup(path)
        contents = damage(path, how)

        found = check(path)

        assert found.damage is not None
        assert found.findings[0].startswith(f"The library {path} is damaged: ")
        assert path.read_bytes() == contents

    @pytest.mark.parametrize("content", [None, b""])
    def test_where_there_is_no_library_none_is_made(
        self, tmp_path: Path, content: bytes | None
    ) -> None:
        path = tmp_path / "library.db"
        if content is not None:
            path.write_bytes(content)
        before = sorted(tmp_path.iterdir())

        with pytest.raises(LibraryError, match="There is no library at"):
            check(path)

        assert sorted(tmp_path.iterdir()) == before

    def test_a_file_of_the_users_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.txt"
        path.write_text("Dear owl,\n")

        for call in (check, lambda path: list(repair(path))):
            with pytest.raises(LibraryError, match="is not a Copydesk library"):
                call(path)

        assert path.read_text() == "Dear owl,\n"


class TestReadOnly:
    def test_it_is_checked_as_a_copy(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        done(path, "DELETE FROM annotation_tag", "DELETE FROM target")
        before = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
        monkeypatch.setattr(os, "access", lambda *_: False)

        found = check(path)

        after = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
        assert "on no article" in " ".join(found.findings)
        assert found.articles >= 1
        assert after == before

    def test_damage_is_told_of_the_library_itself(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path.write_bytes(path.read_bytes()[:5000])
        monkeypatch.setattr(os, "access", lambda *_: False)

        assert str(path) in check(path).findings[0]


class TestRepair:
    def mended(self, path: Path) -> list[str]:
        """Repair a library in which something is wrong; returns what was said."""
        assert not check(path).is_sound
        said = list(repair(path))
        assert check(path).findings == ()
        assert check(path).annotations >= 1
        return said

    def test_a_sound_library_is_left_alone(self, path: Path) -> None:
        before = path.read_bytes()

        assert list(repair(path)) == []

        assert path.read_bytes() == before
        assert list_backups(path) == []

    @pytest.mark.parametrize("table", HANGING)
    def test_rows_that_hang_in_the_air_go_after_a_backup(self, path: Path, table: str) -> None:
        before = asked(path, f"SELECT * FROM {table}")
        hang(path, HANGING[table])
        (finding,) = check(path).findings
        assert finding == f"1 row of {table} belongs to something that no longer exists."

        said = self.mended(path)

        assert f"1 row of {table} that belonged to nothing was removed." in said
        assert asked(path, f"SELECT * FROM {table}") == before
        (backup,) = list_backups(path)
        assert backup.occasion == "before-repair"
        assert str(backup.path) in said[0]
        assert len(asked(backup.path, f"SELECT * FROM {table}")) == len(before) + 1

    def test_notes_on_an_article_that_is_gone_are_kept_with_their_passages(
        self, path: Path
    ) -> None:
        done(path, f"DELETE FROM article WHERE id = '{owl_of(path)}'")

        said = self.mended(path)

        assert "Notes on lost text were moved to 1 new article." in said
        with open_library(path) as library:
            (note,) = library.annotations.list_all()
            article = library.articles.get(note.targets[0].article)
            anchor = note.targets[0].anchor
            (only,) = library.stories.list_all()
            assert (note.note, note.tags) == ("Which barn?", ("claim",))
            assert article.text[anchor.start : anchor.end] == anchor.quote == "barn owl"
            assert "has moved into the belfry" in article.text
            assert article.id in only.articles
        assert check(path).orphans == 0

    def test_a_note_that_stands_nowhere_is_kept(self, path: Path) -> None:
        done(path, "DELETE FROM target")
        assert check(path).findings == ("1 annotation is on no article.",)

        self.mended(path)

        with open_library(path) as library:
            assert [note.note for note in library.annotations.list_all()] == ["Which barn?"]

    def test_an_article_whose_text_was_changed_gets_the_id_of_its_text(self, path: Path) -> None:
        owl = owl_of(path)
        done(path, f"UPDATE article SET text = text || ' {HONEY}' WHERE id = '{owl}'")
        assert check(path).damage == "the text of 1 article differs from what was stored"

        self.mended(path)

        with open_library(path) as library:
            article, is_new = library.articles.add(draft(f"{OWL} {HONEY}"))
            assert not is_new
            (note,) = library.annotations.list_all()
            assert note.targets[0].article == article.id
            assert article.id in library.stories.list_all()[0].articles

    def test_an_index_that_is_not_true_to_its_table_is_made_anew(self, path: Path) -> None:
        done(
            path,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX idx_target_article ON target (quote)'"
            " WHERE name = 'idx_target_article'",
        )
        done(path, "REINDEX idx_target_article")
        done(
            path,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX idx_target_article ON target (article)'"
            " WHERE name = 'idx_target_article'",
        )
        (finding,) = check(path).findings
        assert finding.startswith("An index does not match its table: ")

        self.mended(path)
