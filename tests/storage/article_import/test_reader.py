from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import FeedEntry, Found, LeftOut, Listing, ParsedArticle
from storage.article_import.reader import Reader
from storage.article_import.sandbox import Parser, TooSlowError
from storage.article_import.things import Given, LinkedFeed, WantedEntry, choose_from, list_meant
from tests.storage.article_import import made
from tests.storage.article_import.asking import read_one
from tests.storage.article_import.serving import Site, answering, serving
from tests.storage.desk import MILL, OWL, PARADE, quickly
from textreuse import split_words


@pytest.fixture
def reader(parser: Parser) -> Reader:
    return Reader(allow_local=True, parser=parser)


class TestGiven:
    @pytest.mark.parametrize(
        "data",
        [made.page(), made.pdf([OWL]), made.epub(f"<p>{OWL}</p>"), made.mail()],
        ids=["page", "pdf", "epub", "mail"],
    )
    def test_the_kind_is_told_by_the_first_bytes(self, reader: Reader, data: bytes) -> None:
        reading = read_one(reader, Given("standard input", data))

        assert reading.problem == ""
        assert reading.article is not None
        assert OWL in reading.article.text
        assert reading.article.path is None

    def test_a_paste_is_text_whatever_it_looks_like(self, reader: Reader) -> None:
        reading = read_one(reader, Given("The pasted text", made.page(), is_text=True))

        assert reading.article is not None
        assert reading.article.text == made.page().decode()

    def test_what_tells_versions_apart_is_read(self, reader: Reader) -> None:
        text = f"---\nupdated: 2026-03-06\narchived: 2026-03-07\n---\n\n{OWL}\n"
        said = b'<html><head><meta property="article:modified_time" content="2026-03-06"></head>'
        page = said + made.page().partition(b"</head>")[2]

        of_text = read_one(reader, Given("standard input", text.encode())).article
        of_page = read_one(reader, Given("standard input", page)).article

        assert of_text is not None
        assert (of_text.modified, of_text.captured) == ("2026-03-06", "2026-03-07")
        assert of_page is not None
        assert (of_page.modified, of_page.captured) == ("2026-03-06", None)

    def test_a_problem_names_it(self, reader: Reader) -> None:
        assert read_one(reader, Given("standard input", b" ")).problem == "standard input is empty."


WORDLESS = [
    *("…", "* * *\n\n---", "——", "\u200b\u2060\ufeff", "\x1b\x07.", "🦉🦉", "_____", "\u0301"),
    *("\u3164\u115f\u1160\uffa0", "\u02bc", "¶ § †"),
]


class TestWithoutAWord:
    """Nothing to read is not an article, in whatever it stands."""

    @quickly
    @given(st.text() | st.text("\u02bc\u115f._'· ー½ກ"))
    def test_the_engine_finds_a_word_where_there_is_one(self, text: str) -> None:
        blank = dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0))

        assert ParsedArticle(text).has_words == (len(split_words(text.translate(blank))) > 0)

    @pytest.mark.parametrize("text", WORDLESS)
    def test_a_text_is_refused(self, reader: Reader, tmp_path: Path, text: str) -> None:
        path = made.write(tmp_path / "owl.txt", text)
        paste = Given("The pasted text", text.encode(), is_text=True)

        for thing, name in ((path, path), (paste, "The pasted text")):
            reading = read_one(reader, thing)
            assert reading.article is None
            assert reading.problem == f"{name} has no text."

    @pytest.mark.parametrize(
        "data",
        [
            made.page("", ["…"]).replace(made.HEADLINE.encode(), b"***"),
            made.page(f"<!-- {'x' * 5000} -->", ["…"]).replace(made.HEADLINE.encode(), b""),
            made.pdf(["* * *"]),
            made.epub("<p>— … —</p>"),
            made.mail("* * *"),
            made.mail("<p>…</p>", "text/html"),
        ],
        ids=["page", "large page", "pdf", "epub", "mail", "page in a mail"],
    )
    def test_so_is_every_other_kind(self, reader: Reader, data: bytes) -> None:
        data = data.replace(b"All rights reserved.", b"").replace(b">Home<", b"><")

        reading = read_one(reader, Given("standard input", data))

        assert reading.article is None
        assert reading.problem.startswith("standard input has no ")

    def test_so_is_an_entry_of_a_feed(self, reader: Reader) -> None:
        reading = read_one(reader, WantedEntry(FeedEntry("Owl", content="<p>…</p>")))

        assert reading.article is None
        assert reading.problem == "Owl has no text."

    def test_a_page_that_is_fetched_gave_no_words(self, reader: Reader, site: Site) -> None:
        page = b"<html><body><script>" + b"x" * 5000 + b"</script></body></html>"

        problem = read_one(reader, site.put("/owl", page)).problem

        assert problem.startswith(f"{site.address}/owl has no text; it may be behind")

    @pytest.mark.parametrize("text", ["a", "7", "猫", "ก", "½", "№ 1", "é", "😀 ok"])
    def test_one_letter_or_number_is_enough(self, reader: Reader, text: str) -> None:
        assert read_one(reader, Given("standard input", text.encode())).article is not None


