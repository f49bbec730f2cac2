"""Addresses of one page, its copies' and its other forms'."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.annotation_import.address_readings import list_readings
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import brought, row, words_at
from tests.storage.desk import BRIDGE, OWL, add, quickly

PAGE = "https://www.village-gazette.example/news/owl-moves-in?id=7"
SHORT = "www.village-gazette.example/news/owl-moves-in?id=7"
QUOTED = "https%3A%2F%2Fwww.village-gazette.example%2Fnews%2Fowl-moves-in%3Fid%3D7"


def is_same_page(address: str, other: str = PAGE) -> bool:
    # One that is none of the web has no readings.
    pairs = zip(list_readings(address), list_readings(other), strict=False)
    return any(one == two for one, two in pairs)


@pytest.mark.parametrize(
    "address",
    [
        f"https://via.hypothes.is/{PAGE}",
        f"https://hyp.is/4pUQ3hZTEfCk0Yv0nPJxkA/{SHORT}",
        f"view-source:{PAGE}",
        f"chrome-extension://bjfhmglciegochdpefhhlphglcehbmek/viewer.html?file={QUOTED}",
        f"moz-extension://7d3a-41/{PAGE}",
        f"https://www.printfriendly.com/print?source=site&url={QUOTED}",
        "https://www.village-gazette.example//news/owl-moves-in?id=7&page=1",
        "https://www.village-gazette.example/news/owl-moves-in/print?id=7",
        "https://www.village-gazette.example/news/owl-moves-in/index.html?print=1&id=7",
        f"about:reader?url={QUOTED}",
        f"https://www.google.com/url?sa=t&url={QUOTED}",
        f"https://eur01.safelinks.protection.outlook.com/?url={QUOTED}&data=05",
        f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
        f"https://via.hypothes.is/{SHORT}",
        f"https://via.hypothes.is/{QUOTED}",
        f"https://via.hypothes.is/html?url={QUOTED}&via.client.openSidebar=1",
        f"https://viahtml.hypothes.is/proxy/{PAGE}&via.rewrite=0",
        f"https://web.archive.org/web/20260305103000/{PAGE}",
        f"https://web.archive.org/web/20260305103000if_/{PAGE}#top",
        f"https://web.archive.org/web/2026*/{PAGE}",
        f"https://web.archive.org/web/20260305103000/{SHORT}",
        f"https://web.archive.org/web/{PAGE.replace('//', '/')}",
        f"http://archive.ph/20260305103000/{PAGE}",
        f"https://archive.is/2026.03.05-103000/{PAGE}",
        f"https://archive.today/o/AbCdE/{PAGE}",
        f"https://arquivo.pt/wayback/20260305103000/{PAGE}",
        f"https://www.nationalarchive.example/ukgwa/20260305103000mp_/{PAGE}",
        f"https://www.google.com/amp/s/{SHORT}",
        f"https://www-village--gazette-example.cdn.ampproject.org/c/s/{SHORT}",
        f"https://translate.google.com/translate?sl=en&tl=de&u={QUOTED}",
        "https://www-village--gazette-example.translate.goog/news/owl-moves-in?id=7&_x_tr_sl=en",
        f"https://login.ezproxy.uni.example/login?url={PAGE}",
        "https://www-village-gazette-example.ezproxy.uni.example/news/owl-moves-in?id=7",
        "https://www.village-gazette.example.libproxy.uni.example/news/owl-moves-in?id=7",
        f"https://via.hypothes.is/https://web.archive.org/web/20260305103000/{PAGE}",
        "https://m.village-gazette.example/news/owl-moves-in?id=7",
        "https://amp.village-gazette.example/news/owl-moves-in?id=7",
        "https://www.village-gazette.example/news/owl-moves-in/amp?id=7",
        "https://www.village-gazette.example/amp/news/owl-moves-in?id=7",
        "https://www.village-gazette.example/news/owl-moves-in.amp?id=7",
        "https://www.village-gazette.example/news/owl-moves-in?outputType=amp&id=7",
        "http://village-gazette.example/news/owl-moves-in/?utm_source=x&id=7#:~:text=owl",
    ],
)
def test_it_is_the_same_page(address: str) -> None:
    assert is_same_page(address)
    assert list_readings(address)[2] == list_readings(PAGE)[2]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.village-gazette.example/news/owl-moves-in?id=8",
        "https://www.village-gazette.example/news/owl-moves-in-again?id=7",
        "https://www.village-herald.example/news/owl-moves-in?id=7",
        f"https://social.example/share?url={QUOTED}",
        "https://web.archive.org/web/20260305103000/",
        "https://via.hypothes.is/",
        "https://hyp.is/4pUQ3hZTEfCk0Yv0nPJxkA",
        "view-source:",
    ],
)
def test_it_is_another_page(address: str) -> None:
    assert not is_same_page(address)


def test_amp_in_a_word_is_no_form_of_a_page() -> None:
    assert not is_same_page("https://a.example/amplifier", "https://a.example/lifier")


@pytest.mark.parametrize("name", ["", "urn:x-pdf:1234", "Owl moves in", "https://", "http://[::1"])
def test_what_is_no_address_has_no_reading(name: str) -> None:
    assert list_readings(name) == ()


@quickly
@given(st.text(alphabet="htps:/.%?#=&[]@a1-w \u00e9*", max_size=60))
def test_any_address_is_read_or_is_none(rest: str) -> None:
    for address in (rest, f"https://{rest}", f"https://via.hypothes.is/{rest}"):
        assert len(list_readings(address)) in (0, 3)


def test_a_note_on_a_copy_of_the_page_finds_its_article(library: Library) -> None:
    article = add(library, OWL, url=PAGE)
    copies = [f"https://via.hypothes.is/{PAGE}", f"https://web.archive.org/web/2026/{PAGE}"]

    for number, address in enumerate(copies):
        target = [{"source": address, "selector": row()["target"][0]["selector"]}]
        result = brought(library, [row(f"note {number}", uri=address, target=target)])
        assert result.left_out == []

    assert words_at(library, article) == ["barn owl", "barn owl"]


def test_a_note_on_the_page_finds_the_article_that_came_from_a_copy(library: Library) -> None:
    article = add(library, OWL, url=f"https://web.archive.org/web/20260305103000/{PAGE}")

    brought(library, [row(uri=PAGE, target=[row()["target"][0] | {"source": PAGE}])])

    assert words_at(library, article) == ["barn owl"]


def test_the_article_at_the_very_address_comes_first(library: Library) -> None:
    copied = f"https://web.archive.org/web/20260305103000/{PAGE}"
    article = add(library, OWL, url=PAGE)
    copy = add(library, f"{OWL}\n\n{BRIDGE}", url=copied)

    def place(address: str) -> Article:
        target = [row()["target"][0] | {"source": address}]
        (made,) = brought(library, [row(address, uri=address, target=target)]).added
        return library.articles.get(library.annotations.get(made).targets[0].article)

    assert place(PAGE) == article
    assert place(copied) == copy
