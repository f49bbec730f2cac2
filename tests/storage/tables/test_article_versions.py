from __future__ import annotations

from itertools import permutations

import pytest

from storage.anchoring.anchors import make_anchor
from storage.anchoring.locate import locate
from storage.library import Library
from storage.models import Article, NewArticle, Target
from storage.tables.article_details import write_details
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

URL = "https://herald.example/gates"
NEWS = (OWL, MILL, PARADE, BRIDGE, HONEY, VAN)
FIRST = "The gates stayed open for an hour. The mayor called it a mishap. Nobody was hurt."
SECOND = "Updated on Friday. The gates stayed open for an hour. The mayor called it a scandal."


def add(library: Library, text: str, url: str | None = URL) -> Article:
    return library.articles.add(NewArticle(text, "Gates", url=url))[0]


def test_another_text_at_the_same_address_is_a_newer_version(library: Library) -> None:
    first, second = add(library, FIRST), add(library, SECOND)
    assert second.previous == first.id
    assert library.articles.find_versions(first.id) == [first.id, second.id]
    assert library.articles.find_versions(second.id) == [first.id, second.id]
    assert library.articles.get(first.id).text == FIRST


def test_three_versions_are_one_chain(library: Library) -> None:
    ids = [add(library, text).id for text in (FIRST, SECOND, FIRST + SECOND)]
    assert [library.articles.get(one).previous for one in ids] == [None, ids[0], ids[1]]
    assert all(library.articles.find_versions(one) == ids for one in ids)


def test_other_addresses_and_the_same_text_are_no_version(library: Library) -> None:
    add(library, FIRST)
    assert add(library, SECOND, None).previous is None
    again, is_new = library.articles.add(NewArticle(FIRST, "Gates", url=URL))
    assert not is_new
    assert again.previous is None


def test_annotations_go_to_the_newer_version_and_find_their_words(library: Library) -> None:
    first = add(library, FIRST)
    begin = FIRST.index("stayed")
    target = Target(first.id, make_anchor(FIRST, begin, begin + len("stayed open for an hour")))
    annotation = library.annotations.create([target], "How long?", ["claim"])
    second = add(library, SECOND)
    (moved,) = library.annotations.get(annotation.id).targets
    assert moved.article == second.id
    found = locate(moved.anchor, SECOND)
    assert found is not None
    assert SECOND[found.start : found.end] == "stayed open for an hour"
    library.undo_log.undo()
    assert library.annotations.get(annotation.id).targets == (target,)


def test_it_takes_the_place_in_stories_and_the_tags(library: Library) -> None:
    first, other = add(library, FIRST), add(library, "Other text.", None)
    story = library.stories.create("Gates", [first.id, other.id])
    library.tags.change_on_articles([first.id], [], ["lead"])
    second = add(library, SECOND)
    assert library.stories.get(story.id).articles == (second.id, other.id)
    assert library.tags.find_on_articles([second.id]) == {second.id: ("lead",)}


def test_a_verdict_moves_where_its_words_stand(library: Library) -> None:
    first = add(library, FIRST)
    begin = FIRST.index("The gates")
    end = FIRST.index(" The mayor")
    library.boilerplate_marks.mark(first, begin, end)
    second = add(library, SECOND)
    (verdict,) = library._db.query("SELECT * FROM verdict")
    assert verdict["article"] == second.id
    assert SECOND[verdict["start"] : verdict["end"]] == FIRST[begin:end]


def make(text: str, **known: str) -> NewArticle:
    return NewArticle(text, "Gates", url=URL)._replace(**known)