class TestWanted:
    def test_the_page_is_fetched_and_the_feed_says_what_it_does_not(
        self, reader: Reader, site: Site
    ) -> None:
        link = site.put("/owl", made.page("<title>Owl in the belfry</title>"))
        entry = FeedEntry("Owl", link, "Nell Harker", "2026-03-05T09:30:00Z")

        draft = read_one(reader, WantedEntry(entry, "The Belfry Gazette", site.address)).article

        assert draft is not None
        assert OWL in draft.text
        assert (draft.outlet, draft.author) == ("The Belfry Gazette", "Nell Harker")
        assert (draft.published, draft.url) == ("2026-03-05T09:30:00Z", link)

    def test_what_the_page_says_counts_more(self, reader: Reader, site: Site) -> None:
        entry = FeedEntry("Another title", site.put("/owl", made.page()), "X Y", "2020-01-01")

        draft = read_one(reader, WantedEntry(entry, "A planet of feeds", site.address)).article

        assert draft is not None
        assert (draft.title, draft.outlet) == (made.HEADLINE, "The Belfry Gazette")
        assert (draft.author, draft.published) == ("Nell Harker", "2026-03-05T09:30:00Z")

    def test_the_text_in_the_feed_is_taken_where_the_page_is_not_to_be_had(
        self, reader: Reader, site: Site
    ) -> None:
        link = f"{site.address}/gone?utm_source=feed"
        entry = FeedEntry("Owl", link, content=f"<p>{OWL}</p><p>{MILL}</p>")

        reading = read_one(reader, WantedEntry(entry, "Gazette", site.address))

        assert reading.article is not None
        assert (reading.article.text, reading.article.title) == (f"{OWL}\n\n{MILL}", "Owl")
        assert (reading.article.url, reading.article.outlet) == (f"{site.address}/gone", "Gazette")
        assert (
            reading.notice
            == f"Owl: {link} was not found (404); the text in the feed was used instead."
        )

    def test_what_was_waited_for_once_is_not_waited_for_again(self, site: Site) -> None:
        asked = []

        class SlowParser(Parser):
            def parse(self, input_format: InputFormat, document: Document) -> Iterator[Found]:
                asked.append((input_format, document))
                yield from ()
                raise TooSlowError("took longer than 20 seconds to read; it was skipped")

        reader = Reader(allow_local=True, parser=SlowParser())
        entry = FeedEntry("Owl", site.put("/owl", made.page()), content=f"<p>{OWL}</p>")

        reading = read_one(reader, WantedEntry(entry, typed=site.address))

        assert "took longer than 20 seconds" in reading.problem
        assert len(asked) == 1

    def test_without_text_in_the_feed_the_reason_is_told(self, reader: Reader, site: Site) -> None:
        reading = read_one(
            reader, WantedEntry(FeedEntry("Owl", f"{site.address}/gone"), typed=site.address)
        )

        assert reading.problem == f"{site.address}/gone was not found (404)."

    @pytest.mark.parametrize("link", ["file:///etc/passwd", "/etc/passwd", "owl.txt", ""])
    def test_a_link_is_never_a_file(self, reader: Reader, link: str) -> None:
        reading = read_one(reader, WantedEntry(FeedEntry("Owl", link)))

        assert reading.article is None
        assert reading.problem

    @pytest.mark.parametrize(
        "link", ["javascript:alert(1)", "https://a.example/\x1b[2J", "data:,x"]
    )
    def test_a_link_that_is_no_web_address_is_not_the_articles(
        self, reader: Reader, link: str
    ) -> None:
        entry = FeedEntry("Owl", link, content=f"<p>{OWL}</p>")

        article = read_one(reader, WantedEntry(entry, "Gazette")).article

        assert article is not None
        assert (article.url, article.outlet) == (None, "Gazette")

    def test_an_entry_that_is_a_feed_is_refused(self, reader: Reader, site: Site) -> None:
        link = site.put("/feed", answering(made.rss(), "application/rss+xml"))

        assert (
            "is a feed, not an article"
            in read_one(reader, WantedEntry(FeedEntry("Owl", link), typed=site.address)).problem
        )


