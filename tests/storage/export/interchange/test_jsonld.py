from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.anchoring.anchors import make_anchor
from storage.annotation_import.import_annotations import import_annotations
from storage.export import selection
from storage.export.interchange.formats import JSONLD
from storage.library import Library
from storage.models import Anchor, Annotation, Article, NewArticle, Target
from storage.tables.all_coders import GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.memos import Memo
from storage.tables.merged_codings import Codings
from storage.tables.tag_names import clean_tags
from tests.budget import examples
from tests.storage.annotation_import.written_elsewhere import document, exported
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add, annotate, lost_target, story, target
from tests.storage.export.interchange.annotation_model import faults
from tests.storage.export.interchange.linked_data import there_and_back

Shelf = Callable[[], AbstractContextManager[Library]]

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_NOON = "2026-03-05T12:00:00.000Z"
_CODERS = ["", "Anna", "Ben: ü%41"]
_TEXTS = ANY_TEXT.filter(lambda text: bool(text)).map(lambda text: text.replace("\r", "\n"))


@st.composite
def anchors(draw: st.DrawFn, text: str) -> Anchor:
    """Draw an anchor in the text, or of words that are gone from it."""
    if draw(st.integers(0, 3)):
        start = draw(st.integers(0, len(text) - 1))
        return make_anchor(text, start, draw(st.integers(start + 1, len(text))))
    quote = draw(ANY_TEXT.filter(bool))
    start = draw(st.integers(0, 500))
    return Anchor(start, start + len(quote), quote, draw(ANY_TEXT), draw(ANY_TEXT))


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[NewArticle], list[Any], list[Any]]:
    """Draw texts, what is annotated in them, and what coders say of whole ones."""
    texts = draw(st.lists(_TEXTS, min_size=1, max_size=3, unique=True))
    address = st.sampled_from(
        ["https://a.example/x?q=1&r=2", "https://a.example/ü b#c", "javascript:alert(1)", "C:\\x"]
    )
    drafts = [
        NewArticle(
            text, draw(ANY_TEXT) or "Untitled", draw(ANY_TEXT), url=draw(st.none() | address)
        )
        for text in texts
    ]
    made = []
    for _ in range(draw(st.integers(0, 5))):
        places = draw(st.lists(st.integers(0, len(texts) - 1), min_size=1, max_size=3))
        made.append(
            (
                [(place, draw(anchors(texts[place]))) for place in places],
                draw(ANY_TEXT),
                draw(st.lists(ANY_TEXT, max_size=3)),
                draw(st.booleans()),
            )
        )
    said = st.tuples(st.integers(0, len(texts) - 1), st.sampled_from(_CODERS), ANY_TEXT)
    return drafts, made, draw(st.lists(said, max_size=4))


def filled(
    library: Library, drafts: list[NewArticle], made: list[Any], said: Sequence[Any] = ()
) -> None:
    articles = [library.articles.add(draft)[0] for draft in drafts]
    for places, note, tags, kept in made:
        targets = [Target(articles[place].id, anchor) for place, anchor in places]
        annotation = library.annotations.create(targets, note, tags)
        if kept:
            library.annotations.keep_orphan(annotation.id, 0)
    story = library.stories.create("All", [article.id for article in articles])
    codings = Codings([], [], [], [], [])
    for place, coder, text in said:
        about, words = articles[place].id, text.strip()
        codings.marks.append(CodedMark(about, coder, _NOON))
        codings.tags.extend(GivenTag(about, tag, coder) for tag in clean_tags([text]))
        if words:
            codings.article_memos.append(Memo(about, coder, words, _NOON, _NOON))
            codings.story_memos.append(Memo(story.id, coder, words, _NOON, _NOON))
    library.coding_merger.store(codings)


def in_story(library: Library) -> selection.Selection:
    return selection.select_story(library, library.stories.find(library.stories.list_all()[0].id))


def coding_of(library: Library) -> list[Any]:
    """Return all that coders said of whole articles and of the story, whatever that is called."""
    tags, memos, coded, of_story = in_story(library).coding
    return [set(tags), memos, coded, [memo[1:] for memo in of_story]]


def bare(value: Any) -> Any:
    """Return a document with what is alone in a list instead of the list, which means the same."""
    if isinstance(value, list):
        return bare(value[0]) if len(value) == 1 else [bare(one) for one in value]
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items()}
    return value


