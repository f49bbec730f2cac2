from __future__ import annotations

import pytest

from tui.serve.access import Access

TOKEN = "an owl at night"


@pytest.mark.parametrize(
    ("host", "alone", "with_token"),
    [
        ("127.0.0.1:8000", True, True),
        ("localhost:8000", True, True),
        ("LOCALHOST", True, True),
        ("[::1]:8000", True, True),
        ("192.168.1.7:8000", False, True),
        ("[fe80::1]", False, True),
        ("desk.example", False, True),
        ("desk.example.:443", False, True),
        ("evil.example:8000", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("localhost.evil.example", False, False),
        ("evil.example@127.0.0.1", False, False),
        ("127.0.0.1:port", False, False),
        ("127.0.0.1/x", False, False),
        ("[::1", False, False),
        ("", False, False),
    ],
)
def test_it_is_asked_by_addresses_and_known_names_alone(
    host: str, alone: bool, with_token: bool
) -> None:
    assert Access("").is_host(host) is alone
    assert Access(TOKEN, ["desk.example"]).is_host(host) is with_token


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://desk.example:8000", True),
        ("https://desk.example:8000", True),
        ("http://desk.example", False),
        ("http://desk.example:8001", False),
        ("http://evil.example", False),
        ("file://desk.example:8000", False),
        ("http://[", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_its_own_pages_act(origin: str, is_ours: bool) -> None:
    assert Access("").is_origin(origin, "desk.example:8000") is is_ours


@pytest.mark.parametrize("site", ["cross-site", "same-site", "whatever"])
def test_pages_of_others_may_lead_to_the_page_and_ask_for_nothing(site: str) -> None:
    access = Access("")

    assert access.is_from_here(site, "navigate", "/")
    assert not access.is_from_here(site, "cors", "/")
    assert not access.is_from_here(site, "navigate", "/download/x")
    assert access.is_from_here("same-origin", "cors", "/download/x")
    assert access.is_from_here(None, None, "/download/x")


def test_a_token_is_asked_for_where_there_is_one() -> None:
    access = Access(TOKEN)

    assert access.is_token(TOKEN)
    assert not any(map(access.is_token, ("", TOKEN[:-1], f"{TOKEN} ", "\udcff")))
    assert access.is_cookie(access.cookie)
    assert not access.is_cookie("")
    assert not access.is_cookie("\udcff")
    assert not access.is_cookie(Access(TOKEN).cookie)
    assert Access("").is_cookie("")
