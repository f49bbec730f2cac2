from __future__ import annotations

from pathlib import Path

from storage.article_import.folders import expand
from storage.article_import.formats.text_bundles import read_text_bundles
from storage.article_import.input_format import Document
from storage.article_import.parsed import LeftOut, ParsedArticle
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL


def test_each_text_is_an_article_as_it_stands() -> None:
    mill = f"---\ntitle: Mill\nauthor: Nell Harker\nurl: https://gazette.example/mill\n---\n{MILL}"

    first, second, third = read_text_bundles(Document(made.text_bundles(OWL, mill, "")))

    assert isinstance(first, ParsedArticle)
    assert (first.text, first.title) == (OWL, "note 0")
    assert isinstance(second, ParsedArticle)
    told = (second.text, second.title, second.author, second.url)
    assert told == (mill, "Mill", "Nell Harker", "https://gazette.example/mill")
    assert third == LeftOut("note 2", "is empty")


def test_a_bundle_that_is_a_folder_is_its_text_alone(tmp_path: Path) -> None:
    text = made.write(tmp_path / "owl.textbundle" / "text.md")
    rich = made.write(tmp_path / "mill.rtfd" / "TXT.rtf", made.rtf(MILL))
    for beside in ("owl.textbundle/info.json", "owl.textbundle/assets/a.txt", "mill.rtfd/a.png"):
        made.write(tmp_path / beside)

    found = expand(str(tmp_path))

    assert found.names == [rich, text]
    assert (found.problems, found.left_out) == ([], "")
    assert expand(str(tmp_path / "owl.textbundle")).names == [text]
