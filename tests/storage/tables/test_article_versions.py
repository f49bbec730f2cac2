from __future__ import annotations

from storage.anchoring.anchors import make_anchor
from storage.anchoring.locate import locate
from storage.library import Library
from storage.models import Article, NewArticle, Target

URL = "https://herald.example/gates"
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
