from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from storage.anchoring.anchors import make_anchor
from storage.library import Library
from storage.models import Article, NewArticle, Target
from tests.budget import examples

TIDE = "The tide barrier stayed open. A résumé of the flooding reached Märta in the harbour."
BAKER = "A baker on Tannery Street watched the water rise to the third stair of her shop."
CHINESE = "维尔茅斯的潮汐闸门昨晚没有关闭，市政府今天宣布调查。"


@pytest.fixture
def shelf(library: Library) -> dict[str, Article]:
    drafts = {
        "tide": NewArticle(TIDE, "Gates open", "Harbour Herald", published="2026-03-05"),
        "baker": NewArticle(BAKER, "Third stair", "Town Crier", published="2026-03-07T09:00:00Z"),
        "chinese": NewArticle(CHINESE, "闸门没有关闭", "晚报", published="2026-03-06"),
    }
    return {name: library.articles.add(draft)[0] for name, draft in drafts.items()}


def names(library: Library, shelf: dict[str, Article], typed: str) -> list[str]:
    known = {article.id: name for name, article in shelf.items()}
    return [known[found.article] for found in library.search.find(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("barrier", ["tide"]),
        ("floods", ["tide"]),
        ("RESUME marta", ["tide"]),
        ('"third stair"', ["baker"]),
        ('"stair third"', []),
        ("harb*", ["tide"]),
        ("harb", []),
        ("tide baker", []),
        ("市政府", ["chinese"]),
        ("闸门", ["chinese"]),
        ("政府 潮汐", ["chinese"]),
        ("潮汐闸门 府", ["chinese"]),
        ("北京", []),
        ("outlet:herald", ["tide"]),
        ("outlet:crier tide", []),
        ("after:2026-03-06 before:2026-03-07", ["chinese"]),
        ("after:2026-03-07", ["baker"]),
        ('water outlet:"Town Crier"', ["baker"]),
        ("marta -baker", ["tide"]),
        ("-barrier -晚", ["baker"]),
        ("-outlet:herald", ["baker", "chinese"]),
        ("-after:2026-03-06", ["tide"]),
        ('-"third stair" -潮汐闸门', ["tide"]),
        ("barrier -barrier", []),
        ("", []),
        ('" ( * AND', []),
    ],
)
def test_articles_are_found(
    library: Library, shelf: dict[str, Article], typed: str, expected: list[str]
) -> None:
    assert names(library, shelf, typed) == expected


@pytest.mark.usefixtures("shelf")
def test_a_match_says_where_it_stands(library: Library) -> None:
    (found,) = library.search.find("barrier")
    assert found.kind == "text"
    assert TIDE[found.start : found.end] == "barrier"
    begin, end = found.snippet.matches[0]
    assert found.snippet.text[begin:end] == "barrier"


@pytest.mark.usefixtures("shelf")
def test_a_word_of_the_title_alone_is_told_so(library: Library) -> None:
    (found,) = library.search.find("gates")
    assert (found.kind, found.start) == ("title", None)


def test_a_word_in_the_title_ranks_first(library: Library) -> None:
    library.articles.add(NewArticle("Much ado. The ferry came late.", "Much ado"))
    second, _ = library.articles.add(NewArticle("Nothing else was new in town.", "The ferry"))
    assert library.search.find("ferry")[0].article == second.id


class TestNotesAndTags:
    def test_they_are_found_where_they_are(
        self, library: Library, shelf: dict[str, Article]
    ) -> None:
        target = Target(shelf["tide"].id, make_anchor(TIDE, 4, 16))
        annotation = library.annotations.create([target], "Who closed it?", ["Claim/Disputed"])
        (note,) = library.search.find("closing")
        assert (note.kind, note.annotation, note.start, note.end) == ("note", annotation.id, 4, 16)
        (tag,) = library.search.find("disputed")
        assert (tag.kind, tag.annotation) == ("tag", annotation.id)
        assert names(library, shelf, "tag:claim") == ["tide"]
        assert names(library, shelf, "tag:claim barrier") == ["tide"]
        assert names(library, shelf, "tag:claims") == []

    def test_a_note_is_found_as_it_is_now(
        self, library: Library, shelf: dict[str, Article]
    ) -> None:
        target = Target(shelf["tide"].id, make_anchor(TIDE, 4, 16))
        annotation = library.annotations.create([target], "Who closed it?", [])
        library.annotations.set_note(annotation.id, "An engineer said so")
        assert library.search.find("closed") == []
        assert len(library.search.find("engineer")) == 1
        library.undo_log.undo()
        assert len(library.search.find("closed")) == 1
        library.annotations.delete(annotation.id)
        assert library.search.find("closed") == []

    def test_the_story_and_the_tags_of_an_article_narrow_the_search(
        self, library: Library, shelf: dict[str, Article]
    ) -> None:
        library.stories.create("Vellmouth", [shelf["baker"].id])
        library.tags.change_on_articles([shelf["tide"].id], [], ["Lead"])
        assert names(library, shelf, "story:vell the") == ["baker"]
        assert names(library, shelf, "tag:lead the") == ["tide"]


