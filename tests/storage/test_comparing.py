from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_articles, compare_in, compare_story
from storage.library import Library
from storage.models import Article, Story
from storage.share_figures import count_shares
from tests.storage.desk import MILL, OWL, PARADE, WEAKLY, compared, quickly, story, unstored
from tests.textreuse.stories import stories
from textreuse import EDITED, PARAPHRASE, VERBATIM, WEAK, Settings, Span, Verdicts

OWLS = OWL.replace("the belfry", "our tower")
LEVELS = (VERBATIM, EDITED, PARAPHRASE, WEAK)


@pytest.fixture
def news(library: Library) -> Story:
    """Make a story of two articles: the mill as it stands, the owl edited."""
    return story(library, f"{MILL}\n\n{OWL}", f"{OWLS}\n\n{PARADE}\n\n{MILL}")


def articles_of(library: Library, news: Story) -> list[Article]:
    return library.articles.get_all(news.articles)


@quickly
@given(stories(), st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_whatever_was_known_each_level_is_what_the_engine_says(
    texts: list[str], before: int, level: int
) -> None:
    articles = [unstored(number, text) for number, text in enumerate(texts)]
    known = compared(*texts, sensitivity=before)
    settings = Settings(sensitivity=level)

    made = compare_story(articles, settings, known=known)

    fresh = compare_articles(articles, settings)
    assert made.settings == settings
    assert made.found.passages == made.kept.passages == fresh.passages
    assert made.found.groups == fresh.groups
    assert made.whole.passages == compare_articles(articles, Settings(sensitivity=WEAK)).passages
    if known.knows(settings, known.whole.verdicts):
        assert made.whole is known.whole


@quickly
@given(stories() | st.just([*WEAKLY]), st.sampled_from([EDITED, PARAPHRASE]))
def test_a_step_shows_what_the_last_does_less_what_only_later_steps_show(
    texts: list[str], level: int
) -> None:
    at_last = compared(*texts, sensitivity=WEAK)

    passages = compared(*texts, sensitivity=level).found.passages

    assert passages == tuple(one for one in at_last.found.passages if one.step <= level)


def test_weak_matches_are_shown_and_counted_at_the_last_step_only() -> None:
    sure, at_last = (compared(*WEAKLY, sensitivity=level) for level in (PARAPHRASE, WEAK))

    [weak] = [one for one in at_last.kept.passages if one.weak]
    assert sure.kept.passages == tuple(one for one in at_last.kept.passages if one is not weak)
    assert sure.whole.passages == at_last.whole.passages
    words = [count_shares(one.kept, 0).shared.words for one in (sure, at_last)]
    assert words[1] - words[0] == 7


@pytest.mark.parametrize("level", LEVELS)
def test_progress_goes_from_nothing_to_all(level: int) -> None:
    told: list[float] = []
    articles = [unstored(number, text) for number, text in enumerate((OWL, OWLS))]

    compare_story(articles, Settings(sensitivity=level), progress=told.append)

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_what_is_ignored_leaves_what_is_kept_and_nothing_else() -> None:
    made = compared(f"{MILL}\n\n{OWL}", f"{OWL}\n\n{MILL}")
    first, second = made.found.passages

    less = made.ignore([first])

    assert less.kept.passages == (second,)
    assert (less.found, less.whole) == (made.found, made.whole)
    assert less.ignore([first]) is less
    assert less.ignore([]).kept.passages == (first, second)


def test_what_the_screen_has_is_taken_while_it_is_true(library: Library, news: Story) -> None:
    articles = articles_of(library, news)
    known = compare_story(articles, Settings(sensitivity=EDITED))
    assert compare_in(library, articles, known) is known

    library.ignored_passages.ignore(articles, [known.found.passages[0]])
    less = compare_in(library, articles, known)
    assert (less.settings, less.found) == (known.settings, known.found)
    assert less.ignored == (known.found.passages[0],)
    assert compare_in(library, articles, less) is less

    library.articles.edit(articles[0].id, {"title": "Another title"})
    again = articles_of(library, news)
    renamed = compare_in(library, again, less)
    assert renamed.articles == tuple(again)
    assert renamed.found is known.found


def test_other_texts_and_other_verdicts_are_compared_anew(library: Library, news: Story) -> None:
    articles = articles_of(library, news)
    known = compare_story(articles)

    assert compare_in(library, articles[:1], known).kept.passages == ()

    library.boilerplate_marks.mark(articles[0], 0, len(MILL))
    made = compare_in(library, articles, known)
    assert made.whole.verdicts == Verdicts((Span(0, 0, len(MILL)),))
    assert {passage.kind for passage in made.kept.passages} == {"edited"}


def test_articles_of_other_outlets_are_compared_anew(library: Library, news: Story) -> None:
    known = compare_story(articles_of(library, news))
    library.articles.edit(news.articles[0], {"outlet": "The Quay"})
    articles = articles_of(library, news)
    assert not known.is_of(articles)

    made = compare_in(library, articles, known)

    assert made.found is not known.found
    assert made.articles == tuple(articles)


def test_letters_are_those_of_the_story() -> None:
    assert compared(OWL, MILL).letters == ["A", "B"]


SAID = '"We will rebuild every single pier before the winter storms return," said Ellison.'


def test_passages_that_are_quotations_are_left_out_and_come_back() -> None:
    compared_story = compared(f"{MILL}\n\n{SAID}", f"{SAID}\n\n{PARADE}\n\n{MILL}")
    without = compared_story.leave_out_quotations(wanted=True)
    assert len(without.kept.passages) == len(compared_story.kept.passages) - 1
    assert without.kept.shared(0) == compared(MILL, MILL).kept.shared(0)
    assert without.leave_out_quotations(wanted=True) is without
    back = without.leave_out_quotations(wanted=False)
    assert back.kept.passages == compared_story.kept.passages


def test_quotations_stay_left_out_whatever_else_is_ignored() -> None:
    compared_story = compared(f"{MILL}\n\n{SAID}", f"{SAID}\n\n{PARADE}\n\n{MILL}")
    without = compared_story.leave_out_quotations(wanted=True)
    assert without.ignore(without.kept.passages).kept.passages == ()
    assert without.ignore(without.kept.passages).ignore(()).kept == without.kept


def test_statements_are_those_of_the_same_texts_dates_and_verdicts() -> None:
    articles = [unstored(number, text) for number, text in enumerate((MILL, OWL))]
    made = compare_story(articles)
    assert made.states_as(made.ignore(()))
    verbatim = compare_story(articles, Settings(sensitivity=VERBATIM), known=made)
    assert made.states_as(verbatim)
    assert made.statements is verbatim.statements
    dated = [unstored(0, MILL, "2026-03-05"), articles[1]]
    assert not made.states_as(compare_story(dated, known=made))
    assert not made.states_as(compare_story(articles))