class TestRoundTrip:
    @examples(40)
    @given(made=libraries())
    def test_annotations_come_back_as_they_were(self, shelf: Shelf, made: Any) -> None:
        drafts, annotations, said = made
        with shelf() as library, shelf() as other:
            filled(library, drafts, annotations, said)
            data = exported(library, in_story(library), JSONLD)
            filled(other, drafts, [])

            brought = import_annotations(other, data, "notes.jsonld")

            assert other.annotations.list_all() == library.annotations.list_all()
            assert coding_of(other) == coding_of(library)
            assert (brought.left_out, brought.notices, brought.there) == ([], [], ())
            assert exported(other, in_story(other), JSONLD).count(b"urn:") == data.count(b"urn:")

    @examples(20)
    @given(made=libraries())
    def test_importing_again_adds_nothing(self, shelf: Shelf, made: Any) -> None:
        with shelf() as library:
            filled(library, *made)
            before, said = library.annotations.list_all(), coding_of(library)
            data = exported(library, in_story(library), JSONLD)

            brought = import_annotations(library, data, "notes.jsonld")

            assert brought.added == ()
            assert brought.there == tuple(one.id for one in before)
            assert brought.differing == 0
            assert brought.merged[1:] == (0, 0, 0, 0)
            assert library.annotations.list_all() == before
            assert coding_of(library) == said

    @examples(20)
    @given(made=libraries())
    def test_what_is_written_meets_the_model(self, shelf: Shelf, made: Any) -> None:
        with shelf() as library:
            filled(library, *made)

            written = document(library, in_story(library))

            assert faults(written) == []
            assert bare(there_and_back(written)) == bare(written)


@pytest.fixture
def page(library: Library) -> tuple[Article, Article]:
    """Return two articles of one story, the first with an address."""
    first = add(
        library,
        f"{OWL}\n\n{MILL}",
        "Owl moves in",
        outlet="Gazette",
        url="https://gazette.example/owl",
        published="2026-03-05",
    )
    second = add(library, f"{BRIDGE}\n\n{OWL}")
    library.stories.create("Owls", [first.id, second.id])
    return first, second


def items(library: Library) -> list[Any]:
    found: list[Any] = document(library, in_story(library))["items"]
    return found


def test_the_page_tells_of_its_collection(library: Library, page: tuple[Article, Article]) -> None:
    annotate(library, page[0], "barn owl", "Which?", "claim")

    written = document(library, in_story(library))

    assert written["type"] == "AnnotationPage"
    assert written["partOf"]["type"] == "AnnotationCollection"
    assert (written["partOf"]["label"], written["partOf"]["total"]) == ("Owls", 1)
    assert faults(written) == []


def test_a_stranger_finds_the_article_by_address_title_and_id(
    library: Library, page: tuple[Article, Article]
) -> None:
    annotate(library, page[0], "barn owl")

    (item,) = items(library)

    assert item["target"]["source"] == {
        "id": "https://gazette.example/owl",
        "type": "Text",
        "canonical": f"urn:copydesk:article:{page[0].id}",
        "dcterms:title": "Owl moves in",
        "dcterms:publisher": "Gazette",
        "dcterms:issued": "2026-03-05",
    }


def test_note_and_tags_are_bodies_and_a_mark_has_none(
    library: Library, page: tuple[Article, Article]
) -> None:
    annotate(library, page[0], "barn owl", "Which *owl*?", "claim/disputed")
    annotate(library, page[0], "belfry", "", "claim")
    annotate(library, page[0], "choir")

    note, tag, mark = items(library)

    assert note["motivation"] == "commenting"
    assert [(one["purpose"], one["value"]) for one in note["body"]] == [
        ("commenting", "Which *owl*?"),
        ("tagging", "claim/disputed"),
    ]
    assert note["body"][0]["format"] == "text/markdown"
    assert (tag["motivation"], len(tag["body"])) == ("tagging", 1)
    assert mark["motivation"] == "highlighting"
    assert "body" not in mark


