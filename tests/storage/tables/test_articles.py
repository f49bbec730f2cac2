from __future__ import annotations

import pytest

from storage.errors import NotFoundError, ReadError
from storage.library import Library
from storage.models import NewArticle
from storage.open_library import open_library
from tests.storage.desk import HONEY, MILL, OWL, PARADE, add, annotate, draft


def titles(library: Library) -> list[str]:
    return [listed.title for listed in library.articles.list_all()]


def test_an_article_is_stored_with_all_that_is_known(library: Library) -> None:
    known = NewArticle(
        f"{OWL}\n\n{MILL}\n",
        "Owl moves in",
        "Gazette",
        "Nell Harker",
        "2026-03-05T08:00:00Z",
        "https://example.org/owl",
        "/desk/owl.txt",
    )

    article, new = library.articles.add(known)

    assert new
    assert library.articles.get(article.id) == article
    assert NewArticle(*(getattr(article, name) for name in NewArticle._fields)) == known
    assert article.words == 27
    assert article.added.endswith("Z")


@pytest.mark.parametrize(
    "text", ["Tab\t, NUL-less \x01, \x1b[31m, \u202e, e\u0301\u00ad\u2028.", "'; DROP TABLE x; --"]
)
def test_a_text_is_stored_as_it_stands(library: Library, text: str) -> None:
    assert library.articles.get(add(library, text).id).text == text


def test_an_article_is_called_after_its_outlet_where_room_is_little(library: Library) -> None:
    assert add(library, OWL, "Owl moves in", outlet="Gazette").name == "Gazette"
    assert add(library, MILL, "Mill reopens").name == "Mill reopens"


def test_the_same_text_twice_is_one_article(library: Library) -> None:
    first, _ = library.articles.add(draft(OWL, "First", outlet="Gazette", author="Nell"))

    again, new = library.articles.add(draft(OWL, "Second", author="Tom"))

    assert not new
    assert again == first
    assert titles(library) == ["First"]


def test_an_article_that_is_there_as_it_comes_is_not_written(library: Library) -> None:
    add(library, OWL, outlet="Gazette")

    with open_library(library.path) as other:
        assert add(library, OWL) == add(library, OWL, outlet="Gazette")
        assert not other.has_changed_elsewhere()
        add(library, OWL, outlet="Herald")
        assert other.has_changed_elsewhere()


def test_an_outlet_that_is_named_again_replaces_the_old_one(library: Library) -> None:
    add(library, OWL, outlet="Gazette")

    assert add(library, OWL, outlet="Herald").outlet == "Herald"
    assert add(library, OWL).outlet == "Herald"


def test_one_character_makes_another_article(library: Library) -> None:
    assert add(library, OWL).id != add(library, f"{OWL} ").id


def test_the_last_added_is_listed_first(library: Library) -> None:
    for text in (OWL, MILL, PARADE):
        add(library, text, text.split()[-1])

    assert titles(library) == ["morning.", "clockmakers.", "awake."]


def test_a_list_tells_tags_annotations_and_stories(library: Library) -> None:
    owl, mill = add(library, OWL, "Owl"), add(library, MILL, "Mill")
    annotate(library, owl, "barn owl", "Which barn?", "birds", "Animals")
    annotate(library, owl, "choir", "", "Animals")
    annotate(library, mill, "school")
    gone = annotate(library, owl, "belfry", "", "gone")
    library.annotations.delete(gone.id)
    for name in ("Village", "Animals"):
        library.stories.create(name, [owl.id])
    library.stories.delete(library.stories.create("Deleted", [owl.id, mill.id]).id)

    of_mill, of_owl = library.articles.list_all()

    assert (of_owl.annotations, of_owl.tags) == (2, ("Animals", "birds"))
    assert of_owl.stories == ("Village", "Animals")
    assert (of_mill.annotations, of_mill.tags, of_mill.stories) == (1, (), ())


def test_an_annotation_counts_once_however_often_it_marks_an_article(library: Library) -> None:
    owl = add(library, OWL)
    one = annotate(library, owl, "barn owl", "", "bird")
    library.annotations.create(
        [*one.targets, *annotate(library, owl, "choir").targets], tags=["bird"]
    )

    (listed,) = library.articles.list_all()

    assert (listed.annotations, listed.tags) == (3, ("bird",))


def test_an_unknown_id_is_an_error(library: Library) -> None:
    with pytest.raises(NotFoundError, match="No article has the id 123"):
        library.articles.get("123")


def test_several_are_returned_in_the_order_asked_for(library: Library) -> None:
    owl, mill = add(library, OWL), add(library, MILL)

    assert library.articles.get_all([mill.id, "unknown", owl.id]) == [mill, owl]
    assert library.articles.get_all([]) == []


class TestFind:
    @pytest.fixture(autouse=True)
    def articles(self, library: Library) -> None:
        for text, title in (
            (OWL, "Owl moves into belfry"),
            (MILL, "Mill to become a school"),
            (PARADE, "School parade"),
            (HONEY, "Parade"),
        ):
            add(library, text, title)

    def test_by_its_id(self, library: Library) -> None:
        for listed in library.articles.list_all():
            assert library.articles.find(listed.id).title == listed.title

    @pytest.mark.parametrize("part", ["belfry", "OWL MOVES", "Owl moves into belfry"])
    def test_by_a_part_of_its_title_in_any_case(self, library: Library, part: str) -> None:
        assert library.articles.find(part).text == OWL

    def test_a_whole_title_wins_over_a_part_of_another(self, library: Library) -> None:
        assert library.articles.find("parade").text == HONEY

    def test_several_are_listed(self, library: Library) -> None:
        with pytest.raises(NotFoundError) as failure:
            library.articles.find("school")

        listed = [one for one in library.articles.list_all() if "chool" in one.title]
        assert str(failure.value) == (
            f"“school” matches 2 articles; give the id of one: {listed[0].id} School parade;"
            f" {listed[1].id} Mill to become a school"
        )
        assert failure.value.choices == tuple(f"{one.id} {one.title}" for one in listed)

    def test_none_is_told(self, library: Library) -> None:
        with pytest.raises(NotFoundError, match="No article has “heron” as its id or in its title"):
            library.articles.find("heron")

    def test_one_in_the_bin_is_not_found(self, library: Library) -> None:
        library.articles.delete(library.articles.find("belfry").id)

        with pytest.raises(NotFoundError):
            library.articles.find("belfry")


class TestEditing:
    def test_what_is_read_is_renewed_without_its_text(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL, "Mill")
        library.articles.edit(owl.id, {"outlet": "Gazette"})
        library.articles.delete(mill.id)

        renewed = library.articles.renew([mill, owl])

        assert renewed == [mill, library.articles.get(owl.id)]
        assert renewed[1].text is owl.text

    def test_several_are_changed_in_one_step(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL)
        library.articles.edit_all(
            {owl.id: {"outlet": "Gazette"}, mill.id: {"outlet": "Coast", "author": "Nell"}}
        )

        assert [one.outlet for one in library.articles.get_all([owl.id, mill.id])] == [
            "Gazette",
            "Coast",
        ]
        assert library.undo_log.undo() == "2 articles edited"
        assert library.articles.get_all([owl.id, mill.id]) == [owl, mill]

    def test_where_one_cannot_be_none_is_changed(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL)
        with pytest.raises(ReadError, match="“soon” is not a date"):
            library.articles.edit_all(
                {owl.id: {"published": "2026-03-05"}, mill.id: {"published": "soon"}}
            )
        assert library.articles.get(owl.id) == owl


class TestTrash:
    def test_an_article_goes_with_its_annotations(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL, "Mill")
        annotate(library, owl, "barn owl", "Which barn?", "bird")
        story = library.stories.create("Village", [owl.id, mill.id])

        library.articles.delete(owl.id)

        assert titles(library) == ["Mill"]
        assert library.annotations.list_all() == []
        assert library.stories.get(story.id).articles == (mill.id,)
        with pytest.raises(NotFoundError):
            library.articles.get(owl.id)

    def test_undo_brings_it_back_with_everything(self, library: Library) -> None:
        owl = add(library, OWL)
        annotation = annotate(library, owl, "barn owl", "Which barn?", "bird")
        story = library.stories.create("Village", [owl.id])
        library.articles.delete(owl.id)

        assert library.undo_log.undo() == "article moved to the trash"

        assert library.articles.get(owl.id) == owl
        assert library.annotations.list_all() == [annotation]
        assert library.stories.get(story.id).articles == (owl.id,)

    def test_several_go_and_come_back_in_one_step(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL, "Mill")

        library.articles.delete_all([owl.id, mill.id])

        assert titles(library) == []
        assert library.undo_log.undo() == "2 articles moved to the trash"
        assert len(titles(library)) == 2

    def test_where_one_is_gone_none_goes(self, library: Library) -> None:
        owl = add(library, OWL)
        with pytest.raises(NotFoundError):
            library.articles.delete_all([owl.id, "gone"])
        assert len(titles(library)) == 1

    def test_adding_the_text_again_brings_it_back(self, library: Library) -> None:
        owl = add(library, OWL, "Owl")
        annotation = annotate(library, owl, "barn owl")
        library.articles.delete(owl.id)

        again, new = library.articles.add(draft(OWL, "Another title"))

        assert new
        assert again == owl
        assert library.annotations.list_all() == [annotation]

    def test_adding_the_text_again_does_not_bar_the_way_to_earlier_steps(
        self, library: Library
    ) -> None:
        owl = add(library, OWL)
        annotate(library, owl, "barn owl")
        library.articles.delete(owl.id)
        add(library, OWL)

        assert library.undo_log.undo() == "mark added"
        assert library.annotations.list_all() == []

    def test_an_unknown_article_is_not_found(self, library: Library) -> None:
        with pytest.raises(NotFoundError):
            library.articles.delete("123")
