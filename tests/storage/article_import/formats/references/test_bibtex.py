from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storage.article_import.formats.references.bibtex import read_bibtex
from storage.article_import.formats.references.reference import Reference
from storage.article_import.parsed import LeftOut
from storage.article_import.reader import Reader
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import OWL


def read(entry: str) -> Reference:
    (found,) = read_bibtex(entry.encode())
    assert isinstance(found, Reference)
    return found


def misc(**fields: str) -> Reference:
    told = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return read(f"@misc{{key,\n{told}}}\n")


def test_an_entry_is_read_in_full() -> None:
    assert list(read_bibtex(made.BIBTEX)) == [
        Reference(
            "Owl moves in",
            "The Belfry Gazette",
            "Nell Harker, The Owl Desk",
            "2026-03-05",
            "https://gazette.example/owl",
            ("files/12/owl.html", "files/13/owl.pdf"),
            "harker_owl_2026",
        )
    ]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"Owl \& mill", "Owl & mill"),
        (r"M{\"u}ller und {\ss}", "Müller und ß"),
        (r"\textit{Owl} in {\emph{May}}", "Owl in May"),
        (r"5\% of \$5", "5% of $5"),
        ("``Owl''~x --- {BBC}", "“Owl” x — BBC"),
        (r"Owl\ and \o re", "Owl and øre"),
        ("Owl $x^2$", "Owl $x^2$"),
        ("Сова", "Сова"),
    ],
)
def test_titles_are_read_as_they_are_printed(written: str, title: str) -> None:
    assert misc(title=written).title == title


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Harker, Nell and Tom Ivory", "Nell Harker, Tom Ivory"),
        ("Jean de la Fontaine and others", "Jean de la Fontaine"),
        ("{The Owl and Mill Desk}", "The Owl and Mill Desk"),
        (r"M{\"u}ller, J.", "J. Müller"),
        ("a, b, c, d, e", "c d e a b"),
    ],
)
def test_authors_are_told_by_full_name(written: str, authors: str) -> None:
    assert misc(author=written, title="Owl").author == authors


@pytest.mark.parametrize(
    ("entry", "published"),
    [
        ("year = 2026, month = mar, day = 5", "2026-03-05"),
        ("year = {2026}, month = {March}, day = {05}", "2026-03-05"),
        ("year = 2026, month = 3, day = 5", "2026-03-05"),
        ("date = {2026-03-05/2026-03-07}", "2026-03-05"),
        ("year = 2026, month = mar", ""),
        ("year = 2026, month = owl, day = 5", ""),
        ("date = {2026}", ""),
    ],
)
def test_only_a_whole_day_is_a_date(entry: str, published: str) -> None:
    assert read(f"@misc{{key, title = {{Owl}}, {entry}}}").published == published


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"url": r"https://gazette.example/a\_b\%20c\&d"}, "https://gazette.example/a_b%20c&d"),
        ({"howpublished": r"\url{https://gazette.example/}"}, "https://gazette.example/"),
        ({"howpublished": "In print"}, ""),
        ({"url": "javascript:alert(1)"}, ""),
    ],
)
def test_addresses_are_without_escapes(fields: dict[str, str], url: str) -> None:
    assert misc(**fields).url == url


@pytest.mark.parametrize(
    ("written", "files"),
    [
        (":files/owl.pdf:PDF", ("files/owl.pdf",)),
        (r"Full\: Text:files/o\;w\:l.pdf:application/pdf", ("files/o;w:l.pdf",)),
        ("files/owl.pdf;files/owl.html", ("files/owl.pdf", "files/owl.html")),
        (r"PDF:C\:\\owls\\owl.pdf:application/pdf", (r"C:\owls\owl.pdf",)),
        (";", ()),
    ],
)
def test_files_are_told_by_their_names(written: str, files: tuple[str, ...]) -> None:
    assert misc(file=written).files == files


def test_a_damaged_entry_keeps_the_others_not_out() -> None:
    whole = b"@misc{one, title = {Owl}}\n@misc{three, title = {Mill}}\n@misc{,}"
    data = whole.replace(b"@misc{three", b'@misc{two, title = {Owl" ,\n@misc{three')

    assert list(read_bibtex(data)) == [
        Reference("Owl", citation_key="one"),
        LeftOut("record two", "is damaged in the export"),
        Reference("Mill", citation_key="three"),
        LeftOut("record 4", "is damaged in the export"),
    ]


@pytest.mark.parametrize("data", [b"An owl", b"@comment{x}", b"@string{a = {b}}"])
def test_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="is damaged or not BibTeX"):
        list(read_bibtex(data))


def test_what_is_missing_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pybtex", None)

    with pytest.raises(ReadError, match=r'pip install "copydesk\[bibtex\]"'):
        list(read_bibtex(made.BIBTEX))


def test_an_export_is_read_with_its_files(folder: Path) -> None:
    made.write(folder / "files/12/owl.html", made.page())
    path = made.write(folder / "Library.bib", made.BIBTEX)

    with Reader() as reader:
        (reading,) = reader.read(path)

    assert reading.article is not None
    assert reading.article.title == "Owl moves in"
    assert OWL in reading.article.text