def test_what_is_in_the_bin_is_not_found(library: Library, shelf: dict[str, Article]) -> None:
    library.articles.delete(shelf["tide"].id)
    assert library.search.find("barrier") == []
    library.undo_log.undo()
    assert len(library.search.find("barrier")) == 1


def test_an_edited_title_is_found_anew(library: Library, shelf: dict[str, Article]) -> None:
    library.articles.edit(shelf["tide"].id, {"title": "Sluices"})
    assert library.search.find("gates") == []
    assert len(library.search.find("sluice")) == 1


@examples(60, HealthCheck.function_scoped_fixture)
@given(st.text(max_size=40))
def test_every_text_is_a_legal_query(library: Library, typed: str) -> None:
    assert isinstance(library.search.find(typed), list)


MANY = [f"word{number}" for number in range(3000)]
SIGNS = [chr(0x4E00 + number) for number in range(3000)]


@pytest.mark.parametrize("words", [MANY, SIGNS, [sign * 3 for sign in SIGNS]])
def test_any_number_of_words_is_looked_for(library: Library, words: list[str]) -> None:
    article = library.articles.add(NewArticle(" ".join(words), "Many"))[0]
    library.articles.add(NewArticle(" ".join(words[:-1]), "Less"))

    assert [found.article for found in library.search.find(" ".join(words))] == [article.id]
    assert library.search.find(" ".join([*words, "heron"])) == []


def test_any_number_of_words_is_looked_for_in_notes_and_tags(
    library: Library, shelf: dict[str, Article]
) -> None:
    tag = " ".join(MANY[:9])
    library.annotations.create(
        [Target(shelf["tide"].id, make_anchor(TIDE, 4, 8))], " ".join(MANY), [tag]
    )

    assert [found.kind for found in library.search.find(" ".join(MANY))] == ["note"]
    assert [found.kind for found in library.search.find(f"{tag} " * 50)] == ["tag", "note"]


def test_any_number_of_filters_is_held_against_an_article(
    library: Library, shelf: dict[str, Article]
) -> None:
    article = shelf["tide"].id
    tags = [f"claim/t{number}" for number in range(1200)]
    library.tags.change_on_articles([article], [], tags[:600])
    library.annotations.create([Target(article, make_anchor(TIDE, 4, 8))], "", tags[600:])
    library.stories.create("Vellmouth flood", [article])
    library.stories.create("Vellmouth tide", [article, shelf["baker"].id])

    every = " ".join(f"tag:{tag}" for tag in tags)
    assert names(library, shelf, every) == ["tide"]
    assert names(library, shelf, f"{every} tag:CLAIM tag:claim") == ["tide"]
    assert names(library, shelf, f"{every} tag:other") == []
    assert names(library, shelf, "outlet:harb outlet:HERALD " * 900) == ["tide"]
    assert names(library, shelf, "outlet:harb outlet:crier " * 900) == []
    assert set(names(library, shelf, "story:vell " * 1200)) == {"tide", "baker"}
    assert names(library, shelf, "story:vell story:flood") == ["tide"]


@pytest.mark.parametrize(
    "typed",
    [
        "o" * 1_000_000,
        '"' * 3000,
        "(" * 3000,
        "barrier " + "OR " * 3000,
        f'"{"barrier " * 90_000}"',
        "tag:" + "o" * 1_000_000,
        "heron\ud800",
    ],
)
def test_what_is_long_or_no_text_is_a_legal_query_too(
    library: Library, shelf: dict[str, Article], typed: str
) -> None:
    assert names(library, shelf, typed) == []


def test_a_null_character_parts_words(library: Library, shelf: dict[str, Article]) -> None:
    assert names(library, shelf, "barrier\0tide") == ["tide"]
