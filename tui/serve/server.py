"""The server: the page, what is typed and drawn, uploads and downloads."""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import jinja2
import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from storage.errors import CopydeskError
from storage.wording.coder_names import check_coder_name
from tui.serve.access import Access
from tui.serve.reader_process import ReaderProcess, clamp_size
from tui.serve.uploads import Uploads

MOST_READERS = 16
"""Readers at once; each is a process of 80 MB with the sample story open."""
_MOST_PAGES = 256
"""Pages that were asked for, and whose reader has not begun."""
_AFTER_WRONG_TOKEN = 1.0
"""Seconds that each wrong token costs whoever tries them, one after the other."""
_MOST_GUESSES = 20
"""Wrong tokens that wait for that at once."""
_HEARTBEAT = 15.0
"""Seconds after which a reader who does not answer is gone."""
_LARGEST_MESSAGE = 8 * 2**20
"""Bytes of what is typed or pasted at once."""

_HERE = Path(__file__).parent
_TERMINAL = Path(textual_serve.__file__).parent / "static"
_FILES = {
    "page.js": _HERE / "page.js",
    "page.css": _HERE / "page.css",
    "textual.js": _TERMINAL / "js" / "textual.js",
    "xterm.css": _TERMINAL / "css" / "xterm.css",
    "mono.ttf": _TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "mono-italic.ttf": _TERMINAL / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
"""All files that are served, by name."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Serves the app; each page that is opened gets a process of its own."""

    def __init__(self, access: Access, arguments: Sequence[str], folder: Path, cookie: str) -> None:
        """Make one that runs `copydesk` with these arguments, with uploads in `folder`.

        `cookie` is what its cookie is called: browsers keep those of all ports together.
        """
        self._access = access
        self._arguments = arguments
        self._folder = folder
        self._cookie = cookie
        self._downloads = DownloadManager()
        self._offered: OrderedDict[str, str] = OrderedDict()
        """By the key of each page whose reader has not begun: the coder that it named."""
        self._readers: dict[str, ReaderProcess] = {}
        self._wrong = asyncio.Lock()
        self._guesses = 0
        """How many wrong tokens wait for their answer."""
        self._pages = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE), autoescape=True)

    def make_app(self) -> web.Application:
        """Return what aiohttp runs."""
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get("/", self._show_page),
                web.post("/token", self._take_token),
                web.get("/ws/{key}", self._read),
                web.post("/upload/{key}", self._take_upload),
                web.get("/download/{key}", self._give_download),
                web.get("/static/{name}", self._give_file),
            ]
        )
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._end_readers)
        return app

    # Who may ask

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Pass on what comes from a page of ours, or opens one, by somebody who may."""
        access, headers = self._access, request.headers
        if not access.is_host(request.host):
            raise web.HTTPMisdirectedRequest(text="Copydesk is not served under this name.\n")
        site, mode = headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode")
        if not access.is_from_here(site, mode, request.path):
            raise web.HTTPForbidden(text="Only Copydesk's own page may ask for this.\n")
        acts = request.method not in ("GET", "HEAD") or request.path.startswith("/ws/")
        if acts and not access.is_origin(headers.get("Origin", ""), request.host):
            raise web.HTTPForbidden(text="Only Copydesk's own page may do this.\n")
        is_known = access.is_cookie(request.cookies.get(self._cookie, ""))
        if not is_known and request.path not in ("/", "/token"):
            raise web.HTTPUnauthorized(text="Open the page and give its token first.\n")
        return await handler(request)

    async def _take_token(self, request: web.Request) -> web.StreamResponse:
        """Let a browser in that gives the token in the form."""
        given = (await request.post()).get("token", "")
        return await self._let_in(given if isinstance(given, str) else "", request)

    async def _let_in(self, given: str, request: web.Request) -> web.StreamResponse:
        if not self._access.is_token(given.strip()):
            if self._guesses >= _MOST_GUESSES:
                raise web.HTTPTooManyRequests(text="Too many wrong tokens; wait a minute.\n")
            self._guesses += 1
            try:
                async with self._wrong:
                    await asyncio.sleep(_AFTER_WRONG_TOKEN)
            finally:
                self._guesses -= 1
            return self._ask_for_token("That is not the token.")
        # By another address, so that the token stays in no history.
        response = web.Response(status=303, headers={"Location": "/"})
        is_secure = request.headers.get("X-Forwarded-Proto") == "https"
        response.set_cookie(
            self._cookie, self._access.cookie, httponly=True, samesite="Lax", secure=is_secure
        )
        return response

    def _ask_for_token(self, told: str = "") -> web.Response:
        return self._render("token.html", 401, told=told)

    # The page

    async def _show_page(self, request: web.Request) -> web.StreamResponse:
        if not self._access.is_cookie(request.cookies.get(self._cookie, "")):
            given = request.query.get("token")
            return self._ask_for_token() if given is None else await self._let_in(given, request)
        if len(self._readers) >= MOST_READERS:
            return web.Response(status=503, text=f"{MOST_READERS} readers are here already.\n")
        coder = request.query.get("coder", "")
        try:
            coder = check_coder_name(coder) if coder else ""
        except CopydeskError as error:
            return web.Response(status=400, text=f"{error}\n")
        key = secrets.token_urlsafe(24)
        self._offered[key] = coder
        if len(self._offered) > _MOST_PAGES:
            self._offered.popitem(last=False)
        return self._render("page.html", key=key, coder=coder)

    def _render(self, name: str, status: int = 200, **values: str) -> web.Response:
        page = self._pages.get_template(name).render(values)
        return web.Response(text=page, content_type="text/html", status=status)

    async def _give_file(self, request: web.Request) -> web.StreamResponse:
        path = _FILES.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    # Reading

    async def _read(self, request: web.Request) -> web.StreamResponse:
        """Run the app for a page until either is gone."""
        key = request.match_info["key"]
        coder = self._offered.pop(key, None)
        if coder is None or len(self._readers) >= MOST_READERS:
            raise web.HTTPNotFound
        websocket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=_LARGEST_MESSAGE)
        named = [f"--coder={coder}"] if coder else []
        with TemporaryDirectory(dir=self._folder, ignore_cleanup_errors=True) as folder:
            reader = self._readers[key] = ReaderProcess(
                [*self._arguments, *named],
                Uploads(Path(folder)),
                websocket,
                self._downloads,
                partial(_hang_up, request.transport),
            )
            try:
                await websocket.prepare(request)
                await reader.start(*_read_size(request))
                async for message in websocket:
                    if message.type is WSMsgType.TEXT:
                        answer = await reader.hear(parse_message(message.data))
                        if answer is not None:
                            await websocket.send_str(answer)
            except ConnectionError:
                pass  # gone in the middle of a word
            finally:
                await reader.stop()
                del self._readers[key]
        return websocket

    async def _end_readers(self, _app: web.Application) -> None:
        await asyncio.gather(*(reader.stop() for reader in list(self._readers.values())))

    # Files

    async def _take_upload(self, request: web.Request) -> web.StreamResponse:
        """Keep a file for the reader of a page, and tell the app of it."""
        reader = self._readers.get(request.match_info["key"])
        if reader is None:
            raise web.HTTPNotFound(text="This page is no longer read; reload it.\n")
        try:
            pieces = request.content.iter_chunked(2**16)
            name = await reader.uploads.keep(request.query.get("name", ""), pieces)
        except (CopydeskError, OSError) as error:
            # The rest of it is not waited for.
            told = str(error) if isinstance(error, CopydeskError) else "There is no room for it."
            return web.Response(status=413, text=told, headers={"Connection": "close"})
        await reader.tell_uploaded(name)
        return web.Response(text=name)

    async def _give_download(self, request: web.Request) -> web.StreamResponse:
        """Give what the app of some reader has made, once."""
        key = request.match_info["key"]
        try:
            about = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="This download is over; export again.\n") from None
        response = web.StreamResponse()
        response.headers["Content-Type"] = "application/octet-stream"
        name = quote(about.file_name, safe="")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response


def _hang_up(transport: asyncio.Transport | None) -> None:
    if transport is not None:  # else it is gone already
        transport.abort()


def parse_message(message: str) -> object:
    """Return what a message says; None where it says nothing."""
    try:
        return json.loads(message)
    except (ValueError, RecursionError):
        return None


def _read_size(request: web.Request) -> tuple[int, int]:
    """Return the size of the screen that a page told."""
    told = [request.query.get(name, "") for name in ("width", "height")]
    width, height = (int(one) if re.fullmatch(r"[0-9]{1,4}", one) else 0 for one in told)
    return clamp_size(width or 80, height or 24)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Let a page of ours ask nobody but this server, and no page of others show it."""
    response.headers["Server"] = "copydesk"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        f" font-src 'self'; connect-src 'self' ws://{request.host} wss://{request.host};"
        " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
