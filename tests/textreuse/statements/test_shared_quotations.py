from __future__ import annotations

from textreuse import Comparison, Quotation, compare, find_statements
from textreuse.statements.shared_quotations import SharedQuotations, find_quotation_passages

SAID = "“We will mend the harbour wall before the autumn storms return to our coast,”"
TOLD = "The council of the island voted nine to two against a wider road through the orchard."


def compare_said(*texts: str) -> tuple[Comparison, tuple[tuple[Quotation, ...], ...]]:
    comparison = compare(texts)
    names = [str(number) for number in range(len(texts))]
    return comparison, find_statements(comparison, names=names).direct_quotations


def test_shared_words_are_counted_in_quotations_and_outside() -> None:
    comparison, quotations = compare_said(
        f"{TOLD} {SAID} Mayor Ida Lund said.", f"{SAID} said Mayor Lund on Friday. {TOLD}"
    )
    shared = SharedQuotations(comparison, quotations)
    for article in (0, 1):
        assert shared.count(article) == shared.count(article, 1 - article) == 14
        assert comparison.word_count(article, comparison.shared(article)) >= 30


def test_passages_that_only_say_who_spoke_are_quotations() -> None:
    comparison, quotations = compare_said(
        f"{SAID} Mayor Ida Lund said.", f"In the evening: {SAID} Mayor Ida Lund said."
    )
    assert comparison.passages
    left = comparison.without(find_quotation_passages(comparison, quotations))
    assert not left.passages


def test_passages_with_words_of_their_own_are_kept_whole() -> None:
    comparison, quotations = compare_said(
        f"{TOLD} {SAID} she said.", f"In the evening. {TOLD} {SAID} she said."
    )
    assert comparison.passages
    assert not find_quotation_passages(comparison, quotations)


def test_what_is_quoted_here_and_told_there_is_no_quotation() -> None:
    comparison, quotations = compare_said(
        f"{SAID} said the mayor.", SAID.strip("“”").replace("We will", "They will") + " it is told."
    )
    assert comparison.passages
    assert not find_quotation_passages(comparison, quotations)


def test_shared_words_in_quotations_are_counted_for_an_article_and_for_a_pair() -> None:
    comparison, quotations = compare_said(
        f"{SAID} Mayor Ida Lund said.", f"In the evening: {SAID} Mayor Ida Lund said."
    )
    shared = SharedQuotations(comparison, quotations)
    assert shared.count(0) == 14
    assert shared.count(1, 0) == 14


def test_titles_and_terms_between_marks_are_the_outlets_own() -> None:
    told = (
        "She spoke on the programme “The Long Road Home to Harbour Island” in the evening, again."
    )
    comparison = compare([told, f"{TOLD} {told}"])
    statements = find_statements(comparison, names=["A", "B"])
    assert SharedQuotations(comparison, statements.direct_quotations).count(0) == 0
    (overlap,) = statements.origins.overlaps
    assert overlap.in_quotations == (0, 0)
    assert overlap.alike_words == min(overlap.shared_words) > 12
