from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.storage.article_import.feeding import make_feed, make_page
from tests.storage.article_import.serving import Site, answering, serving
from tests.storage.desk import MILL, OWL
from tests.tui.cli.calling import Copydesk, is_wrong_call
from tui.cli.argument_types import read_interval, read_percent
from tui.cli.arguments import parse
from tui.cli.watch import watch_feeds

PACE = "storage.article_import.web.polite_fetch.SECONDS_BETWEEN"

pytestmark = pytest.mark.usefixtures("shared_process")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(PACE, 0.0)
    with serving() as site:
        yield site


def put_feed(site: Site, *names: str) -> str:
    texts = {"owl": f"{OWL} {MILL}", "mill": MILL}
    links = [site.put(f"/{name}", make_page(name.title(), texts[name])) for name in names]
    return site.put("/feed", answering(make_feed(links), "application/rss+xml"))


def test_it_looks_once_where_that_is_wanted(copydesk: Copydesk, site: Site) -> None:
    feed = put_feed(site, "mill", "owl")

    answer = copydesk("watch", feed, "--once", "--allow-local")

    assert (answer.status, answer.err) == (0, "")
    mill, owl, carried, total = answer.lines
    assert "Mill" in mill
    assert "Owl" in owl
    assert carried == f"  carries 93% of {mill.split()[0]} Mill"
    assert total == "2 articles added."
    again = copydesk("watch", feed, "--once", "--allow-local")
    assert again.lines == ["0 articles added."]


def test_it_looks_until_it_is_stopped(
    site: Site, copydesk: Copydesk, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = put_feed(site, "mill")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt
        put_feed(site, "owl", "mill")

    options = parse(["watch", feed, "--every", "2h", "--allow-local"])
    assert watch_feeds(options, sleep) == 0

    assert slept == [7200, 7200]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[:2]] == ["Mill", "Owl"]
    assert lines[-1] == "2 articles added."
    assert len(copydesk("list", "--json").json) == 2


def test_what_cannot_be_read_is_told(copydesk: Copydesk, site: Site) -> None:
    answer = copydesk("watch", f"{site.address}/none", "--once", "--allow-local")

    assert answer.status == 1
    assert "/none" in answer.err


def test_wrong_calls(copydesk: Copydesk) -> None:
    feed = "https://gazette.example/feed"
    assert is_wrong_call(copydesk("watch"))
    assert is_wrong_call(copydesk("watch", "feed.xml", "--once"))
    for wrong in (("--every", "10s"), ("--every", "soon"), ("--every", "8d"), ("--share", "0")):
        assert is_wrong_call(copydesk("watch", feed, "--once", *wrong))


def test_times_and_shares_are_read() -> None:
    assert [read_interval(one) for one in ("60s", "15m", "2h", "7d")] == [60, 900, 7200, 604800]
    assert [read_percent(one) for one in ("1", "20%", "100")] == [0.01, 0.2, 1.0]
