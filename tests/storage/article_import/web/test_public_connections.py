from __future__ import annotations

import socket
from typing import Any

import pytest

from storage.article_import.web.fetch import fetch
from storage.article_import.web.public_connections import is_link_local, is_public
from storage.errors import ReadError
from tests.storage.article_import.serving import PAGE, Site, as_public, redirecting


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
            *("64:ff9b:1::808:808", "::ffff:0:10.0.0.1", "2606:4700::5efe:10.0.0.1"),
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


class TestLinkLocalAddresses:
    """They are never asked, whoever names them."""

    @pytest.mark.parametrize(
        "address",
        [
            *("169.254.169.254", "169.254.0.0", "169.254.255.255", "fe80::1", "febf::1"),
            *("fe80::1%eth0", "fe80::1%25eth0", "fe80::%1", "::ffff:169.254.169.254"),
            *("::ffff:a9fe:a9fe%lo", "::169.254.169.254", "64:ff9b::a9fe:a9fe"),
            *("64:ff9b:1::a9fe:a9fe", "64:ff9b:1:a9fe:a9:fe00::", "2002:a9fe:a9fe::1"),
            *("::ffff:0:169.254.169.254", "2606:4700::5efe:169.254.1.1"),
            *("fd00:ec2::254", "100.100.100.200", "::ffff:100.100.100.200"),
        ],
    )
    def test_they_are_told_from_others(self, address: str) -> None:
        assert is_link_local(address)
        assert not is_public(address)

    @pytest.mark.parametrize(
        "address",
        [
            *("127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fd00::1", "169.253.1.1"),
            *("169.255.0.1", "8.8.8.8", "64:ff9b::808:808", "2002:808:808::", "fec0::1"),
            *("owl", "fe80.example", ""),
        ],
    )
    def test_others(self, address: str) -> None:
        assert not is_link_local(address)

    @pytest.mark.parametrize("allow_local", [False, True])
    @pytest.mark.parametrize(
        "host",
        [
            *("169.254.169.254", "[fe80::1]", "[fe80::1%25eth0]", "[fe80::1%eth0]"),
            *("[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]"),
            *("2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518"),
        ],
    )
    def test_they_are_never_asked_however_they_are_written(
        self, monkeypatch: pytest.MonkeyPatch, host: str, allow_local: bool
    ) -> None:
        asked = connecting(monkeypatch)

        with pytest.raises(ReadError, match="is never fetched"):
            fetch(f"http://{host}/latest/meta-data/", allow_local=allow_local)
        assert asked == []

    def test_nor_is_a_name_that_means_one_among_others(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        resolving(monkeypatch, "127.0.0.1", "169.254.169.254")
        asked = connecting(monkeypatch)

        with pytest.raises(ReadError, match="is never fetched"):
            fetch("http://gazette.example/", allow_local=True)
        assert asked == []

    def test_nor_is_one_that_a_typed_address_leads_to(self, site: Site) -> None:
        site.put("/", redirecting("http://169.254.169.254/latest"))

        with pytest.raises(ReadError) as refused:
            fetch(f"{site.address}/", allow_local=True)
        assert str(refused.value).startswith(
            f"{site.address}/ redirects to http://169.254.169.254/latest, which is never fetched: "
        )


def connecting(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Let no connection be made; returns the list of the places that are asked for."""
    asked: list[object] = []

    def connect(_: socket.socket, place: object) -> None:
        asked.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    return asked


def resolving(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Let every name mean these addresses; returns the list of names that are asked for."""
    asked = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        family = socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked
