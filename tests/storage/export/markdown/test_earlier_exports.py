"""Files that version 5 of the library's tables was exported into, renewed by the present code."""

from __future__ import annotations

import re
import uuid
from itertools import count
from pathlib import Path

import pytest

from storage.export.export import ExportOptions, write
from storage.export.selection import Selection, select_story
from storage.library import Library
from storage.models import Article
from tests.storage.desk import MILL, OWL, PARADE, add, annotate

THEN = Path(__file__).with_name("version_5")
STORY = "000000000001"
WHOLE, SPLIT = "village-news.md", "owl-moves-in.md"
CONCLUSION = "\n## My conclusion\n\nThe source of it all is the agency.\n"


@pytest.fixture
def owl(library: Library, monkeypatch: pytest.MonkeyPatch) -> Article:
    """Make the library that those files were exported from; returns its first article."""
    numbers = count(1)
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=next(numbers) << 80))
    owl = add(
        library,
        f"{OWL}\n\n{MILL}",
        "Owl moves in",
        outlet="The Gazette",
        published="2026-03-05",
    )
    mill = add(library, f"{PARADE}\n\n{MILL}", "Mill to reopen", outlet="The Coast")
    library.stories.create("Village news", [owl.id, mill.id])
    annotate(library, owl, "paper mill", "Which mill?", "claim")
    return owl


def news(library: Library) -> Selection:
    return select_story(library, library.stories.get(STORY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Put both files where they are exported into again; the user has written into each."""
    for name in (WHOLE, SPLIT):
        text = (THEN / name).read_text("utf-8").replace("\ntags:", "\nrating: 5\ntags:")
        text = text.replace("Which mill?", "Which mill? The old one.") + CONCLUSION
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def as_now(text: str) -> str:
    """Return a file of then with the words of now; checksums are those of other words."""
    return (
        text.replace("\nsources: ", "\noutlets: ")
        .replace("\nsource: ", "\noutlet: ")
        .replace("\n## Sources\n", "\n## Articles\n")
        .replace(
            "How many of the words in the row's article also stand in the column's.",
            "Share of the words in the row's article that are also in the column's.",
        )
    )


def without_findings(text: str) -> str:
    """Return a file of now without what then was not told: sections, and columns."""
    text = re.sub(r"\n\n## Origins\n.*?(?=\n<!-- copydesk:end)", "", text, flags=re.DOTALL)
    lines = text.split("\n")
    for at, line in enumerate(lines):
        cells = line.split(" | ")
        if len(cells) == 9:
            lines[at] = " | ".join([*cells[:6], cells[8]])
    return "\n".join(lines)


def without_sums(text: str) -> list[str]:
    return [
        line.rsplit(" ", 2)[0] if " copydesk:begin " in line else line for line in text.splitlines()
    ]


@pytest.mark.usefixtures("owl")
def test_a_file_has_the_words_of_now_and_all_that_the_user_wrote(
    library: Library, folder: Path
) -> None:
    path = folder / WHOLE
    before = path.read_text("utf-8")

    written = write(library, news(library), ExportOptions(), str(path))

    text = path.read_text("utf-8")
    assert written.edited == ()
    assert "## Origins" in text
    assert without_sums(without_findings(text)) == without_sums(as_now(before))
    write(library, news(library), ExportOptions(), str(path))
    assert path.read_text("utf-8") == text


def test_so_has_the_file_of_an_article_in_a_folder(
    library: Library, owl: Article, folder: Path
) -> None:
    path = folder / SPLIT
    before = path.read_text("utf-8")
    (folder / WHOLE).unlink()

    write(library, news(library), ExportOptions(is_split=True), str(folder))

    assert without_sums(path.read_text("utf-8")) == without_sums(as_now(before))
    library.articles.edit(owl.id, {"outlet": "The Herald"})
    write(library, news(library), ExportOptions(is_split=True), str(folder))
    assert path.read_text("utf-8").count("outlet: ") == 1


def test_an_outlet_that_was_edited_since_is_told_once(
    library: Library, owl: Article, folder: Path
) -> None:
    library.articles.edit(owl.id, {"outlet": "The Herald"})
    path = folder / WHOLE

    write(library, news(library), ExportOptions(), str(path))

    head = path.read_text("utf-8").split("---")[1]
    assert 'outlets: ["The Herald", "The Coast"]' in head
    assert "source" not in head
