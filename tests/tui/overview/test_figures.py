from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.add_articles import add_articles
from storage.comparing import ComparedStory, compare_story
from storage.export.evidence import Place
from storage.export.markdown.evidence_table import export_passage
from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from storage.share_figures import Share
from storage.wording.percent import format_percent
from tests.storage.desk import OWL, compared, kept_story, unstored
from tui.overview.figures import OverviewFigures, _rank_pairs
from tui.overview.passage_list import ORDERS, PassageList
from tui.story.display.card_content import make_card

SHARED = "the gates stood open in the storm and nobody came to close them"


def of_sample(library: Library) -> ComparedStory:
    return compare_story(library.articles.get_all(add_sample(library).articles))


def of_drafts(library: Library, *drafts: NewArticle) -> ComparedStory:
    return compare_story([article for article, _ in add_articles(library, drafts)])


def test_the_figures_of_an_article_are_those_of_its_pane(library: Library) -> None:
    story = of_sample(library)
    articles, comparison = story.articles, story.kept
    for index, article in enumerate(OverviewFigures(story).articles):
        shared = comparison.word_count(index, comparison.shared(index))
        assert str(article.shared) == format_percent(shared, articles[index].words)
        assert article.only_here.words == comparison.word_count(index, comparison.only_here(index))
        assert article.repeats.words == comparison.word_count(index, comparison.repeats(index))
        assert article.words == article.shared.of == articles[index].words


def test_the_matrix_tells_both_directions_and_the_repeats() -> None:
    story = compared(
        f"{SHARED.capitalize()}.",
        f"{SHARED.capitalize()}. Much more was said in the town hall about the old pumps.",
        f"Again and again: {SHARED}. Later too, as it was told, {SHARED}.",
    )
    matrix = OverviewFigures(story).matrix
    assert matrix[0][1] == Share(13, 13)
    assert matrix[1][0] == Share(13, 25)
    assert matrix[0][0] == Share(0, 13)
    assert matrix[2][2].words == 26


def test_no_share_of_a_pair_is_more_than_what_is_shared_with_all(library: Library) -> None:
    overview = OverviewFigures(of_sample(library))
    for row, article in enumerate(overview.articles):
        others = [share for column, share in enumerate(overview.matrix[row]) if column != row]
        most, together = max(share.words for share in others), sum(share.words for share in others)
        assert most <= article.shared.words <= together


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_shade_tells_the_quarter(share: tuple[int, int]) -> None:
    words, of = share
    strength = Share(words, of).strength
    assert (strength == 0) == (words == 0)
    assert strength * of >= 4 * words > (strength - 1) * of


def test_an_article_without_words_divides_nothing() -> None:
    overview = OverviewFigures(compared("", f"{SHARED}."))
    assert [str(share) for share in overview.matrix[0]] == ["–", "–"]
    assert [share.figure for share in (*overview.matrix[0], Share(0, 9))] == ["–", "–", "·"]
    assert overview.matrix[0][1].strength == 0
    assert overview.describe_cell(0, 1).startswith("A: no words also in B │ ")


def test_a_cell_is_told_in_words_with_the_names_of_both(library: Library) -> None:
    overview = OverviewFigures(of_sample(library))
    share = overview.matrix[3][0]
    assert overview.describe_cell(3, 0) == (
        f"D: {share.words} of 523 words also in A ({share})"
        " │ D Wendshire Observer │ A Fenwold Press Agency"
    )
    assert "repeated within it" in overview.describe_cell(2, 2)
    assert overview.describe_cell(2, 2).count("Brisk Daily Brief") == 1


def test_names_of_articles_are_made_visible() -> None:
    named = replace(unstored(1, OWL), title="Loud\x1b[31m\nred", outlet="\u202eevil")
    article = OverviewFigures(compare_story([named])).articles[0]
    assert (article.name, article.title) == ("␦evil", "Loud␛[31m red")


# Dates


def test_the_order_of_dates_is_never_called_a_proof(library: Library) -> None:
    overview = OverviewFigures(of_sample(library))
    assert overview.dates == ("Publication order (not proof of copying): A, then B, then C, then D")
    assert [article.is_earliest for article in overview.articles] == [True, False, False, False]


def test_articles_without_a_date_are_named_and_their_dates_left_blank(library: Library) -> None:
    story = of_drafts(
        library,
        NewArticle("One text.", title="One"),
        NewArticle("Another one.", title="Two", published="2026-03-05T10:00:00Z"),
    )
    overview = OverviewFigures(story)
    assert [article.date for article in overview.articles] == ["", "2026-03-05"]
    assert overview.dates.endswith(": B. No date: A")
    assert OverviewFigures(compared("A third text.")).dates == ""


