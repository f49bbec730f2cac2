from __future__ import annotations

import pytest

from storage.article_import.formats.epub import read_epub
from storage.article_import.formats.listings.feeds import read_feed, read_outlines
from storage.article_import.formats.mail.email_message import read_mail
from storage.article_import.formats.markup.deep_markup import flatten_markup
from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.formats.pages.html import read_page
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from tests.storage.article_import import made


def sentence(number: int) -> str:
    return f"On night {number} the owl in the belfry kept all of the choir awake again."


def nested(levels: int, begin: str, end: str) -> str:
    """Return a page with one paragraph at each level, and one after all of them."""
    inner = "".join(f"{begin}<p>{sentence(level)}</p>" for level in range(levels))
    return f"{inner}{end * levels}<p>{sentence(levels)}</p>"


def holds_all(text: str, levels: int) -> bool:
    return all(text.count(sentence(level)) == 1 for level in range(levels + 1))


WRAPPERS = [("<div>", "</div>"), ("<span>", "</span>"), ("<b>", ""), ("<ul><li>", "</li></ul>")]


@pytest.mark.parametrize("levels", [100, 300, 2100])
@pytest.mark.parametrize(("begin", "end"), WRAPPERS)
def test_a_page_gives_all_its_words_however_deep(levels: int, begin: str, end: str) -> None:
    page = f"<html><body><article>{nested(levels, begin, end)}</article></body></html>"

    found = read_page(page.encode())

    assert holds_all(found.text, levels)
    assert found.notice == ""


def test_what_a_deep_page_does_not_give_is_told() -> None:
    page = "".join(f"<div><section>{sentence(level)}" for level in range(300))

    found = read_page(page.encode())

    count = len(found.text.split())
    assert count < 300 * 15
    assert found.notice == (
        f"is nested unusually deep; only {count:,} of its 4,500 words were read"
    )


@pytest.mark.parametrize("levels", [300, 2100])
def test_so_do_chapters_mails_and_what_feeds_hold(levels: int) -> None:
    markup = nested(levels, "<div>", "</div>")
    mail = made.mail(markup, "text/html; charset=utf-8")
    more = f"<description><![CDATA[{markup}]]></description>"
    (entry,) = read_feed(made.rss(made.item("Owl", "https://a.example/", more=more))).entries

    assert holds_all(read_epub(made.epub(markup)).text, levels)
    (found,) = read_mail(mail)
    assert holds_all(found.text, levels)
    assert holds_all(read_page(entry.content.encode()).text, levels)


@pytest.mark.parametrize("end", [True, False])
@pytest.mark.parametrize("tag", ["div", "table", "svg", "script"])
def test_a_hundred_thousand_levels_do_no_harm(tag: str, end: bool) -> None:
    closed = f"</{tag}>" * 100_000 if end else ""
    page = f"<p>{sentence(1)}</p>{f'<{tag}>' * 100_000}{sentence(2)}{closed}<p>{sentence(3)}</p>"

    found = read_page(page.encode())

    assert isinstance(found, ParsedArticle)
    assert sentence(1) in found.text


def test_one_text_may_be_long() -> None:
    assert extract_text(parse_html(f"<p>{'owl ' * 2_600_000}</p>").root).count("owl") == 2_600_000


class TestFlattened:
    def test_the_text_stands_as_it_stood(self) -> None:
        flat = flatten_markup(
            f"{'<i>' * 60}a &lt;b&gt; &amp;amp; c{'</i>' * 60}<script>1<2</script>"
        )

        assert flat.count("<i>") == flat.count("</i>") < 60
        assert "a &lt;b&gt; &amp;amp; c" in flat
        assert flat.endswith("<script>1<2</script>")

    def test_paragraphs_that_end_without_a_tag_are_no_levels(self) -> None:
        assert flatten_markup("<p>owl" * 300).count("<p>") == 300

    def test_an_end_without_a_beginning_ends_nothing(self) -> None:
        assert flatten_markup("<b>owl</i></b></b>") == "<b>owl</b>"

    def test_blocks_leave_a_line_break(self) -> None:
        flat = flatten_markup(f"{'<div>' * 99}owl<div>mill</div>choir")

        assert flat.endswith("<br>owl<br>mill<br>choir")


class TestXml:
    def outlines(self, levels: int, start: bytes = b"") -> bytes:
        one = b'<outline text="Owl" xmlUrl="http://a.example/">'
        return start + b"<opml><body>" + one * levels + b"</outline>" * levels + b"</body></opml>"

    def test_lists_in_lists(self) -> None:
        assert len(read_outlines(self.outlines(1000)).entries) == 1000

    @pytest.mark.parametrize("start", [b"", b'<!DOCTYPE opml [<!ENTITY owl "owl">]>'])
    def test_too_many_are_refused_not_cut(self, start: bytes) -> None:
        levels = 300 if start else 100_000  # what has entities of its own is held to less

        with pytest.raises(ReadError, match="is nested too deep to read"):
            read_outlines(self.outlines(levels, start))