def test_a_shared_note_has_several_targets(library: Library, page: tuple[Article, Article]) -> None:
    library.annotations.create([target(page[0], OWL), target(page[1], OWL)], "Same words")

    (item,) = items(library)

    assert [one["source"]["canonical"][-12:] for one in item["target"]] == [one.id for one in page]


def test_offsets_are_code_points(library: Library) -> None:
    article = add(library, f"🦉🦉 {OWL}")
    library.stories.create("Owls", [article.id])
    annotate(library, article, "barn owl")

    (item,) = items(library)

    position, quote = item["target"]["selector"]
    assert (position["start"], position["end"]) == (5, 13)
    assert quote["prefix"] == "🦉🦉 A "


@pytest.mark.parametrize("words", ["owl", 'tag:"to check"', "tag:é", "before:2030 <owl> {é}"])
def test_the_page_has_an_iri_whatever_was_searched_for(library: Library, words: str) -> None:
    annotate(library, add(library, f"{OWL} é", published="2026-03-05"), "owl", "", "to check", "é")

    assert faults(document(library, selection.select_search(library, words))) == []


def test_texts_of_others_do_not_leave_with_the_notes(library: Library) -> None:
    made = story(library, f"{OWL}\n\n{MILL}\n\n{HONEY}", BRIDGE)
    annotate(library, library.articles.get(made.articles[0]), "barn owl", "Which?")

    data = exported(library, in_story(library), JSONLD).decode()

    assert "barn owl" in data
    assert "honey harvest" not in data
    assert "iron bridge" not in data


def test_what_is_in_the_bin_does_not_leave(library: Library, page: tuple[Article, Article]) -> None:
    annotation = library.annotations.create([target(page[0], OWL), target(page[1], OWL)], "Both")
    library.annotations.delete(annotate(library, page[0], "choir", "Gone").id)
    library.articles.delete(page[1].id)

    (item,) = items(library)

    assert item["id"] == f"urn:copydesk:annotation:{annotation.id}"
    assert item["target"]["source"]["canonical"][-12:] == page[0].id


def test_an_orphan_that_is_kept_stays_kept(
    library: Library, page: tuple[Article, Article], shelf: Shelf
) -> None:
    made = library.annotations.create([lost_target(page[0], "heron")], "Was it?")
    kept: Annotation = library.annotations.keep_orphan(made.id, 0)
    data = exported(library, in_story(library), JSONLD)

    with shelf() as other:
        add(other, page[0].text)
        brought = import_annotations(other, data, "notes.jsonld")

        assert brought.states == {"orphan": 1}
        assert other.annotations.get(made.id) == kept
        assert kept.targets[0].orphaned is not None


def test_what_coders_say_of_whole_articles_and_stories_is_told_of_these(
    library: Library, page: tuple[Article, Article], shelf: Shelf
) -> None:
    article = page[0].id
    library.coding_merger.store(
        Codings(
            [],
            [GivenTag(article, "genre/news", "Anna"), GivenTag(article, "local", "Anna")],
            [Memo(article, "Anna", "*Sure*", _NOON, _NOON)],
            [],
            [CodedMark(article, "Anna", _NOON)],
        )
    )
    library.memos.write("story", library.stories.list_all()[0].id, "Two villages")

    written = document(library, in_story(library))

    assert written["partOf"]["total"] == 4
    assert faults(written) == []
    tags, memo, coded, of_story = written["items"]
    assert [one["value"] for one in tags["body"]] == ["genre/news", "local"]
    assert (memo["body"]["value"], memo["body"]["format"]) == ("*Sure*", "text/markdown")
    assert coded["body"]["value"] == "coded"
    assert {one["creator"]["name"] for one in (tags, memo, coded)} == {"Anna"}
    assert {one["target"]["canonical"][-12:] for one in (tags, memo, coded)} == {article}
    assert of_story["target"]["dcterms:title"] == "Owls"

    with shelf() as other:
        add(other, page[0].text)
        brought = import_annotations(other, json.dumps(written).encode(), "notes.jsonld")

        assert other.annotations.list_all() == []
        assert (brought.merged.tags, brought.merged.memos, brought.merged.marks) == (2, 1, 1)
        assert [why for _, why in brought.left_out] == [
            f"is on “Owls” ({of_story['target']['id']}), which is not in the library"
        ]
        other.undo_log.undo()
        assert other.tags.find_on_articles([article]) == {}
