from __future__ import annotations

import base64
import json
from html import escape

import pytest

from storage.article_import.formats.pages.html import read_page
from storage.errors import ReadError
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL, PARADE

LONG = f"<!-- {'x' * 5000} -->"


def test_the_text_of_the_article_is_taken_and_nothing_around_it() -> None:
    found = read_page(made.page())

    paragraphs = found.text.split("\n\n")
    assert [text for text in made.TEXTS if text not in paragraphs] == []
    assert "All rights reserved" not in found.text
    assert "Home" not in paragraphs


def test_a_page_tells_title_outlet_author_and_date() -> None:
    found = read_page(made.page())

    assert (found.title, found.outlet, found.author) == (
        made.HEADLINE,
        "The Belfry Gazette",
        "Nell Harker",
    )
    assert found.published == "2026-03-05T09:30:00Z"


def test_metadata_may_stand_in_json_ld() -> None:
    said = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": made.HEADLINE,
                "datePublished": "2026-03-05",
                "author": {"@type": "Person", "name": "Nell Harker"},
                "publisher": {"@type": "Organization", "name": "The Belfry Gazette"},
            }
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(said)}</script>'

    found = read_page(made.page(head))

    assert (found.title, found.author, found.published) == (
        made.HEADLINE,
        "Nell Harker",
        "2026-03-05",
    )


def test_nothing_is_made_up_for_a_page_that_tells_nothing() -> None:
    found = read_page(made.page("<title>Owl</title>"))

    assert (found.outlet, found.author, found.published, found.url) == ("", "", "", "")


def test_a_fragment_too_small_for_the_extractor_is_read_all_the_same() -> None:
    assert read_page(f"<p>{OWL}<p>{MILL}".encode()).text == f"{OWL}\n\n{MILL}"


def test_lists_stay_together() -> None:
    items = "".join(f"<li>{text}</li>" for text in made.TEXTS[:3])
    page = made.page().replace(b"</article>", f"<ul>{items}</ul></article>".encode())

    assert f"- {OWL}\n- {MILL}\n" in read_page(page).text


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (made.page("", ["Zwölf Eulen – “wach”"] * 9), ""),
        (made.page("<meta charset=windows-1252>", ["Zwölf Eulen – “wach”"] * 9).decode(), "cp1252"),
        (made.page("", ["Zwölf Eulen – “wach”"] * 9).decode(), "utf-16"),
    ],
    ids=["UTF-8", "as it says", "UTF-16"],
)
def test_a_page_is_decoded_as_browsers_do(data: bytes | str, charset: str) -> None:
    encoded = data if isinstance(data, bytes) else data.encode(charset)

    assert "Zwölf Eulen – “wach”" in read_page(encoded).text


def test_what_the_server_says_of_the_encoding_counts_more_than_the_page() -> None:
    page = made.page("<meta charset=utf-8>", ["Zwölf Eulen sind wach."] * 9)
    data = page.decode().encode("latin-1")

    assert "Zwölf Eulen" in read_page(data, "ISO-8859-1").text
    assert "Zwölf Eulen" in read_page(data, "ISO-8859-1", "https://gazette.example/").text


@pytest.mark.parametrize("charset", ["rot13", "nonsense", "base64", "utf-8\0", "\ud800"])
def test_an_encoding_that_is_none_is_ignored(charset: str) -> None:
    assert OWL in read_page(made.page(), charset).text


def test_an_address_is_taken_from_the_page_only_if_it_is_of_the_same_host() -> None:
    def url(canonical: str) -> str:
        link = f'<link rel="canonical" href="{canonical}">'
        return read_page(made.page(link), url="https://www.gazette.example/owl?utm_source=x").url

    assert url("/owls/1") == "https://www.gazette.example/owls/1"
    assert url("https://gazette.example/owls/1?fbclid=7") == "https://gazette.example/owls/1"
    assert url("https://elsewhere.example/owl") == "https://www.gazette.example/owl"
    assert url("javascript:alert(1)") == "https://www.gazette.example/owl"


