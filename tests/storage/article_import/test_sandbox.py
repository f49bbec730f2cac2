from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from storage.article_import import sandbox, sandbox_worker
from storage.article_import.formats.epub import EPUB
from storage.article_import.formats.listings.feeds import FEED, OUTLINES
from storage.article_import.formats.mail.email_message import MAIL
from storage.article_import.formats.pages.html import PAGE
from storage.article_import.formats.pdf import PDF
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import (
    FeedEntry,
    Found,
    LeftOut,
    Listing,
    ParsedArticle,
    from_plain,
    to_plain,
)
from storage.article_import.sandbox import Parser
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.article_import.asking import parse_one
from tests.storage.desk import OWL

pytestmark = pytest.mark.slow

SPOILT = """
import sys
sys.path[:] = sys.argv[2:]
from storage.article_import import parsers, sandbox_worker
def parse(input_format, document):
    {doing}
sandbox_worker.parse = parse
sandbox_worker.serve()
"""


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Parser:
    """Make a parser that does something else instead of parsing."""
    monkeypatch.setattr(sandbox, "_START", SPOILT.format(doing=request.param))
    return Parser()


def test_all_formats_are_read_by_one_process(parser: Parser) -> None:
    found = parse_one(parser, PAGE, Document(made.page(), "", "https://gazette.example/owl"))
    first = pid(parser)

    assert isinstance(found, ParsedArticle)
    assert (found.title, found.url) == (made.HEADLINE, "https://gazette.example/owl")
    assert OWL in getattr(parse_one(parser, PDF, Document(made.pdf([OWL]))), "text", "")
    assert OWL in getattr(parse_one(parser, EPUB, Document(made.epub(f"<p>{OWL}</p>"))), "text", "")
    assert OWL in getattr(parse_one(parser, MAIL, Document(made.mail())), "text", "")
    assert isinstance(parse_one(parser, FEED, Document(made.ATOM)), Listing)
    assert isinstance(parse_one(parser, OUTLINES, Document(made.OPML)), Listing)
    assert pid(parser) == first


def pid(parser: Parser) -> int:
    assert parser._process is not None
    return parser._process.pid


@pytest.mark.parametrize("input_format", [PDF, EPUB, FEED, OUTLINES], ids=lambda one: one.name)
def test_what_is_damaged_is_told_in_a_sentence(parser: Parser, input_format: InputFormat) -> None:
    with pytest.raises(ReadError):
        parse_one(parser, input_format, Document(b"\x00\xff<" * 100))
    assert isinstance(parse_one(parser, PAGE, Document(made.page())), ParsedArticle)


