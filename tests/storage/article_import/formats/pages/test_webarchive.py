from __future__ import annotations

import plistlib

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.pages.webarchive import WEBARCHIVE, read_webarchive
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL

URL = "https://gazette.example/owl"


@pytest.mark.parametrize("is_binary", [True, False])
def test_the_page_is_read_with_its_address(is_binary: bool) -> None:
    data = made.webarchive(made.page(), is_binary=is_binary)

    assert guess_by_look(data) is WEBARCHIVE
    found = read_webarchive(data)
    assert OWL in found.text
    assert (found.title, found.author, found.url) == (made.HEADLINE, "Nell Harker", URL)


def test_a_page_without_text_has_that_of_its_frame() -> None:
    frame = f"<p>{MILL}</p>".encode()

    assert read_webarchive(made.webarchive(b"<html></html>", frames=[b"", frame])).text == MILL


@pytest.mark.parametrize("address", ["file:///Users/nell/owl.html", "about:blank", ""])
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    data = made.webarchive(made.page("<title>Owl</title>"), address)

    assert read_webarchive(data).url == ""


def test_what_is_no_page_is_refused_by_name() -> None:
    with pytest.raises(ReadError, match="has no page in it but application/pdf"):
        read_webarchive(made.webarchive(made.pdf([OWL]), kind="application/pdf"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"bplist00", "is damaged or not a web archive"),
        (b"<plist>WebMainResource", "is damaged or not a web archive"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}), "has no text"),
        (plistlib.dumps({"WebMainResource": []}), "has no text"),
        (plistlib.dumps(["owl"]), "has no text"),
        (made.webarchive(b""), "has no text"),
    ],
)
def test_what_is_damaged_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        read_webarchive(data)