def test_a_saved_page_says_where_it_was() -> None:
    link = '<link rel="canonical" href="https://gazette.example/owl">'
    comment = b"<!-- saved from url=(0027)https://gazette.example/mill -->\n"

    assert read_page(made.page(link)).url == "https://gazette.example/owl"
    assert read_page(comment + made.page("")).url == "https://gazette.example/mill"
    assert read_page(comment + made.page("")).outlet == "gazette.example"


class TestThinPages:
    def test_of_a_page_that_was_fetched_next_to_no_text_is_refused(self) -> None:
        page = made.page(LONG, [OWL])

        with pytest.raises(ReadError, match=r"has only \d+ words; .* behind a paywall"):
            read_page(page, url="https://gazette.example/owl")

    def test_of_a_saved_page_it_is_told(self) -> None:
        assert "has only" in read_page(made.page(LONG, [OWL])).notice

    def test_a_small_page_may_say_little(self) -> None:
        found = read_page(f"<p>{OWL}</p>".encode(), url="https://gazette.example/owl")

        assert (found.text, found.notice) == (OWL, "")

    def test_a_page_that_says_it_is_not_free_is_taken_with_a_notice(self) -> None:
        said = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
        head = f'<script type="application/ld+json">{said}</script>'

        found = read_page(made.page(head), url="https://gazette.example/owl")

        assert "is not free; it has only" in found.notice

    @pytest.mark.parametrize("data", [b"<html></html>", b"<script>owl()</script>", b"<!-- owl -->"])
    def test_a_page_without_text_is_refused(self, data: bytes) -> None:
        with pytest.raises(ReadError, match="has no text"):
            read_page(data)


def test_scripts_are_neither_run_nor_read() -> None:
    page = made.page().replace(b"</article>", b"<script>document.write('bat')</script></article>")

    assert "bat" not in read_page(page).text


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,owl",
        "https://a.example/&#27;[2J",
        "https://a&#9;.example",
    ],
)
@pytest.mark.parametrize("address", ["", "https://gazette.example/owl"])
def test_a_canonical_link_is_a_web_address_or_none(link: str, address: str) -> None:
    page = made.page(
        f'<link rel="canonical" href="{link}"><meta property="og:url" content="{link}">'
    )

    assert read_page(page, url=address).url == address


def test_how_signs_are_pronounced_is_no_text() -> None:
    ruby = "<ruby>梟<rp>(</rp><rt>ふくろう</rt><rp>)</rp></ruby>が鐘楼に移り、聖歌隊は眠れない。"
    title = "<h1><ruby>梟<rt>ふくろう</rt></ruby>来る</h1>"
    body = f"<article>{title}<p>{ruby}</p><p>{ruby}</p></article>"

    found = read_page(f"<html lang=ja><body>{body}</body></html>".encode())

    assert "梟が鐘楼に移り" in found.text
    assert "ふくろう" not in found.text


@pytest.mark.parametrize("way", ["srcdoc", "data"])
def test_the_article_may_be_in_a_frame_that_the_page_itself_has(way: str) -> None:
    inner = made.page().decode()
    kept = base64.b64encode(inner.encode()).decode()
    source = (
        f'srcdoc="{escape(inner)}"' if way == "srcdoc" else f'src="data:text/html;base64,{kept}"'
    )
    advert = "<iframe srcdoc='<p>Buy feathers now.'></iframe>"

    found = read_page(f"<html><body><nav>Home</nav>{advert}<iframe {source}></iframe>".encode())

    assert OWL in found.text
    assert "feathers" not in found.text


def test_an_article_of_the_page_comes_before_its_frames() -> None:
    frame = f"<iframe srcdoc='<p>{PARADE} {PARADE} {PARADE}</p>'></iframe>"
    data = made.page().replace(b"</article>", f"</article>{frame}".encode())

    assert PARADE * 2 not in read_page(data).text
    assert OWL in read_page(data).text