@pytest.mark.parametrize(
    "spoilt",
    ["import time; time.sleep(1000)", "import re; re.match('(a|a)*b', 'a'*99)"],
    indirect=True,
)
def test_one_that_hangs_is_left_out(spoilt: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS_OF_STARTING", 10_000.0)  # which is not waited for too
    with spoilt:
        spoilt._seconds = 3.0
        with pytest.raises(ReadError, match="took longer than 3 seconds to read; it was skipped"):
            parse_one(spoilt, PAGE, Document(b"<p>owl"))
        monkeypatch.undo()
        spoilt._seconds = None
        assert isinstance(parse_one(spoilt, PAGE, Document(made.page())), ParsedArticle)


@pytest.mark.parametrize("start", ["import time; time.sleep(1000)", "raise SystemExit", "print()"])
def test_a_process_that_does_not_start_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(sandbox, "_START", start)
    monkeypatch.setattr(sandbox, "SECONDS_OF_STARTING", 1.0)

    with Parser() as parser, pytest.raises(ReadError, match=r"does not start|crashed its parser"):
        parse_one(parser, PAGE, Document(b"<p>owl"))


@pytest.mark.parametrize(
    "spoilt",
    [
        "import os; os._exit(1)",
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "raise SystemExit",
        "worker.json = None",
        "import ctypes; ctypes.string_at(0)",
    ],
    indirect=True,
)
def test_one_that_ends_the_process_is_left_out(
    spoilt: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with spoilt:
        with pytest.raises(ReadError, match="crashed its parser; it was skipped"):
            parse_one(spoilt, PAGE, Document(b"<p>owl"))
        monkeypatch.undo()
        assert isinstance(parse_one(spoilt, PAGE, Document(made.page())), ParsedArticle)


@pytest.mark.parametrize(
    "spoilt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('gazette.example', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('owl.txt', 'w')",
    ],
    indirect=True,
)
def test_parsers_reach_neither_network_nor_programs_nor_files(
    spoilt: Parser, tmp_path: Path
) -> None:
    with spoilt, pytest.raises(ReadError, match="crashed its parser"):
        parse_one(
            spoilt, PAGE, Document(b"<p>owl")
        )  # the PermissionError is no ReadError, and ends it
    assert list(tmp_path.glob("owl.txt")) == []


SEVERAL = (
    "from storage.article_import.parsed import LeftOut, ParsedArticle;"
    " yield ParsedArticle('An owl.'); yield LeftOut('article 2', 'has no text'); {ending}"
)


class TestSeveral:
    """A document may hold several articles; each is answered when it is found."""

    @pytest.mark.parametrize("spoilt", [SEVERAL.format(ending="pass")], indirect=True)
    def test_they_come_one_after_another(self, spoilt: Parser) -> None:
        with spoilt:
            for _ in range(2):
                found = list(spoilt.parse(PAGE, Document(b"<p>owl")))
                assert found == [ParsedArticle("An owl."), LeftOut("article 2", "has no text")]

    @pytest.mark.parametrize("spoilt", [SEVERAL.format(ending="raise SystemExit")], indirect=True)
    def test_what_came_before_a_crash_is_kept(self, spoilt: Parser) -> None:
        with spoilt:
            coming = spoilt.parse(PAGE, Document(b"<p>owl"))
            assert next(coming) == ParsedArticle("An owl.")
            assert isinstance(next(coming), LeftOut)
            with pytest.raises(ReadError, match="crashed its parser after 2 articles"):
                next(coming)

    @pytest.mark.parametrize("spoilt", [SEVERAL.format(ending="pass")], indirect=True)
    def test_what_is_not_read_to_the_end_is_no_answer_to_the_next(self, spoilt: Parser) -> None:
        with spoilt:
            coming = spoilt.parse(PAGE, Document(b"<p>owl"))
            next(coming)
            coming.close()  # type: ignore[attr-defined]

            assert len(list(spoilt.parse(PAGE, Document(b"<p>owl")))) == 2


def test_windows_which_has_no_such_limits_is_asked_for_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)

    sandbox_worker._limit_memory()
    sandbox_worker._limit_time(1.0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
@pytest.mark.parametrize("spoilt", ["bytearray(8 * 2**30)"], indirect=True)
def test_memory_is_limited(spoilt: Parser) -> None:
    with spoilt, pytest.raises(ReadError, match="crashed its parser"):
        parse_one(spoilt, PAGE, Document(b"<p>owl"))


@pytest.mark.parametrize("spoilt", ["print('owl'); raise SystemExit"], indirect=True)
def test_what_a_parser_prints_is_no_answer(
    spoilt: Parser, capfd: pytest.CaptureFixture[str]
) -> None:
    with spoilt, pytest.raises(ReadError, match="crashed its parser"):
        parse_one(spoilt, PAGE, Document(b"<p>owl"))
    assert capfd.readouterr() == ("", "")


def test_a_process_that_has_gone_meanwhile_is_started_again() -> None:
    with Parser() as parser:
        parse_one(parser, PAGE, Document(made.page()))
        os.kill(pid(parser), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        assert parser._process is not None
        parser._process.wait()

        assert isinstance(parse_one(parser, PAGE, Document(made.page())), ParsedArticle)


def test_the_process_ends_with_its_parser() -> None:
    with Parser() as parser:
        parse_one(parser, PAGE, Document(made.page()))
        process = parser._process
    assert process is not None
    assert process.returncode is not None
    parser.close()  # again does no harm


def test_the_process_ends_with_the_program_that_started_it() -> None:
    script = (
        "import os\nfrom storage.article_import.input_format import Document\n"
        "from storage.article_import.sandbox import Parser\n"
        "from storage.article_import.formats.pages.html import PAGE\n"
        "parser = Parser()\n"
        "list(parser.parse(PAGE, Document(b'<p>' + b'An owl has moved in. ' * 20)))\n"
        "print(parser._process.pid, flush=True)\nos._exit(0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    started = int(ended.stdout)
    for _ in range(1000):
        if not is_running(started):
            return
        threading.Event().wait(0.01)
    raise AssertionError("it still runs")


def is_running(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    if sys.platform == "linux":
        return state.exists() and ") Z" not in state.read_text()
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


def test_it_works_in_a_thread_and_with_streams_that_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    found: list[object] = []

    def read() -> None:
        with Parser() as parser:
            found.append(parse_one(parser, PAGE, Document(made.page())))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()

    assert isinstance(found[0], ParsedArticle)


@pytest.mark.parametrize(
    "value",
    [
        ParsedArticle("text \0 “x”", "title", notice="n"),
        LeftOut("article 3", "has no text"),
        Listing("feed", [FeedEntry("owl", "https://gazette.example/")], of_feeds=True),
        Listing("", []),
    ],
)
def test_what_was_found_goes_through_a_pipe(value: Found) -> None:
    assert from_plain(to_plain(value)) == value
