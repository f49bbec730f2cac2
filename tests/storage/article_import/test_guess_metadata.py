from __future__ import annotations

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.guess_metadata import Metadata, guess_metadata
from tests.storage.desk import MILL, OWL, thoroughly

FILE = PurePath("village/belfry.txt")
HEADLINE = "Owl keeps the choir awake"


def front_matter(*lines: str, text: str = f"{OWL}\n") -> str:
    return "\n".join(["---", *lines, "---", "", text])


def title_of(text: str) -> str:
    return guess_metadata(text, FILE).title


def test_a_headline_at_the_top_is_the_title() -> None:
    assert title_of(f"{HEADLINE}\n\n{OWL} {MILL}\n") == HEADLINE


@pytest.mark.parametrize("above", ["Technology", "Village news", "By the newsdesk:", "5 March"])
def test_a_section_may_be_named_before_the_headline(above: str) -> None:
    assert title_of(f"{above}\n\n{HEADLINE}\n\n{OWL}\n") == HEADLINE


@pytest.mark.parametrize("heading", ["# Owls", "## Owls", "#  Owls ##", "  # Owls"])
def test_a_markdown_heading_is_the_title_however_short(heading: str) -> None:
    assert title_of(f"{heading}\n\n{OWL}\n") == "Owls"


def test_a_text_that_begins_at_once_is_called_after_its_file() -> None:
    assert title_of(f"{OWL}\n{HEADLINE}\n") == "belfry"


def test_a_long_first_line_is_no_headline() -> None:
    assert title_of(f"{OWL} {MILL} {OWL}\n{HEADLINE}\n") == "belfry"


def test_without_a_file_or_a_headline_it_is_untitled() -> None:
    assert guess_metadata(f"{OWL}\n") == Metadata("Untitled")


def test_white_space_in_a_title_becomes_one_space() -> None:
    assert title_of("Owl\u00a0keeps \t the choir   awake\n\nText.") == HEADLINE


@pytest.mark.parametrize(
    ("line", "modified", "captured"),
    [
        ("updated: 2026-03-06T10:00", "2026-03-06T10:00:00Z", None),
        ("lastmod: 2026-03-06", "2026-03-06", None),
        ("archived: 2026-03-07", None, "2026-03-07"),
        ("modified: lately", None, None),
    ],
)
def test_front_matter_tells_when_it_was_changed_and_saved(
    line: str, modified: str | None, captured: str | None
) -> None:
    found = guess_metadata(front_matter("title: Owl moves in", line), FILE)

    assert (found.modified, found.captured) == (modified, captured)


def test_front_matter_tells_everything() -> None:
    text = front_matter(
        "title: Owl moves in",
        "outlet: The Belfry Gazette",
        "author: Nell Harker",
        "date: 2026-03-05",
        "url: https://example.org/owl",
        text=f"# {HEADLINE}\n",
    )

    assert guess_metadata(text, FILE) == Metadata(
        "Owl moves in",
        "The Belfry Gazette",
        "Nell Harker",
        "2026-03-05",
        "https://example.org/owl",
    )


def test_keys_have_other_names_and_any_case() -> None:
    text = front_matter(
        "Headline: Owl moves in", "OUTLET: Gazette", "byline: Nell", "link: https://example.org"
    )

    assert guess_metadata(text, FILE) == Metadata(
        "Owl moves in", "Gazette", "Nell", None, "https://example.org"
    )


@pytest.mark.parametrize("key", ["outlet", "source", "site", "publisher", "publication"])
def test_an_outlet_has_several_names(key: str) -> None:
    assert guess_metadata(front_matter(f"{key}: Gazette")).outlet == "Gazette"


def test_of_an_outlet_and_a_source_the_outlet_has_published() -> None:
    assert guess_metadata(front_matter("source: Mrs Pell", "outlet: Gazette")).outlet == "Gazette"


def test_several_authors_are_named_one_after_the_other() -> None:
    assert (
        guess_metadata(front_matter("authors: [Nell Harker, Tom Ash]")).author
        == "Nell Harker, Tom Ash"
    )


def test_a_time_with_a_zone_is_told_in_utc() -> None:
    text = front_matter("date: 2026-03-05T01:30:00+02:00")

    assert guess_metadata(text).published == "2026-03-04T23:30:00Z"


def test_the_headline_is_looked_for_below_the_front_matter() -> None:
    text = front_matter("outlet: Gazette", text=f"{HEADLINE}\n\n{OWL}\n")

    assert guess_metadata(text, FILE) == Metadata(HEADLINE, "Gazette")