class TestWhatIsAllowed:
    """`allow_local` is for the site that was typed, not for what it leads to."""

    def test_a_feed_leads_to_its_own_site_and_to_no_other(self, reader: Reader, site: Site) -> None:
        with serving() as other:
            entry = made.item("Owl", other.put("/owl", made.page()))
            own = made.item("Mill", site.put("/mill", made.page()))
            feed = site.put("/feed", answering(made.rss(entry, own), "application/rss+xml"))
            listing = read_one(reader, feed).listing
            assert listing is not None

            refused, read = (
                read_one(reader, one) for one in choose_from(feed, listing, listing.entries)
            )

            assert other.asked == []
        assert refused.problem == (
            f"{other.address}/owl is on a private network;"
            " name that address itself with `copydesk add --allow-local`."
        )
        assert read.article is not None

    @pytest.mark.parametrize("typed", ["", "papers.opml", "https://gazette.example/feeds"])
    def test_a_list_of_feeds_leads_to_no_private_address(
        self, reader: Reader, site: Site, typed: str
    ) -> None:
        reading = read_one(reader, LinkedFeed(site.put("/feed", made.rss()), typed))

        assert "private network" in reading.problem
        assert site.asked == []

    def test_a_list_of_addresses_leads_to_no_private_one(
        self, reader: Reader, site: Site, tmp_path: Path
    ) -> None:
        address = site.put("/owl", made.page())
        path = made.write(tmp_path / "read.txt", f"{address}\n")

        (thing,) = list_meant(path, read_one(reader, path).listing)

        assert "is on a private network" in read_one(reader, thing).problem
        assert site.asked == []

    def test_a_list_of_feeds_never_leads_to_a_file(self, reader: Reader, tmp_path: Path) -> None:
        path = made.write(tmp_path / "owl.txt")
        listing = Listing("Papers", [FeedEntry("Owl", path)], of_feeds=True)

        (thing,) = choose_from("papers.opml", listing, listing.entries)

        assert "is not a web address" in read_one(reader, thing).problem


class TestSeveral:
    """Each of several articles is told by the name of its document and its own."""

    @pytest.fixture
    def reader(self) -> Reader:
        class ThreeFold(Parser):
            def parse(self, _format: InputFormat, _document: Document) -> Iterator[Found]:
                yield ParsedArticle(OWL, "Owl", "Gazette", notice="was read in part")
                yield LeftOut("article 2", "is a picture")
                yield ParsedArticle("…", "Mill")
                yield ParsedArticle(PARADE)

        return Reader(parser=ThreeFold())

    def test_each_is_told(self, reader: Reader, tmp_path: Path) -> None:
        path = made.write(tmp_path / "three.html", "<p>owl")

        readings = list(reader.read(path))

        assert [one.name for one in readings] == [path] * 4
        assert readings[0].notice == f"{path}, Owl was read in part."
        assert [one.problem for one in readings[1:3]] == [
            f"{path}, article 2 is a picture.",
            f"{path}, Mill has no text.",
        ]
        articles = [one.article for one in readings if one.article is not None]
        assert [(one.text, one.path) for one in articles] == [(OWL, path), (PARADE, path)]
        assert PARADE.startswith(articles[1].title.rstrip("…"))

    def test_what_was_chosen_of_an_archive_is_asked_for(self, tmp_path: Path) -> None:
        asked = []

        class Archive(Parser):
            def parse(self, _format: InputFormat, document: Document) -> Iterator[Found]:
                asked.append(document.wanted)
                entries = [FeedEntry(text[:6], record=str(at)) for at, text in enumerate(texts)]
                if document.wanted:
                    yield from (ParsedArticle(texts[int(one)]) for one in document.wanted)
                else:
                    yield Listing("Three", entries)

        texts = (OWL, MILL, PARADE)
        reader = Reader(parser=Archive())
        for thing in (Given("standard input", b"<p>owl"), made.write(tmp_path / "three.html")):
            listing = read_one(reader, thing).listing
            assert listing is not None

            chosen = choose_from(thing, listing, listing.entries[1:])

            assert len(chosen) == 1
            found = [one.article.text for one in reader.read(chosen[0]) if one.article is not None]
            assert found == [MILL, PARADE]
        assert asked == [(), ("1", "2")] * 2
