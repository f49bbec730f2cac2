from __future__ import annotations

import pytest

from storage.article_import.formats import epub
from storage.article_import.formats.epub import read_epub
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL


def test_chapters_in_the_order_of_the_spine() -> None:
    found = read_epub(made.epub(f"<h1>One</h1><p>{OWL}</p>", f"<p>{MILL}</p>"))

    assert found.text == f"One\n\n{OWL}\n\n{MILL}"
    assert (found.title, found.author, found.outlet, found.published) == (
        "Village birds",
        "Nell Harker",
        "Belfry Press",
        "2026-03-05",
    )


@pytest.mark.parametrize(
    ("language", "written", "published"),
    [
        ("de", "5. März 2026", "2026-03-05"),
        ("en-GB", "05/03/2026", "2026-03-05"),
        ("en", "05/03/2026", ""),
    ],
)
def test_its_language_says_what_its_date_means(language: str, written: str, published: str) -> None:
    parts = made.epub_parts(OWL)
    date = f"<dc:language>{language}</dc:language><dc:date>{written}</dc:date>"
    package = parts["OPS/book.opf"].replace("<dc:date>2026-03-05</dc:date>", date)

    assert read_epub(made.archive(parts | {"OPS/book.opf": package})).published == published


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        made.epub(f"<p>{OWL}</p>")[:-40],
        made.archive({"mimetype": "application/epub+zip"}),
        made.archive({"mimetype": "x", "META-INF/container.xml": "no XML"}),
        made.archive(made.epub_parts(OWL) | {"OPS/book.opf": ""}),
    ],
    ids=["cut off", "without its end", "mimetype alone", "container no XML", "book empty"],
)
def test_a_damaged_book_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="is damaged or not an EPUB"):
        read_epub(data)


def test_a_book_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="has no text"):
        read_epub(made.epub("<img src='owl.png'/>"))


AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
IDPF_FONT = "http://www.idpf.org/2008/embedding"
ADOBE_FONT = "http://ns.adobe.com/pdf/enc#RC"
CHAPTER = "OPS/text/c0.xhtml"


def encryption(**algorithms: str) -> dict[str, str]:
    """Return the part that tells how others are encrypted, by the places named here."""
    places = {"chapter": CHAPTER, "font": "OPS/owl%20sans.otf", "picture": "OPS/owl.png"}
    data = "".join(
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData>'
        f'<e:CipherReference URI="{places[name]}"/></e:CipherData></e:EncryptedData>'
        for name, algorithm in algorithms.items()
    )
    return {
        "META-INF/encryption.xml": (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
            f' xmlns:e="http://www.w3.org/2001/04/xmlenc#">{data}</encryption>'
        )
    }


@pytest.mark.parametrize(
    ("rights", "lock"),
    [
        ({"META-INF/license.lcpl": "{}"}, "Readium LCP"),
        ({"META-INF/rights.xml": "<rights xmlns='http://ns.adobe.com/adept'/>"}, "Adobe ADEPT"),
        ({"META-INF/rights.xml": "<rights><kdrmInfo/></rights>"}, "Kobo's DRM"),
        ({"META-INF/sinf.xml": "<fairplay:sinf xmlns:fairplay='x'/>"}, "Apple FairPlay"),
        ({}, "copy protection"),
    ],
)
def test_a_locked_book_is_refused_by_the_name_of_its_lock(
    rights: dict[str, str], lock: str
) -> None:
    noise = {CHAPTER: "ÆÊŒJF€ø®¢ÔDòÞ" * 40}
    parts = made.epub_parts(OWL) | noise | encryption(font=IDPF_FONT, chapter=AES) | rights

    with pytest.raises(ReadError, match=rf"is locked with {lock} \(DRM\)"):
        read_epub(made.archive(parts))


def test_a_book_that_says_who_may_read_it_but_not_what_is_locked_is_refused() -> None:
    parts = made.epub_parts(f"<p>{OWL}</p>") | {"META-INF/rights.xml": "<rights/>"}

    with pytest.raises(ReadError, match="is locked with Adobe ADEPT"):
        read_epub(made.archive(parts))


@pytest.mark.parametrize("rights", [{}, {"META-INF/rights.xml": "<rights/>"}])
@pytest.mark.parametrize(
    "algorithms", [{"font": IDPF_FONT}, {"font": ADOBE_FONT}, {"font": AES, "picture": AES}, {}]
)
def test_fonts_and_pictures_alone_lock_no_book(
    algorithms: dict[str, str], rights: dict[str, str]
) -> None:
    parts = made.epub_parts(f"<p>{OWL}</p>") | encryption(**algorithms) | rights

    assert read_epub(made.archive(parts)).text == OWL


@pytest.mark.parametrize("chapters", [1, 3])
def test_a_book_that_unpacks_to_more_than_any_book_is_refused(
    chapters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epub, "LARGEST_BOOK", 100_000)
    data = made.epub(*[" " * (150_000 // chapters)] * chapters)
    assert len(data) < 10_000

    with pytest.raises(ReadError, match="is too large for a book"):
        read_epub(data)


def test_names_that_lead_out_of_the_archive_lead_nowhere() -> None:
    parts = made.epub_parts(f"<p>{OWL}</p>", f"<p>{MILL}</p>")
    package = str(parts["OPS/book.opf"]).replace("text/c0.xhtml", "../../../../etc/passwd")

    found = read_epub(made.archive(parts | {"OPS/book.opf": package}))

    assert found.text == MILL
    assert found.notice == "was read only in part: 1 part it lists is missing"


def test_a_book_of_more_parts_than_any_is_refused_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "MOST_CHAPTERS", 2)

    assert MILL in read_epub(made.epub(OWL, MILL)).text
    with pytest.raises(ReadError, match="has too many parts for a book"):
        read_epub(made.epub(OWL, MILL, OWL))