@pytest.mark.parametrize(
    "lines",
    [
        ["title: [unclosed"],
        ["title: 'unclosed"],
        ["\ttitle: tabbed"],
        ["- a list", "- not a mapping"],
        ["just a sentence"],
        ["title: !!python/object:os.system {}"],
        ["title: !!int ''"],
        ["date: !!timestamp soon"],
        ["date: 2026-02-31"],
        ["title: null", "outlet: ~", "author: Null", "url:"],
        ["? [a, b]", ": title"],
    ],
)
def test_what_is_no_front_matter_is_ignored(lines: list[str]) -> None:
    assert guess_metadata(front_matter(*lines), FILE) == Metadata("belfry")


@pytest.mark.parametrize("title", ["1984", "yes", "2026-03-05", "0x10", "!!bool maybe", "nil"])
def test_a_title_is_what_is_written(title: str) -> None:
    assert title_of(front_matter(f"title: {title}")) == title.removeprefix("!!bool ")


def test_a_date_before_all_dates_is_ignored() -> None:
    assert guess_metadata(front_matter("date: 0001-01-01T00:00:00+05:00")).published is None


def test_a_title_of_nothing_but_space_is_none() -> None:
    assert guess_metadata(front_matter("title: '  '", "author: ' '"), FILE) == Metadata("belfry")


def test_a_title_can_be_stored_and_shown() -> None:
    title_of(front_matter(r'title: "Owl \ud800 moves in"')).encode()


def test_front_matter_that_is_never_closed_is_text() -> None:
    assert title_of(f"---\ntitle: Owl\n\n{OWL}\n") != "Owl"


@pytest.mark.parametrize(
    "name", ["2026-03-05-owl.txt", "owl_20260305.md", "owl 2026.03.05.txt", "2026_03_05.txt"]
)
def test_a_date_in_the_files_name_is_when_it_was_published(name: str) -> None:
    assert guess_metadata(OWL, PurePath(name)).published == "2026-03-05"


@pytest.mark.parametrize("name", ["owl-2026-13-05.txt", "owl-1202603051.txt", "owl-2026.txt"])
def test_other_numbers_in_a_name_are_no_date(name: str) -> None:
    assert guess_metadata(OWL, PurePath(name)).published is None


@pytest.mark.parametrize(
    "name",
    [
        "2026-03-05 The Gazette - Owl moves in.txt",
        "20260305 - The Gazette – Owl moves in.md",
        "2026-03-05_The Gazette — Owl moves in.html",
    ],
)
def test_a_files_name_may_tell_date_outlet_and_title(name: str) -> None:
    assert guess_metadata(OWL, PurePath(name)) == Metadata(
        "Owl moves in", "The Gazette", published="2026-03-05"
    )


@pytest.mark.parametrize(
    "name", ["The Gazette - Owl.txt", "2026-13-05 Gazette - Owl.txt", "2026-03-05 well-known.txt"]
)
def test_names_of_other_shapes_tell_no_outlet(name: str) -> None:
    assert guess_metadata(OWL, PurePath(name)).outlet == ""


def test_what_the_text_says_counts_more_than_the_name() -> None:
    text = front_matter("title: Owl", "outlet: Herald", "date: 2026-03-04")

    told = guess_metadata(text, PurePath("2026-03-05 The Gazette - Owl moves in.txt"))

    assert (told.title, told.outlet, told.published) == ("Owl", "Herald", "2026-03-04")


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.Gazette.example:8080/owl", "gazette.example"),
        ("ftp://gazette.example", ""),
        ("http://[", ""),
        ("owl", ""),
    ],
)
def test_without_an_outlet_it_is_the_host_of_the_address(url: str, outlet: str) -> None:
    assert guess_metadata(front_matter(f"url: '{url}'")).outlet == outlet


def test_front_matter_knows_the_date_better_than_the_name() -> None:
    text = front_matter("date: 2026-03-04")

    assert guess_metadata(text, PurePath("2026-03-05.txt")).published == "2026-03-04"


@thoroughly
@given(st.text(st.sampled_from("title: \"'[]{}!&*#|>-\n\\x0\t") | st.characters(), max_size=60))
def test_any_front_matter_leaves_a_title_of_one_line(text: str) -> None:
    title = guess_metadata(f"---\n{text}\n---\n{OWL}", FILE).title

    assert title
    assert title == " ".join(title.split())


@pytest.mark.parametrize(
    "written",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "gazette.example/owl", "data:,owl"),
        *(r'"https://gaz\x1b[2Jette.example/"', r'"https://gaz\tette.example/"'),
        "https://nell:s3cret@gazette.example/",
    ],
)
def test_what_is_no_web_address_is_not_taken_for_the_articles(written: str) -> None:
    found = guess_metadata(front_matter(f"url: {written}"))

    assert (found.url, found.outlet) == (None, "")


def test_of_several_addresses_the_first_is_the_articles() -> None:
    found = guess_metadata(front_matter("url: [https://a.example/owl, https://b.example/]"))

    assert found.url == "https://a.example/owl"
