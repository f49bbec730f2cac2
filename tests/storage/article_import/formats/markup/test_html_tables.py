from __future__ import annotations

import lxml.html
import pytest

from storage.article_import.formats.markup.html_tables import unwrap_layout_tables
from storage.article_import.formats.markup.html_text import extract_text
from storage.article_import.formats.pages.html import read_page
from tests.storage.article_import import made
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

PARAGRAPHS = "".join(f"<p>{text} {text}</p>" for text in (OWL, MILL, PARADE, BRIDGE))
LONG = f"{OWL} {MILL} {PARADE}"


def unwrap(markup: str) -> tuple[str, int]:
    """Return the text of what the markup becomes, and how many tables are left in it."""
    root = lxml.html.document_fromstring(f"<body>{markup}</body>")
    unwrap_layout_tables(root)
    return extract_text(root), len(root.xpath("//table"))


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{PARAGRAPHS}</td></tr></table>",
        f"<table><tr><td>Home</td><td>{PARAGRAPHS}</td></tr></table>",
        f"<table><tr><td>a</td><td>b</td></tr><tr><td>Home</td><td>{PARAGRAPHS}</td></tr></table>",
        f"<table role=presentation><tr><td>a<td>b<tr><td>{OWL}<td>{MILL}</table>",
        f"<table role=none><thead><tr><th>{OWL}</thead></table>",
        f"<table><tr><td><table><tr><td>{OWL}</td></tr></table></td><td>x</td></tr></table>",
        f"<table><tr><td>{LONG}<br><br>{LONG}</td><td>x</td></tr><tr><td>a<td>b</tr></table>",
        f"<table><tr><td>&nbsp;</td><td>{OWL}</td></tr><tr><td></td><td>{MILL}</td></tr></table>",
        f"<table><tr><td>{OWL}</td></tr><tr><td>{MILL}</td></tr><tr><td>{VAN}</td></tr></table>",
        f"<table><tr><td>10:15<td>{LONG}<tr><td>10:30<td>{LONG}</table>",
        f"<table><tr><td>x<td>y<tr><td><h1>{OWL}</h1><td>z</table>",
        f"<table><tr><td><article><p>{OWL}</p></article><td>z<tr><td>a<td>b</table>",
    ],
    ids=[
        "one cell",
        "beside a menu",
        "below a menu",
        "by its role",
        "by its role, with headers",
        "nested",
        "line breaks",
        "a column for space",
        "one column",
        "a column of prose",
        "a headline in a cell",
        "an article in a cell",
    ],
)
def test_a_table_for_layout_is_taken_apart(table: str) -> None:
    assert unwrap(table)[1] == 0


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Village<th>Owls<tr><td>Nether Wallop<td>3</table>",
        "<table><caption>Owls</caption><tr><td>Nether Wallop<td>3</table>",
        "<table><tr><td>Nether Wallop<td>3<tr><td>Over Wallop<td>1</table>",
        "<table role=grid><tr><td>Nether Wallop</table>",
        "<table><tr><td>1<td>2<td>3<td>4<td>5</table>",
        "<table summary='Owls by village'><tr><td>Nether Wallop</table>",
    ],
    ids=["headers", "caption", "short cells", "by its role", "a row of many cells", "summary"],
)
def test_a_table_of_data_stays(table: str) -> None:
    assert unwrap(table)[1] == 1


def test_two_line_breaks_in_a_cell_part_paragraphs_and_one_does_not() -> None:
    markup = f"<table><tr><td>{OWL}<br><br>{MILL}<br>{VAN} <br> <br><b>{HONEY}</b> x</td></table>"

    assert unwrap(markup)[0] == f"{OWL}\n\n{MILL}\n{VAN}\n\n{HONEY} x"


def test_no_word_is_lost_or_doubled() -> None:
    markup = f"<table><tr><td>{OWL}<div>{MILL}<p>{VAN}</p>{HONEY}</div>{BRIDGE}</td></tr></table>"

    assert unwrap(markup)[0].split() == f"{OWL} {MILL} {VAN} {HONEY} {BRIDGE}".split()


def test_a_page_laid_out_in_a_table_is_read_in_paragraphs_without_its_menu() -> None:
    body = "".join(f"<p>{text}</p>" for text in made.TEXTS)
    page = (
        "<html><body><table><tr><td class=sidebar><a href=/>Home</a> <a href=/a>Archive</a></td>"
        f"<td><h1>{made.HEADLINE}</h1>{body}</td></tr></table></body></html>"
    )

    paragraphs = read_page(page.encode()).text.split("\n\n")

    assert [text for text in paragraphs if text != made.HEADLINE] == [*made.TEXTS]


ROWS = "<table><tr><th>Village<th>Owls<tr><td>Nether Wallop<td>3<tr><td>Over Wallop<td>1</table>"


@pytest.mark.parametrize(
    "page",
    [
        made.page().replace(b"</article>", f"{ROWS}</article>".encode()),
        made.page()
        .replace(b"<article>", b"<table><tr><td>")
        .replace(b"</article>", f"{ROWS}</table>".encode()),
    ],
    ids=["in an article", "in a table for layout"],
)
def test_a_table_of_data_stays_readable(page: bytes) -> None:
    lines = read_page(page).text.split("\n")

    assert [line.strip("| ").split() for line in lines if "Wallop" in line] == [
        ["Nether", "Wallop", "|", "3"],
        ["Over", "Wallop", "|", "1"],
    ]
