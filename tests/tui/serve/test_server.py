from __future__ import annotations

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from aiohttp import ClientSession, CookieJar
from aiohttp.http_exceptions import BadStatusLine
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request, WebSocketResponse
from textual_serve.download_manager import DownloadManager

from tui.cli.serve import FaultLog
from tui.serve import reader_process
from tui.serve import server as module
from tui.serve.access import Access
from tui.serve.reader_process import ReaderProcess, clamp_size
from tui.serve.server import Server, parse_message
from tui.serve.uploads import Uploads

TOKEN = "an owl at night"
Client = TestClient[Request, Application]


@asynccontextmanager
async def asking(folder: Path, token: str = "") -> AsyncIterator[Client]:
    server = Server(Access(token), ["--no-such-option"], folder, "copydesk-1")
    jar = CookieJar(unsafe=True)
    async with TestClient(TestServer(server.make_app()), cookie_jar=jar) as client:
        yield client


async def statuses(client: Client, **headers: str) -> dict[str, int]:
    """Return what each address answers."""
    own = {"Origin": str(client.make_url("")).rstrip("/"), **headers}
    paths = ("/", "/static/page.js", "/static/textual.js", "/download/x", "/ws/x")
    answers = {path: (await client.get(path, headers=own)).status for path in paths}
    answers["/upload/x"] = (await client.post("/upload/x?name=a", data=b"x", headers=own)).status
    return answers


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            {},
            {"/": 200, "/static/page.js": 200, "/download/x": 404, "/ws/x": 404, "/upload/x": 404},
        ),
        ({"Host": "evil.example"}, {"/": 421, "/static/page.js": 421, "/ws/x": 421}),
        ({"Origin": "http://evil.example"}, {"/ws/x": 403, "/upload/x": 403}),
        ({"Origin": "null"}, {"/ws/x": 403, "/upload/x": 403}),
        ({"Sec-Fetch-Site": "cross-site"}, {"/": 403, "/static/page.js": 403, "/download/x": 403}),
        ({"Sec-Fetch-Site": "same-site"}, {"/static/textual.js": 403, "/upload/x": 403}),
    ],
)
async def test_another_site_gets_nothing(
    tmp_path: Path, headers: dict[str, str], expected: dict[str, int]
) -> None:
    async with asking(tmp_path) as client:
        assert (await statuses(client, **headers)).items() >= expected.items()


async def test_nothing_is_given_before_the_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AFTER_WRONG_TOKEN", 0.01)
    async with asking(tmp_path, TOKEN) as client:
        assert set((await statuses(client)).values()) == {401}
        own = {"Origin": str(client.make_url("")).rstrip("/")}
        for wrong in ("", "wrong", TOKEN[:-1]):
            told = await client.post("/token", data={"token": wrong}, headers=own)
            assert (told.status, "That is not the token." in await told.text()) == (401, True)
        assert (await client.get("/", params={"token": "<b>"})).status == 401
        assert (await client.post("/token", data={"token": TOKEN})).status == 403

        page = await client.post("/token", data={"token": TOKEN}, headers=own)
        assert (page.status, page.url.path, page.url.query_string) == (200, "/", "")
        assert (await client.get("/static/page.js")).status == 200
        [cookie] = client.session.cookie_jar
        assert TOKEN not in cookie.value
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        async with ClientSession() as stranger:
            assert (await stranger.get(client.make_url("/ws/x"), headers=own)).status == 401


@pytest.mark.parametrize(
    "path",
    ["/static/", "/static/server.py", "/static/..%2fserver.py", "/static/%2e%2e/access.py", "/etc"],
)
async def test_no_other_file_is_served(tmp_path: Path, path: str) -> None:
    async with asking(tmp_path) as client:
        assert (await client.get(path)).status == 404


async def test_a_page_is_nobodys_but_its_own(tmp_path: Path) -> None:
    async with asking(tmp_path) as client:
        page = await client.get("/", params={"coder": "Ana <b>"})
        text = await page.text()
        assert "Ana &lt;b&gt;" in text or page.status == 400
        policy = page.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self';" in policy
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert "https://" not in text


async def test_where_the_app_does_not_start_the_reader_is_told_and_the_page_is_over(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "uploads"
    folder.mkdir()
    async with asking(folder) as client:
        text = await (await client.get("/")).text()
        key = text.partition('data-key="')[2].partition('"')[0]
        origin = str(client.make_url("")).rstrip("/")
        async with client.ws_connect(f"/ws/{key}?width=80&height=x", origin=origin) as line:
            await line.send_str("no JSON")
            await line.send_json(["resize", {"width": "1"}])
            await line.send_json(["ping", "now"])
            answers = [message.data async for message in line]
        assert answers == ['["pong", "now"]']
        again = await client.get(f"/ws/{key}", headers={"Origin": origin})
        assert again.status == 404
        await asyncio.sleep(0)
    assert "--no-such-option" in capfd.readouterr().out
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("message", ["", "no JSON", "[" * 9999, "9" * 9999])
def test_what_makes_no_sense_says_nothing(message: str) -> None:
    assert parse_message(message) is None


@pytest.mark.parametrize(("error", "is_told"), [(BadStatusLine("\x16"), False), (KeyError(), True)])
def test_a_request_that_makes_no_sense_is_no_fault(
    error: Exception, is_told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    raised = (type(error), error, None)
    FaultLog().emit(logging.LogRecord("aiohttp", logging.ERROR, "", 0, "", None, raised))
    assert ("internal error" in capsys.readouterr().err) is is_told


def test_a_screen_is_never_larger_than_can_be_drawn() -> None:
    assert clamp_size(10**9, -5) == (1000, 1)


class _TakesNothing:
    """The line to a browser that reads nothing of what it is sent."""

    def __init__(self) -> None:
        self.is_broken = asyncio.Event()

    async def send_bytes(self, _data: bytes) -> None:
        await self.is_broken.wait()
        raise ConnectionResetError

    send_str = send_bytes

    async def close(self) -> None:
        pass


class _DrawingReader(ReaderProcess):
    """One whose app draws once, and ends when it is told anything."""

    async def _open_app_process(self, *_size: int, **_sizes: int) -> Process:
        drawing = (
            "import sys; sys.stdout.write('__GANGLION__\\nD\\0\\0\\0\\1x'); sys.stdout.flush();"
            " sys.stdin.read(1)"
        )
        self._process = process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", drawing), stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        self._stdin = process.stdin
        return process


async def test_a_browser_that_takes_nothing_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_process, "_SECONDS_TO_DRAW", 0.01)
    line = _TakesNothing()
    websocket = cast(WebSocketResponse, line)
    uploads, hang_up = Uploads(tmp_path), line.is_broken.set
    reader = _DrawingReader([], uploads, websocket, DownloadManager(), hang_up)
    await reader.start(80, 24)
    await asyncio.wait_for(reader.stop(), 30)
    assert line.is_broken.is_set()
