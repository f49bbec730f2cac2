from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.warc import archived_pages, captured_pages
from storage.article_import.formats.warc.archived_pages import list_pages, read_wanted
from storage.article_import.formats.warc.warc_formats import WARC
from storage.article_import.input_format import Document
from storage.article_import.parsed import FeedEntry, LeftOut, Listing, ParsedArticle
from storage.article_import.reader import Reader
from storage.article_import.things import choose_from
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE, quickly

ADDRESS = "https://gazette.example/"


def simple(text: str, at: str = "owl", title: str = "Owl", date: str = "2026-04-09") -> bytes:
    page = f"<!DOCTYPE html><title>{title}</title><p>{text}</p>".encode()
    return made.warc_record(page, ADDRESS + at, date=f"{date}T10:15:00Z")


def read_all(data: bytes) -> list[ParsedArticle | LeftOut]:
    records = tuple(entry.record for entry in list_pages(Document(data)).entries)
    return list(read_wanted(Document(data, wanted=records)))


def read_texts(data: bytes) -> list[str]:
    return [one.text for one in read_all(data) if isinstance(one, ParsedArticle)]


def read_one(record: bytes) -> ParsedArticle | LeftOut:
    (found,) = read_all(made.warc(record))
    return found


CONTAINERS: dict[str, Callable[..., bytes]] = {
    "plain": made.warc,
    "packed": lambda *records: made.warc(*records, is_packed=True),
    "packed as a whole": lambda *records: gzip.compress(made.warc(*records)),
    "WACZ": lambda *records: made.wacz(*(made.warc(one, is_packed=True) for one in records)),
}
each_container = pytest.mark.parametrize("container", CONTAINERS)


class TestListing:
    @each_container
    def test_pages_are_listed_with_title_address_and_day(self, container: str) -> None:
        data = CONTAINERS[container](simple(OWL), simple(MILL, "mill", "Mill", "2026-04-10"))

        listing = list_pages(Document(data))

        assert [entry._replace(record="") for entry in listing.entries] == [
            FeedEntry("Owl", ADDRESS + "owl", published="2026-04-09"),
            FeedEntry("Mill", ADDRESS + "mill", published="2026-04-10"),
        ]
        assert listing.note == ""

    @pytest.mark.parametrize(
        "other",
        [
            made.warc_record(b"", status="301 Moved Permanently"),
            made.warc_record(made.page(), status="404 Not Found"),
            made.warc_record(b"GIF89a", kind="image/gif"),
            made.warc_record(made.page(), ADDRESS + "robots.txt"),
            made.warc_record(made.page(), record="request"),
            made.warc_record(made.page(), record="revisit"),
            made.warc_record(made.page(), "dns:gazette.example"),
            made.warc_record(made.page(), kind=""),
        ],
    )
    def test_what_is_no_page_is_left_out(self, other: bytes) -> None:
        data = made.warc(other, simple(OWL), other)

        assert [entry.title for entry in list_pages(Document(data)).entries] == ["Owl"]
        with pytest.raises(ReadError, match=r"has no web pages in it$"):
            list_pages(Document(made.warc(other)))

    def test_xhtml_is_a_page(self) -> None:
        record = made.warc_record(made.page(), kind="application/xhtml+xml")
        assert len(list_pages(Document(made.warc(record))).entries) == 1

    def test_an_address_captured_twice_is_listed_twice(self) -> None:
        data = made.warc(simple(OWL), simple(MILL, date="2026-05-01"))

        days = [entry.published for entry in list_pages(Document(data)).entries]
        assert days == ["2026-04-09", "2026-05-01"]
        assert read_texts(data) == [OWL, MILL]

    @pytest.mark.parametrize(
        ("page", "kind", "title"),
        [
            (b"<title>Owl &amp; mill\n in  May</title>", "text/html", "Owl & mill in May"),
            ("<title>Сова</title>".encode("cp1251"), "text/html; charset=windows-1251", "Сова"),
            (
                "<meta charset=windows-1251><title>Сова</title>".encode("cp1251"),
                "text/html",
                "Сова",
            ),
            ("<title lang=ru>Сова</title>".encode("utf-16"), "text/html", "Сова"),
            (("<title>Сова</title>" + "<p>ё" * 4000).encode(), "text/html", "Сова"),
            (b"<p>An owl", "text/html", ADDRESS + "owl"),
            (b"<title> </title>", "text/html", ADDRESS + "owl"),
            (b"<title>Owl", "text/html", ADDRESS + "owl"),
        ],
    )
    def test_the_title_is_read_as_the_page_is(self, page: bytes, kind: str, title: str) -> None:
        data = made.warc(made.warc_record(page, kind=kind))

        assert [entry.title for entry in list_pages(Document(data)).entries] == [title]

    def test_more_than_can_be_listed_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archived_pages, "MOST_RECORDS", 2)

        listing = list_pages(Document(made.warc(*[simple(OWL)] * 3)))

        assert len(listing.entries) == 2
        assert listing.note == "Only the first 2 pages are listed"


