"""Files of annotations that are added as articles are refused, and told where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.reader import Reader
from storage.article_import.sandbox import Parser
from tests.storage.article_import import made
from tests.storage.article_import.asking import read_one
from tests.storage.desk import OWL

CLIPPINGS = f"Owl moves in (Harker, Nell)\n- Your Highlight on page 3\n\n{OWL}\n==========\n"
HIGHLIGHTS = f'Highlight,Book Title,Note\n"{OWL}",Owl moves in,\n'
SIDEBAR_ROW = "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n,anna,,,,Reply,,Yes,\n"
SIDEBAR_TEXT = f"2026-03-05\nOwl\nTotal annotations: 1\nTotal replies: 0\n\nQuote: “{OWL}”\n"
ZOTERO = f"“{OWL}” ([pdf](zotero://open-pdf/library/items/A?page=1&annotation=IJKL9012))\n"
NOTEBOOK = f"<html><body><div class='noteHeading'>Highlight</div>{OWL}</body></html>"
WEB = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("My Clippings.txt", CLIPPINGS, "holds Kindle clippings, no article; use"),
        ("Mes extraits.md", CLIPPINGS.replace("\n", "\r\n"), "holds Kindle clippings"),
        ("readwise.csv", HIGHLIGHTS, "holds a table of highlights"),
        ("readwise.txt", HIGHLIGHTS, "holds a table of highlights"),
        ("export.csv", SIDEBAR_ROW, "holds annotations of Hypothesis, no article; use"),
        ("export.txt", SIDEBAR_TEXT, "export them as JSON or CSV and use"),
        ("note.md", ZOTERO, "holds annotations of Zotero"),
        ("notebook.html", NOTEBOOK, "is a notebook of a Kindle, which is not read"),
        ("notes.txt", WEB, "holds annotations, no article; use"),
        ("notes.jsonld", WEB, "holds annotations, no article; use"),
    ],
)
def test_annotations_are_refused_by_name(
    tmp_path: Path, parser: Parser, name: str, text: str, said: str
) -> None:
    path = made.write(tmp_path / name, text)

    problem = read_one(Reader(parser=parser), path).problem

    assert problem.startswith(f"{path} ")
    assert said in problem


@pytest.mark.parametrize(
    "text",
    [
        f"{OWL}\n==========\n- one\n- two\n",
        f"Owl moves in\n- The Gazette, 5 March 2026\n\n{OWL}\n",
        f"Quote, comment, type\n\n{OWL}\n",
        f"{{{OWL}}}\n",
    ],
)
def test_texts_that_are_somewhat_like_them_are_articles(
    tmp_path: Path, parser: Parser, text: str
) -> None:
    reading = read_one(Reader(parser=parser), made.write(tmp_path / "owl.txt", text))

    assert reading.article is not None
    assert reading.article.text == text


def test_a_table_of_highlights_is_read_where_its_columns_are_named(
    tmp_path: Path, parser: Parser
) -> None:
    path = made.write(tmp_path / "readwise.csv", HIGHLIGHTS)

    reading = read_one(Reader(columns="text=Highlight", parser=parser), path)

    assert reading.article is not None
    assert reading.article.text == OWL