class TestOrder:
    """Versions follow upon each other by what they tell of themselves."""

    PUBLISHED = "2026-03-02T08:30:00Z"

    @pytest.mark.parametrize(
        ("older", "newer"),
        [
            ({"modified": "2026-03-02T08:30:00Z"}, {"modified": "2026-03-03T10:00:00Z"}),
            ({"published": PUBLISHED}, {"published": PUBLISHED, "modified": "2026-03-03"}),
            ({"published": "2026-03-02"}, {"published": "2026-03-04"}),
            ({"captured": "2026-03-02T12:00:00Z"}, {"captured": "2026-03-02T18:00:00Z"}),
            (
                {"published": PUBLISHED, "captured": "2026-03-02T12:00:00Z"},
                {"published": PUBLISHED, "captured": "2026-03-04T12:00:00Z"},
            ),
            ({"captured": "2026-03-02T12:00:00Z"}, {}),
            ({"captured": "2026-03-02T12:00:00Z"}, {"published": "2026-03-01"}),
            (
                {"modified": "2026-03-03T10:00:00Z", "captured": "2026-03-03T11:00:00Z"},
                {"captured": "2026-03-05T11:00:00Z"},
            ),
            (
                {"modified": "2026-03-03", "captured": "2026-03-05T11:00:00Z"},
                {"modified": "2026-03-04", "captured": "2026-03-04T11:00:00Z"},
            ),
            (
                {"modified": "2026-03-03", "captured": "2026-03-03T08:00:00Z"},
                {"modified": "2026-03-03T10:00:00Z", "captured": "2026-03-03T11:00:00Z"},
            ),
        ],
    )
    def test_it_is_not_that_of_collecting(
        self, library: Library, older: dict[str, str], newer: dict[str, str]
    ) -> None:
        new, _ = library.articles.add(make(SECOND, **newer))
        old, _ = library.articles.add(make(FIRST, **older))
        assert library.articles.find_versions(new.id) == [old.id, new.id]
        assert library.articles.get(new.id).previous == old.id
        assert old.previous is None

    def test_what_was_captured_after_another_was_there_is_newer(self, library: Library) -> None:
        old, _ = library.articles.add(make(FIRST, modified="2026-03-03", published="2026-03-02"))
        later = {"published": "2026-03-02", "captured": "9999-03-03"}
        new, _ = library.articles.add(make(SECOND, **later))
        assert library.articles.find_versions(new.id) == [old.id, new.id]

    def test_it_is_that_of_collecting_where_they_tell_nothing(self, library: Library) -> None:
        old, _ = library.articles.add(make(FIRST, published="2026-03-02"))
        new, _ = library.articles.add(make(SECOND, published="2026-03-02"))
        assert library.articles.find_versions(new.id) == [old.id, new.id]

    def test_all_come_into_one_order(self, library: Library) -> None:
        for order in permutations(("1", "2", "3", "4")):
            url = f"{URL}/{''.join(order)}"
            ids = {
                day: library.articles.add(make(f"{url} {day}", url=url, modified=f"2026-03-0{day}"))
                for day in order
            }
            found = library.articles.find_versions(ids["1"][0].id)
            assert found == [ids[day][0].id for day in sorted(order)], order

    def test_an_older_copy_takes_nothing(self, library: Library) -> None:
        new, _ = library.articles.add(make(SECOND, modified="2026-03-03"))
        begin = SECOND.index("scandal")
        target = Target(new.id, make_anchor(SECOND, begin, begin + len("scandal")))
        note = library.annotations.create([target], "Says who?", [])
        story = library.stories.create("Gates", [new.id])
        old, _ = library.articles.add(make(FIRST, modified="2026-03-02"))
        assert library.annotations.get(note.id).targets == (target,)
        assert library.stories.get(story.id).articles == (new.id,)
        assert library.articles.find_versions(old.id) == [old.id, new.id]
        assert library.undo_log.undo() == "note added"

    def test_one_in_between_leaves_the_newest_in_its_place(self, library: Library) -> None:
        days = ("2026-03-04", "2026-03-02", "2026-03-03")
        texts = (FIRST + SECOND, FIRST, SECOND)
        new, old, between = (
            library.articles.add(make(text, modified=day))[0]
            for text, day in zip(texts, days, strict=True)
        )
        assert library.articles.find_versions(new.id) == [old.id, between.id, new.id]
        assert between.previous == old.id

    def test_one_in_the_trash_stays_where_it_was(self, library: Library) -> None:
        first, second = add(library, FIRST), add(library, SECOND)
        library.articles.delete(second.id)
        third = add(library, FIRST + SECOND)
        library.undo_log.undo()  # of what moved to the third
        library.undo_log.undo()
        assert library.articles.find_versions(first.id) == [first.id, second.id, third.id]


class TestItems:
    """What an agency sends again under one name are versions, by their numbers."""

    def add(self, library: Library, text: str, version: str, item: str = "urn:owl") -> Article:
        details = write_details({"version": version})
        return library.articles.add(NewArticle(text, "Owl", item=item, details=details))[0]

    def test_the_higher_number_is_the_newer_one(self, library: Library) -> None:
        tenth, second = self.add(library, SECOND, "10"), self.add(library, FIRST, "2")

        assert library.articles.find_versions(tenth.id) == [second.id, tenth.id]

    def test_times_tell_where_numbers_do_not(self, library: Library) -> None:
        first, second = self.add(library, FIRST, "x"), self.add(library, SECOND, "")

        assert library.articles.find_versions(first.id) == [first.id, second.id]

    def test_another_item_is_none(self, library: Library) -> None:
        self.add(library, FIRST, "1")

        assert self.add(library, SECOND, "2", "urn:mill").previous is None


def test_a_citation_key_goes_to_the_newer_version(library: Library) -> None:
    first, _ = library.articles.add(make(FIRST, citation_key="gates2026"))
    second = add(library, SECOND)

    assert library.articles.get(second.id).citation_key == "gates2026"
    library.undo_log.undo()
    assert library.articles.get(second.id).citation_key is None
    assert library.articles.get(first.id).citation_key == "gates2026"


class TestFiles:
    """A file that was edited is another version of what it was."""

    PATH = "/news/gates.txt"

    def add(self, library: Library, text: str, **known: str) -> Article:
        return library.articles.add(NewArticle(text, "Gates", path=self.PATH)._replace(**known))[0]

    @pytest.mark.parametrize(
        ("old", "new"), [(FIRST, SECOND), (" ".join(NEWS[:3]), " ".join(NEWS[2:]))]
    )
    def test_an_edited_file_is_a_newer_version(self, library: Library, old: str, new: str) -> None:
        first = self.add(library, old, outlet="Gazette")
        assert self.add(library, new, title="Other").previous == first.id

    def test_another_article_in_its_place_is_none(self, library: Library) -> None:
        self.add(library, " ".join(NEWS[:3]))
        assert self.add(library, " ".join(NEWS[3:])).previous is None
        assert self.add(library, "Quite another thing.").previous is None

    @pytest.mark.parametrize("name", ["outlet", "published", "url"])
    def test_several_articles_of_one_file_are_none(self, library: Library, name: str) -> None:
        self.add(library, FIRST, **{name: "https://a.example/1"})
        assert self.add(library, SECOND, **{name: "https://a.example/2"}).previous is None

    def test_the_same_name_elsewhere_is_none(self, library: Library) -> None:
        self.add(library, FIRST)
        assert self.add(library, SECOND, path="/other/gates.txt").previous is None
