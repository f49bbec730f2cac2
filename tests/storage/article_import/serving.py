"""A web server on this machine that does what a test wants it to."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from storage.article_import.web.public_connections import is_public
from tests.storage.article_import import made

Handler = http.server.BaseHTTPRequestHandler
Answer = bytes | Callable[[Handler], None]

PAGE = made.page()


class Site:
    """What a server answers, by path."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.find: Callable[[str], Answer | None] = self.answers.get
        """What answers a path with its query."""
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self.over = threading.Event()
        """Set when the test is over, so that slow answers end."""

    def put(self, path: str, answer: Answer) -> str:
        """Answer with these bytes as a page, or by this function; returns the address."""
        self.answers[path] = answer
        return self.address + path


@contextmanager
def serving() -> Iterator[Site]:
    """Run a server for a block."""

    class Answering(Handler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802 (its name is the library's)
            site.asked.append(self.path)
            site.heads.append(dict(self.headers))
            answer = site.find(self.path)
            if answer is None:
                respond(self, b"Not here.", status=404)
            elif isinstance(answer, bytes):
                respond(self, answer)
            else:
                answer(self)

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except OSError:
                self.close_connection = True  # the client has gone

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = False
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def respond(
    handler: Handler,
    body: bytes,
    content_type: str = "text/html; charset=utf-8",
    status: int = 200,
    **heads: str,
) -> None:
    """Answer a request whole, and close the connection."""
    handler.send_response(status)
    if content_type:
        handler.send_header("Content-Type", content_type)
    given = {name.replace("_", "-"): value for name, value in heads.items()}
    for name, value in ({"Content-Length": str(len(body)), "Connection": "close"} | given).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)
    handler.close_connection = True


def answering(
    body: bytes, content_type: str = "text/html", status: int = 200, **heads: str
) -> Answer:
    """Return a function that answers so."""
    return lambda handler: respond(handler, body, content_type, status, **heads)


def redirecting(place: str, status: int = 302) -> Answer:
    """Return a function that answers with another address."""
    return answering(b"", "", status, Location=place)


def as_public(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Let one address of this machine count as one of the internet."""
    monkeypatch.setattr(
        "storage.article_import.web.public_connections.is_public",
        lambda ip: ip == address or is_public(ip),
    )
