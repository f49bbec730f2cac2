from __future__ import annotations

import pytest

from storage.comparing import compare_in
from storage.library import Library
from storage.models import Article
from tests.storage.desk import BRIDGE, MILL, OWL, add
from textreuse import Span, Verdicts

BANNER = "Only subscribers may read all that the Harbour Times has to say about it"
TEXT = f"{BANNER}\n\n{OWL}\n\nAdvertisement\n\n{MILL}"


@pytest.fixture
def article(library: Library) -> Article:
    return add(library, TEXT)


def marked(library: Library, article: Article) -> list[str]:
    """Return what of the article is boilerplate now."""
    comparison = compare_in(library, [article]).kept
    return [article.text[span.start : span.end] for span in comparison.boilerplate(0)]


def test_a_mark_makes_boilerplate_of_what_does_not_look_like_it(
    library: Library, article: Article
) -> None:
    assert marked(library, article) == ["Advertisement"]

    library.boilerplate_marks.mark(article, 0, len(BANNER))

    assert marked(library, article) == [BANNER, "Advertisement"]


def test_unmarking_makes_reporting_of_what_looks_like_boilerplate(
    library: Library, article: Article
) -> None:
    at = TEXT.index("Advertisement")

    library.boilerplate_marks.unmark(article, at, at + len("Advertisement"))

    assert marked(library, article) == []


def test_what_is_said_last_counts(library: Library, article: Article) -> None:
    library.boilerplate_marks.mark(article, 0, len(BANNER))
    library.boilerplate_marks.unmark(article, 5, 6)
    assert marked(library, article) == ["Advertisement"]

    library.boilerplate_marks.mark(article, 0, len(BANNER))
    assert marked(library, article) == [BANNER, "Advertisement"]


def test_marks_that_meet_are_one_and_spare_their_neighbours(
    library: Library, article: Article
) -> None:
    library.boilerplate_marks.unmark(article, 20, 30)
    library.boilerplate_marks.mark(article, 0, 10)
    library.boilerplate_marks.mark(article, 10, 20)

    assert library.boilerplate_marks.find_verdicts([article]) == Verdicts(
        (Span(0, 0, 20),), (Span(0, 20, 30),)
    )


def test_verdicts_hold_in_every_story_of_the_article(library: Library, article: Article) -> None:
    library.boilerplate_marks.mark(article, 0, len(BANNER))
    other = add(library, f"{BRIDGE}\n\n{BANNER}")

    comparison = compare_in(library, [other, article]).kept

    assert comparison.verdicts == Verdicts((Span(1, 0, len(BANNER)),))
    assert comparison.passages == ()


def test_a_comparison_made_by_other_verdicts_is_not_taken(
    library: Library, article: Article
) -> None:
    known = compare_in(library, [article])
    assert compare_in(library, [article], known) is known

    library.boilerplate_marks.mark(article, 0, len(BANNER))

    assert compare_in(library, [article], known).kept.boilerplate(0)[0] == Span(0, 0, len(BANNER))


def test_undo_and_redo(library: Library, article: Article) -> None:
    library.boilerplate_marks.mark(article, 0, 10)
    library.boilerplate_marks.mark(article, 5, 20)

    assert library.undo_log.undo() == "boilerplate marked"
    assert library.boilerplate_marks.find_verdicts([article]).boilerplate == (Span(0, 0, 10),)
    assert library.undo_log.redo() == "boilerplate marked"
    assert library.boilerplate_marks.find_verdicts([article]).boilerplate == (Span(0, 0, 20),)
