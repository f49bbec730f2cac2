from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.storage.article_import.serving import Site, serving
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN
from tests.tui.cli.calling import Copydesk

PACE = "storage.article_import.web.polite_fetch.SECONDS_BETWEEN"

pytestmark = pytest.mark.usefixtures("shared_process")


def page(title: str, text: str) -> bytes:
    body = f"<article><h1>{title}</h1><p>{text}</p></article>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(PACE, 0.0)
    with serving() as site:
        yield site


@pytest.fixture
def added(copydesk: Copydesk, site: Site) -> Site:
    """Add two articles by their addresses, and change the first."""
    owl = site.put("/owl", page("Owl moves in", f"{OWL} It cost 12 million. {MILL} {PARADE}"))
    bridge = site.put("/bridge", page("Bridge closed", f"{BRIDGE} {HONEY} {VAN}"))
    assert copydesk("add", owl, "--allow-local", "--story", "Owls").status == 0
    assert copydesk("add", bridge, "--allow-local").status == 0
    site.put("/owl", page("Owl moves in", f"{OWL} It cost 1.2 million. {MILL} {PARADE}"))
    site.asked.clear()
    return site


@pytest.mark.usefixtures("added")
def test_what_changed_is_told_with_its_changes(copydesk: Copydesk) -> None:
    answer = copydesk("refresh", "--allow-local")

    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[0].startswith("New version of Owl moves in (")
    assert "  ¶2: It cost ~~12~~ **1.2** million." in answer.lines
    assert answer.lines[-1] == "2 articles asked for: 1 changed, 1 the same."
    assert copydesk("refresh", "--allow-local").lines == [
        "2 articles asked for: 0 changed, 2 the same."
    ]


@pytest.mark.parametrize("which", [("--story", "Owls"), ("owl", "moves")])
def test_some_may_be_asked_for_alone(
    copydesk: Copydesk, added: Site, which: tuple[str, ...]
) -> None:
    assert copydesk("refresh", "--allow-local", *which).lines[-1].startswith("1 article asked")
    assert "/bridge" not in added.asked


def test_what_cannot_be_read_is_told(copydesk: Copydesk, added: Site) -> None:
    del added.answers["/bridge"]

    answer = copydesk("refresh", "--allow-local", "bridge")

    assert answer.status == 1
    assert f"{added.address}/bridge" in answer.err
    assert answer.lines == ["1 article asked for: 0 changed, 0 the same."]


def test_private_addresses_are_asked_only_where_that_is_allowed(
    copydesk: Copydesk, added: Site
) -> None:
    answer = copydesk("refresh")

    assert answer.status == 1
    assert "private network" in answer.err
    assert added.asked == []


def test_an_empty_library_has_nothing_to_ask_for(copydesk: Copydesk) -> None:
    assert copydesk("refresh").lines == ["0 articles asked for: 0 changed, 0 the same."]
