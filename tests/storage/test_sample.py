from __future__ import annotations

import pytest

from storage.comparing import ComparedStory, compare_articles, compare_story
from storage.library import Library
from storage.models import Article
from storage.sample_story import add_sample
from textreuse import Comparison


@pytest.fixture
def articles(library: Library) -> list[Article]:
    return library.articles.get_all(add_sample(library).articles)


@pytest.fixture
def comparison(articles: list[Article]) -> Comparison:
    return compare_articles(articles)


def test_adding_it_twice_gives_one_story(library: Library) -> None:
    first, again = add_sample(library), add_sample(library)

    assert first == again
    assert len(library.stories.list_all()) == 1
    assert len(library.articles.list_all()) == 4


def test_its_articles_are_as_long_as_news_and_know_where_they_come_from(
    articles: list[Article],
) -> None:
    assert [300 <= article.words <= 600 for article in articles] == [True] * 4
    assert len({article.outlet for article in articles}) == 4
    for article in articles:
        assert article.title
        assert article.text.startswith(article.title)
        assert article.published is not None
        assert article.url is not None
        assert article.url.startswith("https://example.org/")
    published = [article.published or "" for article in articles]
    assert published == sorted(published)


def test_a_passage_stands_in_the_first_three(comparison: Comparison) -> None:
    assert any(group.articles == (0, 1, 2) for group in comparison.groups)


def test_only_the_third_repeats_itself(comparison: Comparison) -> None:
    repeating = [article for article in range(4) if comparison.repeats(article)]

    assert repeating == [2]


def test_the_fourth_is_its_own_but_for_some_facts_and_a_quotation(comparison: Comparison) -> None:
    text = comparison.texts[3]

    shared = [text[span.start : span.end] for span in comparison.shared(3)]
    facts = (
        "63 flooded properties",
        "not been harbour master for five years",
        "who runs the harbour board",
        "an instruction is a part of a barrier like any other",
        "165 people had been evacuated",
        "test will go ahead",
    )
    assert [fact in one for fact, one in zip(facts, shared, strict=True)] == [True] * len(facts)
    assert comparison.word_count(3, comparison.only_here(3)) > 360


def test_the_reprint_is_nearly_all_copied_and_the_rewrite_in_part(comparison: Comparison) -> None:
    shares = [
        comparison.word_count(article, comparison.shared(article)) / comparison.word_count(article)
        for article in range(4)
    ]

    assert shares[1] > 0.85
    assert 0.2 < shares[2] < 0.65
    assert shares[3] < 0.2


def test_the_rewrite_changed_a_figure_and_a_denial(
    articles: list[Article], comparison: Comparison
) -> None:
    edited = [passage for passage in comparison.passages if passage.kind == "edited"]
    pairs = [
        (
            articles[passage.left.article].text[passage.left.start : passage.left.end],
            articles[passage.right.article].text[passage.right.start : passage.right.end],
        )
        for passage in edited
        if (passage.left.article, passage.right.article) == (0, 2)
    ]

    assert any("2.47 metres" in ours and "2.74 metres" in theirs for ours, theirs in pairs)
    assert any("cannot rule out" in ours and "can confirm" in theirs for ours, theirs in pairs)


@pytest.fixture
def compared(articles: list[Article]) -> ComparedStory:
    return compare_story(articles)


@pytest.mark.parametrize(
    "told",
    [
        ("cut", "C leaves out what follows in A: “but we were not given it”."),
        ("altered", "A quotes “We cannot rule out” where C quotes “We can confirm”."),
        ("extended", "B puts “The town” inside the quotation marks; in A it is narration."),
        ("reattributed", "A gives these words to Ines Callaway, C to Judith Arkwell."),
        ("narration_elsewhere", "C quotes “The £41 million barrier was opened in 2014 and has"),
    ],
)
def test_every_kind_of_change_of_a_quotation_is_flagged(
    compared: ComparedStory, told: tuple[str, str]
) -> None:
    findings = [one for spoken in compared.statements.utterances for one in spoken.findings]

    kind, why = told
    assert any(one.kind == kind and one.why.startswith(why) for one in findings if one.flagged)


@pytest.mark.parametrize(
    "told",
    [
        ("number", "conflict", "A says “2.47”, C “2.74”."),
        ("date", "conflict", "A says “Friday”, C “Saturday”."),
        ("name", "conflict", "A spells “Ines”, C “Inez”."),
        ("role", "conflict", "A says “chief executive”, C “chairwoman”."),
        ("place", "conflict", "A says “hall”, C “school”."),
        ("negation", "conflict", "B says “not go”, D “go”."),
        ("negation", "conflict", "A quotes “cannot rule out”, C “can confirm”."),
        ("date", "precision", "A says “September 2021”, D more exactly “27 September 2021”."),
        ("number", "later", "A says “140”, D, published later, “165”."),
    ],
)
def test_every_kind_of_disagreement_is_told(
    compared: ComparedStory, told: tuple[str, str, str]
) -> None:
    found = [(one.kind, one.severity, one.why) for one in compared.statements.disagreements]

    assert told in found


def test_it_has_an_agency_s_story_and_an_outlet_s_own_and_each_leaves_something_out(
    compared: ComparedStory,
) -> None:
    origins = compared.statements.origins.independent
    missing = [compared.statements.missing_here(article) for article in range(4)]

    assert [(one.kind, one.articles) for one in origins] == [
        ("wire", (0, 1, 2)),
        ("outlet", (3,)),
    ]
    assert any(missing)