class TestReading:
    @each_container
    def test_chosen_pages_are_read_wherever_they_stand(self, container: str) -> None:
        data = CONTAINERS[container](simple(OWL), simple(MILL, "mill"), simple(PARADE, "parade"))
        entries = list_pages(Document(data)).entries

        wanted = (entries[2].record, entries[0].record)
        found = list(read_wanted(Document(data, wanted=wanted)))

        assert sorted(one.text for one in found if isinstance(one, ParsedArticle)) == sorted(
            [OWL, PARADE]
        )

    def test_far_pages_are_jumped_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archived_pages, "_NEAR", 0)

        assert read_texts(made.warc(simple(OWL), simple(MILL), simple(PARADE))) == [
            OWL,
            MILL,
            PARADE,
        ]

    def test_a_page_says_where_and_when_it_was_captured(self) -> None:
        found = read_one(made.warc_record(made.page()))

        assert isinstance(found, ParsedArticle)
        assert (found.title, found.outlet) == (made.HEADLINE, "The Belfry Gazette")
        assert (found.url, found.captured) == (ADDRESS + "owl", "2026-04-09T10:15:00Z")

    def test_a_page_in_chunks_and_packed_is_read(self) -> None:
        packed = gzip.compress(f"<p>{OWL}</p>".encode())
        body = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
        more = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"

        found = read_one(made.warc_record(body, more=more))

        assert isinstance(found, ParsedArticle)
        assert (found.text, found.notice) == (OWL, "")

    @pytest.mark.parametrize(
        ("record", "why"),
        [
            (made.warc_record(b""), "has no text"),
            (
                made.warc_record(b"x", more="Content-Encoding: owl\r\n"),
                "is packed in a way that is not read, owl",
            ),
            (made.warc_record(b"x" * 3000), "is larger than 0 MB"),
            (
                made.warc_record(gzip.compress(b"x" * 3000), more="Content-Encoding: gzip\r\n"),
                "is larger than 0 MB once unpacked",
            ),
        ],
    )
    def test_what_cannot_be_read_is_left_out_by_its_address(
        self, record: bytes, why: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(captured_pages, "LARGEST_BODY", 2000)

        assert read_one(record) == LeftOut(ADDRESS + "owl", why)

    @pytest.mark.parametrize("record", ["3", "999999"])
    def test_a_record_that_is_gone_is_told(self, record: str) -> None:
        (found,) = read_wanted(Document(made.warc(simple(OWL)), wanted=(record,)))

        assert isinstance(found, LeftOut)
        assert found.why == "is not there any more"


class TestDamage:
    @pytest.mark.parametrize("is_packed", [True, False])
    def test_what_surrounds_a_damaged_record_is_read(self, is_packed: bool) -> None:
        first, second = made.warc(simple(OWL), is_packed=is_packed), simple(MILL)
        second = gzip.compress(second) if is_packed else second
        broken = bytearray(gzip.compress(simple(PARADE)) if is_packed else simple(PARADE))
        broken[5:60] = b"\xff" * 55

        data = first + broken + second

        assert list_pages(Document(data)).note == (
            "The archive is damaged or cut off: 1 stretch of it could not be read"
        )
        assert read_texts(data) == [OWL, MILL]

    @pytest.mark.parametrize("is_packed", [True, False])
    @quickly
    @given(cut=st.integers(1, 400))
    def test_what_is_cut_off_is_told_and_the_rest_kept(self, is_packed: bool, cut: int) -> None:
        data = made.warc(simple(OWL), simple(MILL), is_packed=is_packed)
        whole = len(made.warc(simple(OWL), is_packed=is_packed))
        data = data[: max(whole + 1, len(data) - cut)]

        assert read_texts(data)[:1] == [OWL]
        is_lost = MILL not in read_texts(data)
        told = list_pages(Document(data)).note
        assert bool(told) or not is_lost

    def test_a_page_that_is_cut_off_is_read_with_a_notice(self) -> None:
        data = made.warc(simple(f"{OWL}</p><p>{MILL}"))

        (found,) = read_all(data[: data.index(b"</p><p>") + 3])

        assert isinstance(found, ParsedArticle)
        assert found.text == OWL
        assert "is cut off in the archive; its end is missing" in found.notice

    def test_a_zip_archive_without_its_end_is_read_as_far_as_it_goes(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:  # nothing in it is packed once more
            archive.writestr("datapackage.json", "{}")
            archive.writestr(
                "archive/0.warc.gz", made.warc(simple(OWL), simple(MILL), is_packed=True)
            )
        data = out.getvalue()[: out.getvalue().index(b"PK\1\2")]

        assert read_texts(data) == [OWL, MILL]
        assert "could not be read" in list_pages(Document(data)).note

    def test_one_part_that_is_damaged_keeps_the_others_not_out(self) -> None:
        data = made.wacz(b"owl", made.warc(simple(MILL), is_packed=True))

        assert read_texts(data) == [MILL]

    def test_a_file_packed_as_a_whole_and_cut_off_is_read_as_far_as_it_goes(self) -> None:
        noise = Random(1)  # what repeats itself is packed to nothing
        pages = [simple(f"{OWL} {noise.randbytes(200).hex()}") for _ in range(90)]
        data = gzip.compress(made.warc(*pages))
        data = data[: len(data) // 2]

        texts = read_texts(data)

        assert 30 < len(texts) < 60
        assert all(text.startswith(OWL) for text in texts)
        assert "could not be read" in list_pages(Document(data)).note

    @pytest.mark.parametrize("data", [b"WARC/1.0\r\n" + b"x" * 200_000, b"WARC/", b"WARC/1.1\r\n"])
    def test_what_only_begins_like_one_has_no_pages(self, data: bytes) -> None:
        for one in (data, gzip.compress(data)):
            with pytest.raises(ReadError, match="has no web pages in it that can be read"):
                list_pages(Document(one))

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"An owl", "is damaged or not a WARC file"),
            (made.archive({"a": b"b"}), "has no web archive in it"),
        ],
    )
    def test_something_else_is_refused(self, data: bytes, why: str) -> None:
        with pytest.raises(ReadError, match=why):
            list_pages(Document(data))


def test_what_is_missing_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)

    with pytest.raises(ReadError, match=r'pip install "copydesk\[warc\]"'):
        WARC.read(Document(made.warc(simple(OWL))))


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("owls.warc", "plain"),
        ("owls.warc.gz", "packed"),
        ("Owls.WARC.GZ", "packed as a whole"),
        ("owls.wacz", "WACZ"),
        ("owls.gz", "packed"),
        ("owls", "WACZ"),
    ],
)
def test_an_archive_is_listed_and_read_from_its_file(
    folder: Path, name: str, container: str
) -> None:
    path = str(folder / name)
    Path(path).write_bytes(CONTAINERS[container](simple(OWL), simple(MILL, "mill", "Mill")))

    with Reader() as reader:
        (reading,) = reader.read(path)
        listing = reading.listing
        assert isinstance(listing, Listing)
        (chosen,) = choose_from(path, listing, listing.entries[1:])
        articles: Sequence[object] = [one.article for one in reader.read(chosen)]

    (article,) = articles
    assert getattr(article, "text", "") == MILL
    assert getattr(article, "captured", "") == "2026-04-09T10:15:00Z"
