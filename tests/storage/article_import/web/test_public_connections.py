from __future__ import annotations

import socket
from typing import Any

import pytest

from storage.article_import.web.fetch import fetch
from storage.article_import.web.public_connections import is_public
from storage.errors import ReadError
from tests.storage.article_import.serving import PAGE, Site, as_public


class TestPrivateAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            *(
                "127.0.0.1",
                "127.8.9.10",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
            ),
            *("100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
            *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "ff0e::1"),
            *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1"),
            *("2002:7f00:1::", "2001:db8::1", "owl", ""),
        ],
    )
    def test_they_are_told_from(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize(
        "address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
    )
    def test_public_ones(self, address: str) -> None:
        assert is_public(address)

    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"]
    )
    def test_they_are_not_asked_however_they_are_written(self, site: Site, host: str) -> None:
        port = site.address.rpartition(":")[2]

        with pytest.raises(ReadError, match="private network"):
            fetch(f"http://{host}:{port}/owl")
        assert site.asked == []

    def test_a_name_with_one_private_address_among_others_is_refused(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        resolving(monkeypatch, "8.8.8.8", "127.0.0.1")

        with pytest.raises(ReadError, match="private network"):
            fetch(f"http://gazette.example:{site.address.rpartition(':')[2]}/")
        assert site.asked == []

    def test_the_address_that_was_checked_is_the_one_that_is_asked(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = resolving(monkeypatch, "127.0.0.1")
        as_public(monkeypatch, "127.0.0.1")
        site.put("/owl", PAGE)

        came = fetch(f"http://gazette.example:{site.address.rpartition(':')[2]}/owl")

        assert came.data == PAGE
        assert asked == ["gazette.example"]  # a second answer could be another
        assert site.heads[0]["Host"].startswith("gazette.example:")


def resolving(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Let every name mean these addresses; returns the list of names that are asked for."""
    asked = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        family = socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked
