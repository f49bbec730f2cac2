from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.database.schema import migrations
from storage.errors import ConflictError
from storage.ids import make_text_id
from storage.open_library import open_library
from storage.repair.check import check
from tests.storage.desk import HONEY, OWL, add, asked, done
from tests.storage.library_files import copies_before_update

_BRIDGE = "新しい橋が完成した。"
STORY_IN_VERSION_5 = (
    (
        "INSERT INTO article (id, text, title, source, author, words, added) VALUES"
        f" ('OWL', '{OWL}', 'Title words', 'The Gazette', 'Anna', 14, '2026-01-01'),"
        f" ('BRIDGE', '{_BRIDGE}', '橋', '村新聞', '', 4, '2026-01-02')"
    ),
    """
    INSERT INTO step VALUES (1, 's', 'article edited', '2026-01-01', NULL, NULL, '[
    ["article", ["OWL"], {"source": "Gazette"}, {"source": "The Gazette"}]]')
    """,
)
FOUND_IN_VERSION_5 = "SELECT count(*) FROM article_words WHERE article_words MATCH 'source:gazette'"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty library of the version that called outlets sources; returns its path."""
    path = tmp_path / "library.db"
    with monkeypatch.context() as version_5:
        version_5.setattr(migrations, "all", migrations.all[:5])
        open_library(path).close()
    return path


def test_a_library_that_calls_outlets_sources_keeps_and_finds_all(path: Path) -> None:
    owl, bridge = make_text_id(OWL), make_text_id(_BRIDGE)
    done(
        path,
        *(one.replace("OWL", owl).replace("BRIDGE", bridge) for one in STORY_IN_VERSION_5),
    )
    assert asked(path, FOUND_IN_VERSION_5) == [(1,)]

    with open_library(path) as library:
        listed = {one.id: one.outlet for one in library.articles.list_all()}
        assert listed == {owl: "The Gazette", bridge: "村新聞"}
        for words, found in {
            "title words": {owl},
            "belfry": {owl},
            "gazette": {owl},
            "anna": {owl},
            "村新聞": {bridge},
            "完成": {bridge},
        }.items():
            assert {one.article for one in library.search.find(words)} == found, words
        assert library.undo_log.undo() == "article edited"
        assert library.articles.get(owl).outlet == "Gazette"
        assert library.undo_log.redo() == "article edited"
        library.articles.edit(bridge, {"outlet": "Herald"})
        assert [one.article for one in library.search.find("herald")] == [bridge]
        assert library.search.find("村新聞") == []
        library.articles.delete(owl)
        add(library, HONEY, "Honey", outlet="The Coast")
        assert [one.title for one in library.search.find("coast")] == ["Honey"]

    (copy,) = copies_before_update(path)
    assert asked(copy, "PRAGMA user_version") == [(5,)]
    assert asked(copy, "SELECT source FROM article ORDER BY added") == [
        ("The Gazette",),
        ("村新聞",),
    ]
    assert asked(copy, FOUND_IN_VERSION_5) == [(1,)]
    said = " ".join(str(sql) for (sql,) in asked(path, "SELECT sql FROM sqlite_schema"))
    assert "source" not in said
    assert check(path).is_sound


def test_a_library_of_an_earlier_version_is_as_a_new_one(path: Path, tmp_path: Path) -> None:
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"

    open_library(path).close()
    open_library(tmp_path / "new.db").close()

    assert asked(path, schema) == asked(tmp_path / "new.db", schema)


def test_notes_that_were_imported_before_are_known_by_the_undo_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with monkeypatch.context() as version_6:
        version_6.setattr(migrations, "all", migrations.all[:6])
        open_library(path).close()
    owl = make_text_id(OWL)
    notes = {"a": "As it came", "b": "Edited since", "c": "My own", "d": "Taken back"}
    done(
        path,
        "INSERT INTO article (id, text, title, outlet, words, added)"
        f" VALUES ('{owl}', '{OWL}', 'Owl', '', 14, '2026-01-01')",
        *(
            f"INSERT INTO annotation VALUES ('{one}', '{note}', '2026', '2026', NULL)"
            for one, note in notes.items()
        ),
        *(
            f"INSERT INTO target VALUES ('{one}', 0, '{owl}', 0, 6, 'A barn', '', '', NULL)"
            for one in notes
        ),
        """
        INSERT INTO step VALUES
        (1, 's', 'import of annotations', '2026-02-03', NULL, NULL, '[
        ["annotation", ["a"], null, {"id": "a", "note": "As it came"}],
        ["annotation", ["b"], null, {"id": "b", "note": "As it was"}],
        ["target", ["a", 0], null, {"annotation": "a", "place": 0}]]'),
        (2, 's', 'note', '2026-02-04', NULL, NULL, '[
        ["annotation", ["c"], null, {"id": "c", "note": "My own"}]]'),
        (3, 's', 'import of annotations', '2026-02-05', 's', '2026-02-06', '[
        ["annotation", ["d"], null, {"id": "d", "note": "Taken back"}]]')
        """,
    )

    with open_library(path) as library:
        imported = {one.id: one.imported for one in library.annotations.list_all()}

    assert imported == {"a": "2026-02-03", "b": None, "c": None, "d": None}
    assert check(path).is_sound


def test_tags_of_articles_are_nobodys_once_several_can_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with monkeypatch.context() as version_11:
        version_11.setattr(migrations, "all", migrations.all[:11])
        open_library(path).close()
    owl = make_text_id(OWL)
    done(
        path,
        "INSERT INTO article (id, text, title, outlet, words, added)"
        f" VALUES ('{owl}', '{OWL}', 'Owl', '', 14, '2026-01-01')",
        "INSERT INTO tag (id, name, key) VALUES (1, 'bird', 'bird'), (2, 'night', 'night')",
        f"INSERT INTO article_tag VALUES ('{owl}', 1, 0)",
        f"""
        INSERT INTO step VALUES (1, 's', 'article tags changed', '2026-01-01', NULL, NULL, '[
        ["article_tag", ["{owl}", 2], {{"article": "{owl}", "tag": 2, "place": 0}}, null],
        ["article_tag", ["{owl}", 1], null, {{"article": "{owl}", "tag": 1, "place": 0}}]]'),
        (2, 's', 'garbled', '2026-01-01', NULL, NULL, 'not JSON')
        """,
    )

    with open_library(path, Coder("Anna")) as library:
        assert library.tags.find_on_articles([owl]) == {owl: ("bird",)}
        with pytest.raises(ConflictError):
            library.undo_log.undo()
        assert library.undo_log.undo() == "article tags changed"
        assert library.tags.find_on_articles([owl]) == {owl: ("night",)}
        library.tags.set_on_article(owl, ["night", "bird"])

    kept = asked(path, "SELECT tag, coder FROM article_tag ORDER BY place")
    assert kept == [(2, ""), (1, "Anna")]
    assert check(path).findings == ("1 undo step cannot be read.",)