def test_overview_card_and_evidence_table_tell_one_order(library: Library) -> None:
    dates = ["2026-03-05", "2026-03-05T10:00:00Z"]
    found = of_drafts(
        library,
        *(
            NewArticle(f"{SHARED}, {date}.", "T", f"Outlet {date}", published=date)
            for date in dates
        ),
    )
    story = kept_story(library, found.articles)
    [group] = found.kept.groups
    here, other = group.spans

    shown = make_card(found, group, here, other, "passage 1 of 1")
    table = str(export_passage(library, story, 1, version="1"))

    assert OverviewFigures(found).dates.endswith(": A and B")
    assert [one.letter for one in shown.copies] == ["A", "B"]
    assert table.index("| A | Outlet") < table.index("| B | Outlet")


# Pairs


def test_pairs_are_ranked_by_the_greater_of_their_shares() -> None:
    story = compared(
        f"{SHARED.capitalize()}.",
        f"{SHARED.capitalize()}. Much more was said in the town hall about the old pumps.",
        "Rain is expected along the coast, then sun.",
        f"{SHARED.capitalize()}.",
    )
    overview = OverviewFigures(story)
    assert [overview.describe_pair(pair)[:3] for pair in overview.pairs] == [
        ("A shares 100% with B", "B 52% with A", "1"),
        ("A shares 100% with D", "D 100% with A", "1"),
        ("D shares 100% with B", "B 52% with D", "1"),
    ]


def test_two_articles_that_only_a_third_joins_are_no_pair() -> None:
    told = "The council paid nine hundred pounds for a wider road through the old orchard."
    story = compared(told, told, told)
    matrix = [list(row) for row in OverviewFigures(story).matrix]
    ranked = {(pair.row, pair.column) for pair in _rank_pairs(matrix, story.kept.groups)}
    assert ranked == {(0, 1), (0, 2), (1, 2)}
    matrix[1][2] = matrix[2][1] = Share(0, matrix[1][1].of)
    ranked = {(pair.row, pair.column) for pair in _rank_pairs(matrix, story.kept.groups)}
    assert ranked == {(0, 1), (0, 2)}


# Passages


def test_the_list_has_every_passage_once_in_each_order(library: Library) -> None:
    story = of_sample(library)
    listing = PassageList(story)
    for order in (*ORDERS, ORDERS[0]):
        assert listing.order == order
        assert sorted(row.group.id for row in listing.rows) == [
            group.id for group in story.kept.groups
        ]
        listing.next_order()


def test_passages_are_sorted_by_place_length_and_articles(library: Library) -> None:
    story = of_sample(library)
    listing = PassageList(story)
    assert [row.group for row in listing.rows] == list(story.kept.groups)
    listing.next_order()
    lengths = [row.words for row in listing.rows]
    assert lengths == sorted(lengths, reverse=True)
    listing.next_order()
    carriers = [(-len(row.group.articles), row.group.id) for row in listing.rows]
    assert carriers == sorted(carriers)


def test_a_row_tells_kinds_words_articles_and_first_place() -> None:
    story = compared(
        f"Nothing of it is told elsewhere.\n\n{SHARED.capitalize()}.",
        f"A mill burned down on Sunday.\n\n\x1b{SHARED.capitalize()}.",
        "Rain is expected along the coast, then sun, then rain. " * 2,
    )
    first, second = PassageList(story).rows
    assert (first.kinds, first.words, first.articles, first.place) == (
        *("verbatim", 13, "2 AB", "A ¶2"),
    )
    assert first.opening.startswith("The gates stood open")
    assert (second.kinds, second.articles) == ("repeat", "1 C")


def test_the_first_place_is_the_paragraph_that_an_export_names() -> None:
    story = compared(
        f"Share\nFacebook\nTwitter\n\nNobody else says this.\n\n{SHARED}.",
        f"{SHARED}.",
    )
    row = PassageList(story).rows[0]
    span = row.group.spans[0]
    place = Place(story.articles[span.article], span.start, span.end)
    assert row.place == f"A ¶{place.paragraph}"
    assert place.paragraph == 2


def test_letters_of_two_characters_are_kept_apart() -> None:
    story = compared(f"{SHARED}.", *[""] * 26, f"Then {SHARED}.")
    assert PassageList(story).rows[0].articles == "2 A AB"
