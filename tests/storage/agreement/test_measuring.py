from __future__ import annotations

from storage.agreement.measuring import AgreementRow, AgreementTable, measure_agreement
from storage.agreement.nominal import calculate_alpha, count_patterns
from storage.agreement.units import NO_VALUE, UNIT_KINDS
from storage.coder import Coder
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add, annotate


def test_the_note_says_why_a_measure_is_not_defined() -> None:
    alike = AgreementRow("claim", "sentence", 3, (3, 3), 1.0, None, None, None, None, 1.0)
    mixed = alike._replace(marked=(1, 2, 2), alpha=0.5)

    assert AgreementTable(("Anna", "Ben"), 1, 1, 0, [alike]).note == (
        "1 article that all coders marked as coded."
        " Alpha and kappa are not defined where all units have one value."
    )
    assert AgreementTable(("Anna", "Ben", "Cleo"), 1, 1, 2, [mixed]).note == (
        "1 article that all coders marked as coded. 2 articles left out, which fewer than two did."
        " Kappa is the mean of all pairs of coders, if each pair has one."
    )


def test_the_note_says_that_nothing_can_be_measured() -> None:
    assert AgreementTable(("Anna", "Ben"), 0, 0, 2, []).note == (
        "No article is marked as coded by both Anna and Ben."
        " 2 articles left out, which only some did."
    )
    assert AgreementTable(("", "Anna", "Ben"), 0, 0, 0, []).note == (
        "No article is marked as coded by two of (nobody), Anna and Ben."
    )


def code(library: Library, coder: str, article: Article, *words: str, value: str = "") -> None:
    with open_library(library.path, Coder(coder)) as its:
        for one in words:
            annotate(its, article, one, "", "claim")
        if value:
            its.tags.set_on_article(article.id, [f"genre/{value}", "later"])
        its.coded_articles.mark([article.id], is_coded=True)


def test_values_of_a_coder_who_is_not_done_are_missing(library: Library) -> None:
    library.codebook.store([CodebookEntry("genre", is_variable=True)])
    first, second, third = (add(library, text) for text in (f"{OWL} {MILL}", HONEY, BRIDGE))
    code(library, "Anna", first, "barn owl", value="news")
    code(library, "Ben", first, "belfry", value="news")
    code(library, "Cleo", first, "barn owl", "clockmakers", value="comment")
    code(library, "Anna", second, "honey", value="news")
    code(library, "Ben", second)
    code(library, "Cleo", third, "bridge", value="news")
    with open_library(library.path, Coder("Cleo")) as its:
        annotate(its, second, "harvest", "", "claim")

    table = measure_agreement(
        library, library.articles.get_all([first.id, second.id, third.id]), ["Anna", "Ben", "Cleo"]
    )

    assert (table.articles, table.complete, table.left_out) == (2, 1, 1)
    rows = {row.tag: row for row in table.rows}
    sentences = [(True, True, True), (False, False, True), (True, False, None)]
    assert rows["claim"].alpha == calculate_alpha(count_patterns(sentences))
    assert rows["claim"].marked == (2, 1, 2)
    # Of the first article alone: in its three pairs of coders, with 8 spans, 2 are the same.
    assert rows["claim"].exact_f1 == rows["claim"].overlap_f1 == 2 / 8
    genres = [("news", "news", "comment"), ("news", NO_VALUE, None)]
    assert rows["genre"].alpha == calculate_alpha(count_patterns(genres))
    assert rows["genre"].marked == (2, 1, 1)
    assert rows["later"].units == 2
    assert table.note.startswith(
        "2 articles that two coders or more marked as coded, 1 of them by all. In the others,"
        " values are missing; alpha_u, exact and overlap F1 leave these out."
    )


def test_extents_are_not_measured_where_no_article_is_complete(library: Library) -> None:
    texts = [add(library, text) for text in (OWL, MILL, HONEY)]
    for text, coders in zip(texts, ("Anna Ben", "Ben Cleo", "Cleo Anna"), strict=True):
        for coder in coders.split():
            code(library, coder, text, text.text[:10])

    for unit in UNIT_KINDS:
        table = measure_agreement(library, texts, ["Anna", "Ben", "Cleo"], unit)
        (row,) = table.rows
        assert (row.percentage, row.alpha_u, row.exact_f1) == (1.0, None, None)
        assert table.note.startswith(
            "3 articles that two coders or more marked as coded, none of them by all. Values are"
            " missing; alpha_u, exact and overlap F1 are not defined."
        )
