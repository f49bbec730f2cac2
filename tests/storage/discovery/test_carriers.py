from __future__ import annotations

from storage.discovery.carriers import find_carriers, find_carriers_of_text
from storage.library import Library
from storage.models import NewArticle

LEAD = (
    "The harbour master told the council on Monday that nobody had rung the right telephone"
    " that night, and that the gates had stayed open for more than an hour."
)
OTHER = "A bakery in Tannery Street sells bread again, its owner says, after two weeks of drying."
FAR = "Chess players from nine countries met for a quiet tournament beside a mountain lake."


def test_every_other_article_with_the_words_is_found_most_first(library: Library) -> None:
    asked, _ = library.articles.add(NewArticle(f"{LEAD}\n\n{OTHER}", "Asked"))
    whole, _ = library.articles.add(NewArticle(f"{FAR}\n\n{LEAD}\n\n{OTHER}", "Whole"))
    part, _ = library.articles.add(NewArticle(f"{OTHER}\n\n{FAR}", "Part"))
    library.articles.add(NewArticle(FAR, "Nothing"))
    found = find_carriers(library, asked)
    assert [one.article.id for one in found] == [whole.id, part.id]
    assert found[0].share == 1.0
    assert 0 < found[1].share < 0.5
    assert found[1].places[0].start == 0


def test_an_edited_passage_is_found_from_its_words_alone(library: Library) -> None:
    edited = LEAD.replace("on Monday ", "").replace("right", "proper").replace("more than", "over")
    article, _ = library.articles.add(NewArticle(f"{FAR} {edited} {OTHER}", "Edited"))
    (found,) = find_carriers_of_text(library, LEAD)
    assert found.article.id == article.id
    start, end = found.places[0].start, found.places[-1].end
    assert "harbour master" in article.text[start:end]


def test_bin_and_own_versions_are_left_out(library: Library) -> None:
    library.articles.add(NewArticle(f"{LEAD} First.", "First", url="https://herald.example/1"))
    second, _ = library.articles.add(
        NewArticle(f"{LEAD} Second.", "Second", url="https://herald.example/1")
    )
    third, _ = library.articles.add(NewArticle(f"{LEAD} Third.", "Third"))
    assert [one.article.id for one in find_carriers(library, second)] == [third.id]
    library.articles.delete(third.id)
    assert find_carriers(library, second) == []


def test_a_text_without_words_is_carried_by_nobody(library: Library) -> None:
    library.articles.add(NewArticle(LEAD, "First"))
    assert find_carriers_of_text(library, " … ") == []


def test_who_carries_as_much_comes_by_date_and_without_one_last(library: Library) -> None:
    dates = [None, "2026-03-06", "2026-03-05T10:00:00Z"]
    added = [
        library.articles.add(NewArticle(f"{LEAD}\n\n{more}", f"{more[:9]}", published=date))[0]
        for more, date in zip((OTHER, FAR, "Nothing else."), dates, strict=True)
    ]

    found = find_carriers_of_text(library, LEAD)

    assert [one.article.id for one in found] == [one.id for one in reversed(added)]
