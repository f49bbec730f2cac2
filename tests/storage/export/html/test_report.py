from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_in
from storage.export.evidence import Place
from storage.export.html.differences import find_differences
from storage.export.html.passage_marks import mark_passages
from storage.export.html.report import render_report
from storage.export.html.segments import cut_segments
from storage.export.story_passages import list_story_passages
from storage.library import Library
from storage.models import Story
from storage.sample import add_sample
from tests.storage.desk import (
    BRIDGE,
    HONEY,
    MILL,
    OWL,
    PARADE,
    add,
    annotate,
    compared,
    lost_target,
    quickly,
    story,
    target,
)
from tests.storage.export.html.reading import XHTML, Element, all_text, parsed, table_rows
from tests.textreuse.stories import stories
from textreuse import KINDS, Settings, Span, merge

HOSTILE = (
    "<script>alert(1)</script> ]]> </style></script> --> &amp; \x1b[31m \u202eesrever"
    " \ud800 javascript:alert(1) \x00\x9b2J"
)


@pytest.fixture
def news(library: Library) -> Story:
    """Make a story of two articles that share the owl."""
    return story(library, f"{MILL}\n\n{OWL}", f"{BRIDGE}\n\n{PARADE}\n\n{OWL}", name="Owl news")


def report(library: Library, story: Story) -> str:
    return render_report(library, library.stories.get(story.id), version="1.2")


def page(library: Library, story: Story) -> Element:
    return parsed(report(library, story))


def at(page: Element, name: str) -> Element:
    (found,) = [element for element in page.iter() if element.get("id") == name]
    return found


def texts(page: Element) -> list[Element]:
    return [one for one in page.iter(f"{XHTML}div") if one.get("class") == "text"]


def folded(element: Element) -> str:
    return " ".join(all_text(element).split())


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


class TestTexts:
    def test_a_number_leads_to_the_next_copy_and_round(self, library: Library, news: Story) -> None:
        library.stories.extend(news.id, [add(library, f"{HONEY} {OWL}").id])

        numbers = [
            link
            for text in texts(page(library, news))
            for link in text.iter(f"{XHTML}a")
            if (link.get("data-k") or "") == "p1"
        ]

        assert [(link.get("id"), link.get("href")) for link in numbers] == [
            ("p1-1", "#p1-2"),
            ("p1-2", "#p1-3"),
            ("p1-3", "#p1-1"),
        ]
        assert numbers[0].get("title") == "Passage 1, verbatim: also B ¶3, C ¶1"

    def test_what_is_highlighted_is_what_the_figures_count(self, library: Library) -> None:
        made = add_sample(library)
        articles = library.articles.get_all(made.articles)
        comparison = compare_in(library, articles).kept
        for index, text in enumerate(texts(page(library, made))):
            shown = [
                all_text(mark) for mark in text.iter(f"{XHTML}mark") if mark.get("class") in KINDS
            ]
            shared = "".join(
                articles[index].text[span.start : span.end] for span in comparison.shared(index)
            )
            assert "".join("".join(shown).split()) == "".join(shared.split())

    def test_an_ignored_passage_is_not_shown(self, library: Library, news: Story) -> None:
        articles = library.articles.get_all(news.articles)
        library.ignored_passages.ignore(articles, compare_in(library, articles).kept.passages)

        found = page(library, news)

        assert not [mark for text in texts(found) for mark in text.iter(f"{XHTML}mark")]
        assert "Left out by hand: 1 passage;" in folded(at(found, "method"))
        assert table_rows(next(found.iter(f"{XHTML}table")))[0][4] == "0% 0"


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


class TestPassages:
    def test_what_was_changed_is_shown(self, library: Library) -> None:
        owls = OWL.replace("the belfry", "our tower")
        found = at(page(library, story(library, OWL, owls)), "passage-1")

        assert [all_text(one) for one in found.iter(f"{XHTML}del")] == ["the belfry"]
        assert [all_text(one) for one in found.iter(f"{XHTML}ins")] == ["our tower"]
        assert "edited" in folded(found)

    def test_places_with_the_same_change_are_told_together(self) -> None:
        owls = OWL.replace("the belfry", "our tower")
        made = compared(OWL, owls, f"{MILL} {owls}")

        (passage,) = list_story_passages(made)
        (difference,) = find_differences(made.kept, passage)

        assert difference.places == (1, 2)

    @quickly
    @given(stories())
    def test_differences_are_the_words_of_both_sides(self, made: list[str]) -> None:
        news = compared(*made, sensitivity=2)
        for passage in list_story_passages(news):
            first = passage.group.spans[0]
            for difference in find_differences(news.kept, passage):
                assert 0 not in difference.places
                if difference.html.count("<p") == 1:  # a paraphrase shows both sides
                    kept = re.sub("<ins>.*?</ins>|<[^>]*>", "", difference.html, flags=re.DOTALL)
                    bare = re.sub(r"\W+", "", re.sub("&#?[a-z0-9]+;", "", kept))
                    assert bare in re.sub(r"\W+", "", made[first.article])


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


@quickly
@given(stories())
def test_segments_of_a_shared_kind_are_what_is_shared(made: list[str]) -> None:
    news = compared(*made)
    passages = list_story_passages(news)
    for article, text in enumerate(made):
        highlighted = merge(
            Span(article, segment.start, segment.end)
            for segment in cut_segments(len(text), mark_passages(passages, article))
            if {mark.style for mark in segment.marks} - {"repeat"}
        )
        assert highlighted == news.kept.shared(article)


@quickly
@given(stories())
def test_paragraphs_are_numbered_as_in_every_export(made: list[str]) -> None:
    story = compared(*made)
    for passage in story.kept.passages:
        for span in (passage.left, passage.right):
            article = story.articles[span.article]
            assert story.number_paragraph(span) == Place(article, span.start, span.end).paragraph


@given(st.integers(1, 3))
def test_passages_are_numbered_as_under_the_lens_shared(times: int) -> None:
    made = [f"{PARADE} {PARADE}\n\n{OWL} {MILL}", *[f"{OWL}\n\n{HONEY}"] * times]
    found = list_story_passages(compared(*made))

    shared = [one for one in found if len(one.group.articles) > 1]
    assert [one.number for one in shared] == [str(n) for n in range(1, len(shared) + 1)]
    assert all(one.group.spans < two.group.spans for one, two in pairwise(shared))
    assert [one.title for one in found if one not in shared] == ["Repeat R1"]
