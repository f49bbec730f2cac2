from __future__ import annotations

import plistlib
from typing import Any

import pytest

from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.listings.address_lists import (
    ADDRESSES,
    read_addresses,
    read_link,
    read_mac_link,
)
from storage.errors import ReadError

OWL = "https://gazette.example/owl"
MILL = "http://herald.example/mill?id=3"


def list_links(data: bytes) -> list[str]:
    listing = read_addresses(data)
    assert listing.is_whole
    return [entry.link for entry in listing.entries]


@pytest.mark.parametrize(
    "text",
    [
        f"{OWL}\n{MILL}",
        f"\ufeff# to read\r\n\r\n{OWL}\r\n  {MILL}  \r\n{OWL}",
        f"- {OWL}\n* {MILL}",
        f"1. {OWL}\n2) {MILL}\n",
        f"<{OWL}>\n; later\n<{MILL}>",
        f"{OWL} | Owl moves in\n{MILL} | Mill opens\n",
        f"- [Owl moves in]({OWL})\n- [Mill opens](<{MILL}>)\n",
        f"Owl moves in\n{OWL}\n\nMill opens\n{MILL}\n",
    ],
)
def test_a_list_is_known_by_its_look_and_read(text: str) -> None:
    data = text.encode()

    assert guess_by_look(data) is ADDRESSES
    assert list_links(data) == [OWL, MILL]


def test_a_long_list_is_known_by_its_beginning() -> None:
    addresses = [f"{OWL}/{number}" for number in range(400)]

    assert guess_by_look("\n".join(addresses).encode()) is ADDRESSES
    assert list_links("\n".join(addresses).encode()) == addresses


@pytest.mark.parametrize(
    "text",
    [
        f"See {OWL}",
        f"{OWL} and more",
        f"{OWL}\nAn owl has moved in.",
        f"Owl moves in\n{OWL}",
        f"Owl moves in\n{OWL}\n\nAn owl has moved in.",
        f"Owl moves in\n{OWL}\n\nAn owl has moved in.\nIt hoots.",
        "# a heading\n\n",
        "ftp://gazette.example/owl",
        "https://",
        "/etc/passwd",
        "",
    ],
)
def test_a_text_that_names_an_address_is_none(text: str) -> None:
    assert guess_by_look(text.encode()) is not ADDRESSES


def test_a_line_beyond_the_look_that_is_none_is_named() -> None:
    text = f"{OWL}\n" * 400 + "An owl has moved in."

    with pytest.raises(ReadError, match="line 401 is none; take it out"):
        read_addresses(text.encode())


def test_more_than_can_be_asked_for_are_refused() -> None:
    text = "\n".join(f"{OWL}/{number}" for number in range(5001))

    with pytest.raises(ReadError, match="lists more than 5,000 addresses; split it"):
        read_addresses(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        f"[InternetShortcut]\r\nURL={OWL}\r\nIconIndex=0\r\n",
        f"[{{000214A0-0000-0000-C000-000000000046}}]\nProp3=19,11\n[InternetShortcut]\nURL={OWL}",
        f"[Desktop Entry]\nType=Link\nName=Owl\nURL={OWL}\nIcon=text-html\n",
    ],
)
def test_a_link_leads_to_its_address(text: str) -> None:
    listing = read_link(text.encode())

    assert ([entry.link for entry in listing.entries], listing.is_whole) == ([OWL], True)


@pytest.mark.parametrize(
    "form", [plistlib.FMT_XML, plistlib.FMT_BINARY], ids=["as XML", "as binary"]
)
def test_so_does_one_of_macos(form: plistlib.PlistFormat) -> None:
    listing = read_mac_link(plistlib.dumps({"URL": OWL}, fmt=form))

    assert ([entry.link for entry in listing.entries], listing.is_whole) == ([OWL], True)


@pytest.mark.parametrize("data", [b"", b"[Desktop Entry]\nType=Application\nExec=owl", b"owl"])
def test_what_leads_nowhere_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_link(data)
    with pytest.raises(ReadError):
        read_mac_link(data)


@pytest.mark.parametrize("held", [{"Name": "Owl"}, ["owl"], {"URL": 3}])
def test_a_property_list_without_an_address_is_refused(held: Any) -> None:
    with pytest.raises(ReadError, match="has no web address"):
        read_mac_link(plistlib.dumps(held))
