from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.article_import.reader import Reader
from storage.article_import.readings import Reading
from storage.article_import.things import Thing
from tests.storage.article_import import made
from tests.storage.article_import.serving import Site, answering, serving
from tests.storage.desk import MILL, OWL, PARADE
from tests.tui.cli.calling import Copydesk, failed, imported_by
from tui.app import CopydeskApp

HEAVY = ["trafilatura", "lxml", "pypdf", "pypdfium2", "feedparser", "urllib3", "ssl"]

pytestmark = pytest.mark.usefixtures("shared_process")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def articles(copydesk: Copydesk) -> list[dict[str, Any]]:
    return list(json.loads(copydesk("list", "--json").out))


def test_pages_pdfs_books_and_mails_are_added(copydesk: Copydesk, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.html").write_bytes(made.page())
    (folder / "b.pdf").write_bytes(made.pdf([MILL], title="The mill"))
    (folder / "c.epub").write_bytes(made.epub(f"<p>{PARADE}</p>"))
    (folder / "d.eml").write_bytes(made.mail(Subject="Village news"))

    answer = copydesk("add", folder, "--story", "Village")

    assert (answer.status, answer.err) == (0, "")
    titles = {one["title"]: one for one in articles(copydesk)}
    assert set(titles) == {made.HEADLINE, "The mill", "Village birds", "Village news"}
    page = titles[made.HEADLINE]
    assert (page["outlet"], page["author"]) == ("The Belfry Gazette", "Nell Harker")
    assert page["stories"] == ["Village"]
    assert copydesk("add", folder).out.count("already there") == 4


def test_an_older_copy_of_a_page_goes_behind_the_newer_one(
    copydesk: Copydesk, tmp_path: Path
) -> None:
    head = (
        '<link rel="canonical" href="https://gazette.example/owl">'
        '<meta property="article:published_time" content="2026-03-02T08:00:00Z">'
        '<meta property="article:modified_time" content="{}">'
    )
    days = {"corrected": "2026-03-03T10:00:00Z", "first": "2026-03-02T08:00:00Z"}
    said = {}
    for name, day in days.items():
        text = f"<p>{OWL}</p><p>{MILL}</p><p>This is the {name} text.</p>"
        page = f"<html><head>{head.format(day)}</head><article><h1>Owl</h1>{text}</article></html>"
        (tmp_path / f"{name}.html").write_text(page)
        said[name] = copydesk("add", tmp_path / f"{name}.html").lines[1]

    assert said["corrected"].startswith("added ")
    assert said["first"].startswith("older version ")


def test_an_address_is_fetched_where_that_is_allowed(copydesk: Copydesk, site: Site) -> None:
    address = site.put("/owl", made.page())

    refused = copydesk("add", address)
    assert failed(
        refused,
        f"{address} is on a private network; use `copydesk add --allow-local` to read it.",
    )
    assert copydesk("add", address, "--allow-local").status == 0
    assert articles(copydesk)[0]["url"] == address


@pytest.mark.parametrize("given", [[], ["--allow-local"]])
def test_what_is_allowed_when_opening_holds_in_the_app(
    copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    allowed = []
    monkeypatch.setattr(CopydeskApp, "run", lambda app: allowed.append(app.allow_local))
    monkeypatch.setattr("tui.cli.open_app._need_terminal", lambda: None)
    (tmp_path / "owl.txt").write_text(OWL)

    copydesk(*given)
    copydesk(tmp_path / "owl.txt", *given)

    assert allowed == [bool(given)] * 2


def test_a_password_in_an_address_is_kept_nowhere(copydesk: Copydesk, home: Path) -> None:
    answer = copydesk("add", "https://nell:s3cret@gazette.example/owl")

    assert answer.status == 1
    assert "s3cret" not in answer.out + answer.err
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert not any(b"s3cret" in path.read_bytes() for path in kept)


def test_a_page_may_come_through_a_pipe(
    copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(made.page())))

    assert copydesk("add", "-").status == 0
    assert articles(copydesk)[0]["title"] == made.HEADLINE


class TestFeeds:
    @pytest.fixture
    def feed(self, site: Site) -> str:
        items = [
            made.item("Owl moves in", site.put("/owl", made.page())),
            made.item("Mill", f"{site.address}/gone", more=f"<description>{MILL}</description>"),
            made.item("Parade", site.put("/parade", f"<p>{PARADE}".encode())),
        ]
        return site.put("/feed", answering(made.rss(*items), "text/xml"))

    def test_its_entries_are_listed_and_nothing_is_added(
        self, copydesk: Copydesk, feed: str
    ) -> None:
        answer = copydesk("add", feed, "--allow-local")

        assert (answer.status, answer.err) == (0, "")
        assert "The Belfry Gazette: 3 entries, none added yet." in answer.lines
        assert any("2026-03-05  Owl moves in" in line for line in answer.lines)
        assert "--entries" in answer.out
        assert articles(copydesk) == []

    def test_those_that_are_chosen_are_added(self, copydesk: Copydesk, feed: str) -> None:
        answer = copydesk("add", feed, "--allow-local", "--entries", "3,1", "--story", "Birds")

        assert (answer.status, answer.err) == (0, "")
        assert [line.split()[0] for line in answer.lines[1:]] == ["added", "added"]
        (story,) = copydesk("stories", "--json").json
        titles = {one["id"]: one["title"] for one in articles(copydesk)}
        assert [titles[one] for one in story["articles"]] == ["Parade", made.HEADLINE]

    def test_one_that_is_gone_keeps_no_other_out(self, copydesk: Copydesk, feed: str) -> None:
        answer = copydesk("add", feed, "--allow-local", "--entries", "all")

        assert answer.status == 1
        assert answer.err.endswith("/gone was not found (404).\n")
        assert len(articles(copydesk)) == 2

    def test_numbers_that_are_none_of_its(self, copydesk: Copydesk, feed: str) -> None:
        answer = copydesk("add", feed, "--allow-local", "--entries", "2-4")

        assert failed(answer, f"{feed} has 3 entries; there is no entry 4.")
        for wrong in ("0", "x", "3-1", "", "1,,2", "-1"):
            assert copydesk("add", feed, f"--entries={wrong}").status == 2

    def test_a_list_of_feeds_is_listed(self, copydesk: Copydesk, tmp_path: Path) -> None:
        path = tmp_path / "papers.opml"
        path.write_bytes(made.OPML)

        answer = copydesk("add", path)

        assert answer.status == 0
        assert "https://herald.example/rss" in answer.out
        assert copydesk("add", path, "--entries", "all").status == 1

    def test_control_characters_do_not_reach_the_terminal(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        path = tmp_path / "feed.xml"
        path.write_bytes(made.rss(made.item("O&#x9b;31mwl", "https://a.example/&#x9b;31m")))

        assert "\x9b" not in copydesk("add", path).out


def test_ctrl_c_keeps_what_is_in_and_says_so(
    copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("a.txt", OWL), ("b.html", MILL), ("c.txt", PARADE)):
        (tmp_path / name).write_text(text)
    read = Reader.read

    def interrupted(self: Reader, thing: Thing) -> Iterator[Reading]:
        if str(thing).endswith("b.html"):
            raise KeyboardInterrupt
        return read(self, thing)

    monkeypatch.setattr(Reader, "read", interrupted)

    answer = copydesk("add", "a.txt", "b.html", "c.txt", "--story", "Half")

    assert answer.status == 130
    assert answer.err == (
        "copydesk: Stopped after 1 of 3. The articles listed are in the library.\n"
    )
    (article,) = articles(copydesk)
    assert (article["title"], article["stories"]) == ("a", ["Half"])


def test_progress_is_told_on_a_terminal_only(
    copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(OWL)
    (tmp_path / "b.txt").write_text(MILL)
    assert copydesk("add", "a.txt", "b.txt").err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    err = copydesk("add", "a.txt", "b.txt").err

    assert "1 of 2 …" in err
    assert err.rsplit("\r", 1)[1] == ""


def test_compare_reads_every_kind_and_never_touches_the_library(
    copydesk: Copydesk, tmp_path: Path, home: Path
) -> None:
    (tmp_path / "a.html").write_bytes(made.page())
    (tmp_path / "b.eml").write_bytes(made.mail())

    answer = copydesk("compare", "a.html", "b.eml", "--json")

    assert answer.status == 0
    assert len(answer.json["passages"]) > 0
    assert list(home.rglob("*.db")) == []


@pytest.mark.parametrize("call", [["--version"], ["list"], ["stories"], ["notes"]])
def test_commands_that_read_nothing_import_no_parser(call: list[str]) -> None:
    assert imported_by(*call).isdisjoint(HEAVY)


def test_plain_text_needs_no_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWL)

    assert imported_by("add", "a.txt").isdisjoint(HEAVY)
