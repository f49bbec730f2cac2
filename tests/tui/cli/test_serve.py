from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

import pytest

from tests.tui.cli.calling import Copydesk

TOKEN = "an owl at night"


@pytest.fixture
def taken() -> Iterator[str]:
    """Give the number of a port that is in use."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield str(listening.getsockname()[1])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "Others would reach it at 0.0.0.0; give a --token too."),
        (["--name", "desk.example"], "A --name is for others; give a --token too."),
        (["--token", "owl"], "The token is too short; take 8 characters or more."),
        (["--port", "70000"], "argument --port: must be a number from 0 to 65535"),
        (["--host", ""], "--host must not be empty."),
    ],
)
def test_a_call_that_would_let_strangers_in_is_wrong(
    copydesk: Copydesk, arguments: list[str], told: str
) -> None:
    answer = copydesk("serve", "--port", "0", *arguments)

    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


def test_what_keeps_it_from_listening_is_told(copydesk: Copydesk, taken: str) -> None:
    answer = copydesk("serve", "--port", taken)
    assert answer.status == 1
    assert answer.err == f"copydesk: Port {taken} is in use; choose another with --port.\n"

    for host in ("192.0.2.1", "no host"):
        answer = copydesk("serve", "--port", "0", "--host", host, "--token", TOKEN)
        assert answer.status == 1
        assert answer.err == f"copydesk: {host} is no address of this machine; try 0.0.0.0.\n"


def test_a_missing_extra_is_named(copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    for name in [one for one in sys.modules if one.startswith("tui.serve.")]:
        monkeypatch.delitem(sys.modules, name)

    answer = copydesk("serve")

    assert answer.status == 1
    assert 'uv tool install ".[serve]"' in answer.err
