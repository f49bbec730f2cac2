from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import Article, NewArticle
from storage.share_figures import Share, SharedParts, Shares
from textreuse import ArticleDerivation, Derivation
from tui.story.display.pane_heading import describe_derivation, draw_bar, format_heading


@pytest.fixture
def article(library: Library) -> Article:
    draft = NewArticle(
        "Words of it.", title="Gates stood open", outlet="Fenwold Press", published="2026-03-05"
    )
    [(article, _)] = add_articles(library, [draft])
    return article


def counted(shared: int, only_here: int, of: int) -> Shares:
    return Shares(of, Share(shared, of), Share(only_here, of), Share(0, of))


def test_a_heading_says_which_article_it_is_and_how_much_is_shared(article: Article) -> None:
    heading = format_heading("A", article, counted(2, 1, 3), None, 80)
    assert heading.who == "A · Fenwold Press · 2026-03-05 · Gates stood open"
    assert heading.words == f"3 words · {'█' * 13}{'░' * 7} 67% shared · 33% only here"
    assert heading.words[slice(*heading.bar)] == f"{'█' * 13}{'░' * 7}"


def test_a_bar_shows_what_is_shared_what_is_only_here_and_what_is_neither() -> None:
    assert draw_bar(counted(5, 3, 10), 10) == "█████▒▒░░░"
    assert draw_bar(counted(10, 0, 10), 10) == "█" * 10


@given(
    shared=st.integers(0, 999),
    mixed=st.integers(0, 999),
    only_here=st.integers(0, 999),
    cells=st.sampled_from([3, 10, 20]),
)
def test_nothing_that_there_is_has_no_cell(
    shared: int, mixed: int, only_here: int, cells: int
) -> None:
    bar = draw_bar(counted(shared, only_here, shared + mixed + only_here), cells)
    assert len(bar) == cells
    if shared + mixed + only_here:
        assert [sign in bar for sign in "█▒░"] == [shared > 0, mixed > 0, only_here > 0]


def test_in_a_narrow_pane_the_bar_is_short_and_tells_what_figures_have_no_room(
    article: Article,
) -> None:
    heading = format_heading("A", article, counted(2, 1, 3), None, 40)
    assert heading[1] == "3 words · ███████░░░ 67% shared"


PARTS = SharedParts(Share(6, 20), Share(3, 20))
SAYS_ALL = "45% shared (30% in quotations, 15% in own words) · mostly from B · 40% only here"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (120, SAYS_ALL),
        (90, "45% shared (30% in quotations) · mostly from B · 40% only here"),
        (72, "45% shared (30% quoted) · mostly from B · 40% only here"),
        (58, "45% shared (30% quoted) · mostly from B"),
        (44, "45% shared · mostly from B"),
        (30, "45% shared"),
    ],
)
def test_what_is_quoted_and_where_an_article_comes_from_is_told_as_room_allows(
    article: Article, width: int, said: str
) -> None:
    heading = format_heading(
        "A", article, counted(9, 8, 20), None, width, parts=PARTS, derivation="mostly from B"
    )
    assert heading.words.endswith(f" {said}")
    assert set(heading.words[slice(*heading.bar)]) == set("█▒░")


def test_without_quotations_nothing_is_told_of_them(article: Article) -> None:
    parts = SharedParts(Share(0, 3), Share(2, 3))
    heading = format_heading("A", article, counted(2, 1, 3), None, 80, parts=parts)
    assert heading.words.endswith("67% shared · 33% only here")


@pytest.mark.parametrize(
    ("derivation", "said"), [("wholly", "mostly from C"), ("partly", "partly from C"), ("not", "")]
)
def test_of_several_sources_the_greatest_is_named(derivation: Derivation, said: str) -> None:
    derived = ArticleDerivation(0, derivation, 9, 20, ((2, 7), (1, 4)), (), "Why.")
    assert describe_derivation(derived, "ABC") == said


def test_in_little_room_the_title_is_cut_and_then_left_out(article: Article) -> None:
    assert (
        format_heading("A", article, None, None, 42)[0]
        == "A · Fenwold Press · 2026-03-05 · Gates st…"
    )
    assert format_heading("A", article, None, None, 38)[0] == "A · Fenwold Press · 2026-03-05"
    assert format_heading("A", article, None, None, 25)[0] == "A · Fenwold Press"


def test_a_name_that_does_not_fit_is_cut_not_left_out(article: Article) -> None:
    assert format_heading("A", article, None, None, 15)[0] == "A · Fenwold Pr…"
    assert format_heading("A", article, None, None, 6)[0] == "A"


def test_an_article_that_was_too_long_to_be_compared_says_so(article: Article) -> None:
    assert (
        format_heading("A", article, counted(0, 0, 0), None, 80)[1]
        == "3 words · too long to compare"
    )


def test_matches_of_a_search_are_counted_first(article: Article) -> None:
    assert format_heading("A", article, counted(2, 1, 3), 12, 24)[1] == "12 found · 3 words"


@given(title=st.text(max_size=30), width=st.integers(1, 60), found=st.none() | st.integers(0, 99))
def test_a_heading_is_never_too_wide(title: str, width: int, found: int | None) -> None:
    article = Article(
        id="x",
        title=title,
        outlet=title[::-1],
        author=None,
        published="2026-03-05T10:00:00Z",
        url=None,
        path=None,
        text="",
        words=1,
        added="",
    )
    for line in format_heading("A", article, counted(1, 0, 1), found, width)[:2]:
        assert cell_len(line) <= width
        assert "\n" not in line
