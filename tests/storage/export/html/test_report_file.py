from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import ConflictError
from storage.export.html.report import render_report
from storage.export.html.report_file import write
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, MILL, OWL, VAN, annotate, story


@pytest.fixture
def news(library: Library) -> Story:
    return story(library, f"{MILL}\n\n{OWL}", f"{HONEY}\n\n{OWL}", name="Owl news")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "owls.html"


def put(library: Library, story: Story, path: Path, *, force: bool = False) -> None:
    write(render_report(library, story, version="1.2"), story, path, force=force)


def test_an_older_report_is_replaced(library: Library, news: Story, path: Path) -> None:
    put(library, news, path)
    before = path.read_bytes()
    annotate(library, library.articles.get(news.articles[0]), "barn owl", "Whose?")

    put(library, news, path)

    assert b"Whose?" in path.read_bytes()
    assert path.read_bytes() != before


def test_nothing_is_written_where_nothing_has_changed(
    library: Library, news: Story, path: Path
) -> None:
    put(library, news, path)
    before = path.stat()

    put(library, news, path)

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_other_line_breaks_are_no_edit(library: Library, news: Story, path: Path) -> None:
    put(library, news, path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    put(library, news, path)

    assert b"\r" not in path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html>\n<title>Mine</title>",
        b"\xff\xfe\x00",
        b'<html><meta name="generator" content="Copydesk 0.1.0">',
        b"My diary",
    ],
    ids=["page", "bytes", "forged", "text"],
)
def test_a_file_of_the_users_needs_force(
    library: Library, news: Story, path: Path, content: bytes
) -> None:
    path.write_bytes(content)

    with pytest.raises(ConflictError, match=r"owls\.html was not written by Copydesk; use --force"):
        put(library, news, path)

    assert path.read_bytes() == content
    put(library, news, path, force=True)
    assert b"barn owl" in path.read_bytes()


def test_an_edited_report_needs_force(library: Library, news: Story, path: Path) -> None:
    put(library, news, path)
    path.write_text(path.read_text("utf-8").replace("barn owl", "barn owl (mine)"), "utf-8")
    edited = path.read_bytes()

    with pytest.raises(ConflictError, match=r"owls\.html was edited by hand; use --force"):
        put(library, news, path)

    assert path.read_bytes() == edited


def test_the_report_of_another_story_needs_force(library: Library, news: Story, path: Path) -> None:
    put(library, story(library, VAN, name="Vans"), path)

    with pytest.raises(ConflictError, match="is the export of another story"):
        put(library, news, path)


def test_an_empty_file_is_free(library: Library, news: Story, path: Path) -> None:
    path.write_bytes(b"\n")

    put(library, news, path)

    assert path.stat().st_size > 1
