from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

from storage.export.html.report import render_report
from storage.library import Library
from storage.models import Story
from storage.sample_story import add_sample
from storage.tables.all_coders import GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.memos import Memo
from storage.tables.merged_codings import Codings
from tests.storage.desk import MILL, OWL, add, annotate, lost_target, story, target
from tests.storage.export.html.reading import (
    XHTML,
    Element,
    all_text,
    at,
    folded,
    page,
    parsed,
    report,
    table_rows,
    texts,
)
from textreuse import Settings

HOSTILE = (
    "<script>alert(1)</script> ]]> </style></script> --> &amp; \x1b[31m \u202eesrever"
    " \ud800 javascript:alert(1) \x00\x9b2J"
)


def leads_nowhere(page: Element) -> set[str]:
    names = {element.get("id") for element in page.iter()}
    links = {link.get("href") or "" for link in page.iter(f"{XHTML}a")} - {""}
    return {link for link in links if link.startswith("#") and link[1:] not in names}


class TestPage:
    def test_names_are_unique_and_every_link_inside_leads_somewhere(self, library: Library) -> None:
        made = add_sample(library)
        for article in library.articles.get_all(made.articles):
            annotate(library, article, article.text[40:90], "Why?", "claim")

        page_ = page(library, made)

        names = [element.get("id") for element in page_.iter() if element.get("id")]
        assert len(names) == len(set(names))
        assert leads_nowhere(page_) == set()

    def test_the_same_library_gives_the_same_page(self, library: Library, news: Story) -> None:
        assert report(library, news) == report(library, news)

    def test_it_asks_for_nothing_from_outside(self, library: Library, news: Story) -> None:
        found = page(library, news)

        assert not [one for one in found.iter() if one.get("src") or one.get("style")]
        tags = {element.tag for element in found.iter() if isinstance(element.tag, str)}
        assert not tags & {f"{XHTML}{tag}" for tag in ("link", "img", "iframe", "form", "object")}

    def test_a_story_without_articles_passages_or_notes_is_a_page(self, library: Library) -> None:
        alone = story(library, MILL, name="Mill")

        assert leads_nowhere(page(library, alone)) == set()
        library.articles.delete(alone.articles[0])
        assert folded(page(library, alone)).startswith("Mill")

    def test_text_of_others_is_never_obeyed(self, library: Library) -> None:
        article = add(
            library,
            f"{OWL}\n\n{HOSTILE}".encode("utf-8", "replace").decode(),
            title=HOSTILE,
            outlet=HOSTILE,
            author=HOSTILE,
            url="javascript:alert(1)",
        )
        other = add(library, OWL, url="https://example.org/?a=1&b=<script>")
        made = library.stories.create(HOSTILE, [article.id, other.id])
        library.annotations.create([target(article, "]]> </style>")], HOSTILE, [HOSTILE[:20]])

        text = report(library, made)
        found = parsed(text)

        assert len(list(found.iter(f"{XHTML}script"))) == 1
        assert len(list(found.iter(f"{XHTML}style"))) == 1
        addresses = {link.get("href") or "" for link in found.iter(f"{XHTML}a")} - {""}
        assert {one for one in addresses if not one.startswith("#")} == {
            "https://example.org/?a=1&b=%3Cscript%3E"
        }
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
        assert "<script>alert(1)</script> ]]> </style>" in all_text(texts(found)[0])

    def test_the_policy_names_this_style_and_script_alone(
        self, library: Library, news: Story
    ) -> None:
        found = page(library, news)

        (policy,) = [
            meta.get("content") or ""
            for meta in found.iter(f"{XHTML}meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy.startswith("default-src 'none'; ")
        for tag in ("style", "script"):
            (element,) = found.iter(f"{XHTML}{tag}")
            digest = hashlib.sha256(all_text(element).encode()).digest()
            assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


class TestNotes:
    def test_a_note_has_quote_tags_places_and_copies(self, library: Library, news: Story) -> None:
        annotate(
            library,
            library.articles.get(news.articles[1]),
            OWL,
            "**Same** words",
            "to check",
            "bird",
        )
        library.tags.set_colour(library.tags.get_or_create("bird"), "teal")

        note = at(page(library, news), "note-1")

        quote = note.find(f"{XHTML}blockquote")
        assert quote is not None
        assert all_text(quote) == OWL
        links = [(one.text, one.get("href")) for one in note.iter(f"{XHTML}a")]
        assert links == [("B\xa0¶3", "#n1-1"), ("A\xa0¶2", "#n1-2")]
        assert "copy, 100%" in folded(note)
        assert [one.get("class") for one in note.iter(f"{XHTML}span") if "#" in all_text(one)] == [
            "tag",
            "tag tag-teal",
        ]
        assert [one.text for one in note.iter(f"{XHTML}strong")] == ["Same"]

    def test_its_words_carry_its_key_in_the_text(self, library: Library, news: Story) -> None:
        annotate(library, library.articles.get(news.articles[1]), "moved into the belfry")

        found = [
            (all_text(mark), mark.get("class"))
            for text in texts(page(library, news))
            for mark in text.iter(f"{XHTML}mark")
            if "n1" in (mark.get("data-k") or "").split()
        ]

        assert found == [
            ("moved into the belfry", "verbatim"),
            ("moved into the belfry", "verbatim note"),
        ]

    def test_an_orphan_says_so_and_leads_nowhere(self, library: Library, news: Story) -> None:
        article = library.articles.get(news.articles[0])
        library.annotations.create([lost_target(article, "the heron of the weir")], "Gone")

        note = at(page(library, news), "note-1")

        assert "this quote is no longer in it" in folded(note)
        assert "the heron of the weir" in folded(note)
        assert not list(note.iter(f"{XHTML}a"))


class TestMethod:
    def test_a_third_person_can_repeat_it(self, library: Library, news: Story) -> None:
        found = at(page(library, news), "method")

        assert "Copydesk 1.2" in folded(found)
        assert "sensitivity=3" in folded(found)
        (table,) = found.iter(f"{XHTML}table")
        for row, article in zip(
            table_rows(table), library.articles.get_all(news.articles), strict=True
        ):
            assert row[1:3] == [
                hashlib.sha256(article.text.encode()).hexdigest(),
                str(len(article.text)),
            ]

    def test_other_settings_are_used_and_told(self, library: Library) -> None:
        made = story(library, OWL, OWL.replace("the belfry", "our tower"))

        strict = render_report(library, made, version="1.2", settings=Settings(sensitivity=1))

        assert "sensitivity=1" in strict
        assert "<ins>our tower</ins>" not in strict


def test_what_coders_say_of_articles_and_of_the_story_is_told(
    library: Library, news: Story
) -> None:
    first, second = news.articles
    noon = "2026-03-05T12:00:00.000Z"
    own = annotate(library, library.articles.get(first), "paper mill", "Which?")
    library.coding_merger.store(
        Codings(
            [replace(own, id="a" * 12, coder="<i>Ben</i>")],
            [GivenTag(first, "genre/news", one) for one in ("Anna", "<i>Ben</i>")],
            [Memo(second, "Anna", "<b>Sure</b> [x](https://x.example)", noon, noon)],
            [Memo(news.id, "", "Two towns", noon, noon)],
            [CodedMark(first, "Anna", noon)],
        )
    )

    found = page(library, news)

    article = table_rows(next(found.iter(f"{XHTML}table")))[0][1]
    assert article.endswith("#genre/news by <i>Ben</i> and Anna marked as coded by Anna")
    memos = folded(at(found, "memos"))
    assert memos == (
        "Memos Owl news Two towns B Outlet B by Anna <b>Sure</b> [x](https://x.example)"
    )
    assert [folded(at(found, f"note-{number}"))[:19] for number in (1, 2)] == [
        "n1 paper mill A ¶1 ",
        "n2 by <i>Ben</i> pa",
    ]
    assert leads_nowhere(found) == set()
