from __future__ import annotations

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.pages.mhtml import MHTML, read_mhtml
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL

URL = "https://gazette.example/owl"
FRAME = b"Content-Type: text/html\r\n\r\n<html><p>" + MILL.encode() + b"</p></html>"
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="


def test_the_page_is_read_as_what_it_says_of_itself() -> None:
    found = read_mhtml(made.mhtml(made.page(), more=[PICTURE, FRAME]))

    assert OWL in found.text
    assert MILL in found.text
    assert (found.title, found.outlet, found.author, found.published) == (
        made.HEADLINE,
        "The Belfry Gazette",
        "Nell Harker",
        "2026-03-05T09:30:00Z",
    )
    assert (found.url, found.captured) == (URL, "2026-04-09T10:15:00Z")


def test_a_page_without_a_title_has_that_of_its_copy() -> None:
    assert read_mhtml(made.mhtml(f"<p>{OWL}</p>".encode())).title == "Owl moves in"


@pytest.mark.parametrize(
    "headers",
    [
        (
            "From: <Saved by Windows Internet Explorer 11>\r\nSubject: Owl\r\n"
            "Date: Thu, 9 Apr 2026 12:15:00 +0200\r\n"
        ),
        (
            'From: "Saved by Mozilla 5.0 (Windows)" <Saved by Mozilla>\r\nSubject: Owl\r\n'
            "Date: Thu, 09 Apr 2026 10:15:00 GMT\r\n"
        ),
        "X-MAF-Information: Produced By MAF V5\r\nDate: Thu, 9 Apr 2026 10:15:00 +0000\r\n",
    ],
    ids=["Internet Explorer", "UnMHT", "Mozilla Archive Format"],
)
def test_other_programs_write_the_address_at_the_page(headers: str) -> None:
    data = made.mhtml(made.page("<title>Owl</title>"), headers=headers)

    assert guess_by_look(data) is MHTML
    found = read_mhtml(data)
    assert (found.url, found.captured) == (URL, "2026-04-09T10:15:00Z")


def test_a_page_that_is_the_only_part_is_read() -> None:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nContent-Type: text/html\r\n"
    )
    found = read_mhtml(head.encode() + b"\r\n" + made.page())

    assert OWL in found.text
    assert found.url == URL


def test_the_saved_page_counts_and_no_frame_before_it() -> None:
    address = f"Content-Location: {URL}\r\nContent-Type: text/html\r\n\r\n".encode()
    data = made.mhtml(FRAME, address="https://ads.example/").replace(
        b"Snapshot-Content-Location: https://ads.example/",
        f"Snapshot-Content-Location: {URL}".encode(),
    )
    data = data.replace(b"--x--", b"--x\r\n" + address + made.page() + b"\r\n--x--")

    assert OWL in read_mhtml(data).text


def test_a_set_of_frames_has_the_text_of_its_frame() -> None:
    data = made.mhtml(b"<html><frameset><frame src=a></frameset></html>", more=[FRAME])

    assert read_mhtml(data).text == MILL


def test_a_page_of_a_file_has_no_address() -> None:
    assert (
        read_mhtml(made.mhtml(made.page("<title>Owl</title>"), address="file:///C:/owl")).url == ""
    )


@pytest.mark.parametrize("date", ["", "lately", "Thu, 99 Apr 2026 10:15:00 GMT"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    data = made.mhtml(made.page(), headers=f"From: <Saved by Blink>\r\nDate: {date}\r\n")

    assert read_mhtml(data).captured == ""


@pytest.mark.parametrize(
    "data", [b"", b"From: <Saved by Blink>\r\n\r\n", made.mhtml(b"", "image/png")]
)
def test_without_a_page_there_is_nothing_to_read(data: bytes) -> None:
    with pytest.raises(ReadError, match="has no page in it"):
        read_mhtml(data)


def test_a_mail_with_a_page_and_pictures_is_no_mhtml() -> None:
    assert guess_by_look(made.mail("x", "multipart/related; boundary=x")).name == "mail"
