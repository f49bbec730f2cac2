from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.textreuse.news import BOILED, FLIGHTS, MASKS, REWRITTEN, THIEVES, UNLIKE, WELDERS
from tests.textreuse.reading import sides_of, texts_of
from tests.textreuse.reports import ENGLISH, REPORTS, among, two_articles
from tests.textreuse.stories import DAM, FERRY, KEEPER
from textreuse import Comparison, Settings, compare, split_sentences, split_words


def rewritten(comparison: Comparison) -> list[tuple[str, str]]:
    """Return both sides of each paraphrase."""
    return [
        sides_of(comparison, passage)
        for passage in comparison.passages
        if passage.kind == "paraphrase"
    ]


def bare(sides: Sequence[str]) -> tuple[str, ...]:
    """Return the words of each side, folded, without the marks."""
    return tuple(" ".join(split_words(side).keys) for side in sides)


@pytest.mark.parametrize(
    ("language", "pair"),
    [(language, pair) for language, pairs in REWRITTEN.items() for pair in pairs],
    ids=[f"{language}-{n}" for language, pairs in REWRITTEN.items() for n in range(len(pairs))],
)
def test_the_same_statement_in_other_words_is_found(language: str, pair: tuple[str, str]) -> None:
    comparison = compare(two_articles(*pair, REPORTS[language]))

    assert [passage.kind for passage in comparison.passages] == ["paraphrase"]
    assert [bare(sides) for sides in rewritten(comparison)] == [bare(pair)]


@pytest.mark.parametrize("sensitivity", [1, 2, 3])
def test_what_is_too_short_to_be_no_chance_is_called_by_its_words_all_the_same(
    sensitivity: int,
) -> None:
    told = "Lighthouse keepers distrust automated lanterns entirely."
    for other, kind, step in (
        (told, "verbatim", 1),
        (told.replace("distrust", "quietly distrust"), "edited", 2),
    ):
        found = compare(two_articles(told, other), Settings(sensitivity=sensitivity)).passages
        assert [one.kind for one in found] == ([kind] if sensitivity >= step else [])


@pytest.mark.parametrize("pair", UNLIKE.values(), ids=UNLIKE.keys())
def test_two_statements_on_one_topic_are_none(pair: tuple[str, str]) -> None:
    assert compare(two_articles(*pair)).passages == ()


def test_a_statement_in_a_long_frame_is_found_without_most_of_it() -> None:
    told = "Forty sheep were killed by wolves near Altenburg and the owner demands compensation."
    again = "the owner demands compensation from all of us now that wolves near Altenburg have"
    frame = "The president said in an interview with the newspaper on Tuesday evening"
    texts = two_articles(
        told,
        f"{frame} that as he had already been told by reporters and officials last week {again}"
        " killed forty sheep.",
    )

    ((left, right),) = rewritten(compare(texts))

    assert left == told
    assert again in right
    assert frame not in right


def test_what_one_side_says_without_a_word_of_its_own_but_names_is_weak() -> None:
    texts = two_articles(
        "Harbour pilots were trained for years by Captain Oskar Brandt of Ravensberg.",
        "The pilot Oskar Brandt of Ravensberg told reporters so on Tuesday.",
    )

    assert rewritten(compare(texts)) == []


def test_different_reports_are_none() -> None:
    for one, other in REPORTS.values():
        assert compare(["\n\n".join(one), "\n\n".join(other)]).passages == ()


def test_every_statement_of_a_rewritten_article_is_found() -> None:
    pairs = REWRITTEN["english"]
    told = "\n\n".join(one for one, _ in pairs), "\n\n".join(other for _, other in pairs)

    found = [bare(sides) for sides in rewritten(compare(told))]

    assert set(found) == set(map(bare, pairs))


def test_statements_are_found_in_any_order() -> None:
    pairs = REWRITTEN["english"][:5]
    one = "\n\n".join([*(ours for ours, _ in pairs), *ENGLISH[0]])
    other = "\n\n".join([*ENGLISH[1], *(theirs for _, theirs in reversed(pairs))])

    assert set(map(bare, rewritten(compare([one, other])))) == set(map(bare, pairs))


ON_TWO_SENTENCES = (
    (
        "Wolves killed forty sheep near Altenburg. The owner now demands compensation from the "
        "state."
    ),
    (
        "Compensation from the state is demanded by the owner of forty sheep that wolves killed "
        "near Altenburg."
    ),
)
ON_TWO_OTHERS = (
    "Thieves drilled through the cellar wall. They emptied three hundred lockers before dawn.",
    "Before dawn three hundred lockers were emptied by thieves who drilled through a cellar wall.",
)


@pytest.mark.parametrize(
    ("one", "other"), [ON_TWO_SENTENCES, ON_TWO_OTHERS], ids=["first", "second"]
)
def test_one_sentence_may_say_what_two_do(one: str, other: str) -> None:
    assert rewritten(compare(two_articles(one, other))) == [(one, other)]
    assert rewritten(compare(two_articles(other, one))) == [(other, one)]


def test_no_more_than_two_sentences_are_set_against_one() -> None:
    three = (
        "Thieves drilled through the cellar wall. They emptied three hundred lockers before dawn. "
        "Ravensberg police found their drill in a stolen lorry."
    )
    one = (
        "Before dawn three hundred lockers were emptied by thieves who drilled through a cellar "
        "wall, and police in Ravensberg found the drill in a lorry that was stolen."
    )

    comparison = compare(two_articles(three, one))

    assert rewritten(comparison)
    assert all(len(split_sentences(ours)) <= 2 for ours, _ in rewritten(comparison))


def test_a_clause_is_found_without_the_rest_of_its_sentence() -> None:
    clause = f"{WELDERS[1][0].lower()}{WELDERS[1][1:]}"
    sentence = f"The opera house is still waiting for its curtain and its new organ – {clause}"

    comparison = compare(two_articles(sentence, WELDERS[0]))

    assert rewritten(comparison) == [(clause, WELDERS[0])]


@pytest.mark.parametrize("beside", ["He said so.", "The organ was out of tune.", KEEPER])
def test_what_stands_beside_it_is_left(beside: str) -> None:
    for told in (f"{beside} {BOILED[0]}", f"{BOILED[0]} {beside}"):
        assert rewritten(compare(two_articles(told, BOILED[1]))) == [BOILED]


@pytest.mark.parametrize("beside", ["No.", "Oh no."])
def test_an_exclamation_beside_it_is_left(beside: str) -> None:
    assert rewritten(compare(two_articles(f"{beside} {BOILED[0]}", BOILED[1]))) == [BOILED]


def test_boilerplate_beside_it_is_no_part_of_it() -> None:
    comparison = compare(two_articles(f"Advertisement\n\n{BOILED[0]}", BOILED[1]))

    assert texts_of(comparison, comparison.boilerplate(0)) == ["Advertisement"]
    assert rewritten(comparison) == [BOILED]


def test_boilerplate_inside_it_is_not_shared() -> None:
    told = "The shipyard will dismiss nine hundred welders\nShare this article\nbecause orders for "
    comparison = compare(two_articles(f"{told}tankers have dried up.", WELDERS[1]))

    (line,) = comparison.boilerplate(0)
    assert not any(line.overlap(span) for span in comparison.shared(0))


def test_boilerplate_does_not_make_one_side_the_better() -> None:
    one, other = two_articles(f"Advertisement\n\n{MASKS[0]}", f"Advertisement\n\n{MASKS[1]}")

    (ours,), (theirs,) = compare([one, other]).passages, compare([other, one]).passages

    assert [(left.start, right.start) for left, right in ours.runs] == [
        (right.start, left.start) for left, right in theirs.runs
    ]


def test_what_was_copied_is_not_told_again() -> None:
    comparison = compare(two_articles(f"{FERRY} {MASKS[0]}", f"{FERRY} {MASKS[1]}"))

    assert [passage.kind for passage in comparison.passages] == ["verbatim", "paraphrase"]
    assert rewritten(comparison) == [MASKS]


@pytest.mark.parametrize(
    "copy",
    [FERRY, DAM, FERRY.replace("dawn", "noon"), FLIGHTS[0].replace("Friday", "Monday")],
    ids=["ferry", "dam", "ferry edited", "flights edited"],
)
def test_a_copy_is_no_paraphrase(copy: str) -> None:
    originals = {FERRY[:9]: FERRY, DAM[:9]: DAM, FLIGHTS[0][:9]: FLIGHTS[0]}

    comparison = compare(two_articles(originals[copy[:9]], copy))

    assert len(comparison.passages) == 1
    assert rewritten(comparison) == []


def test_a_rewritten_half_is_told_beside_the_copied_one() -> None:
    copied = "The old ferry left the harbour at dawn with forty crates of oranges, "
    one, other = (f"{copied}while {wording[0].lower()}{wording[1:]}" for wording in WELDERS)

    comparison = compare(two_articles(one, other))

    assert [passage.kind for passage in comparison.passages] == ["verbatim", "paraphrase"]
    ((ours, theirs),) = rewritten(comparison)
    assert "dismissed" in theirs
    assert "dismiss" in ours
    assert "oranges" not in ours + theirs


def test_a_sentence_copied_twice_is_no_paraphrase_of_its_other_copy() -> None:
    one, other = (f"{FLIGHTS[0]} {' '.join(reports)} {FLIGHTS[0]}" for reports in ENGLISH)

    assert rewritten(compare([one, other])) == []


def test_repeats_of_a_rewritten_sentence_are_found_at_each_place() -> None:
    once = among(MASKS[0], ENGLISH[0])
    twice = "\n\n".join([MASKS[1], *ENGLISH[1], MASKS[1]])

    assert rewritten(compare([once, twice])) == [MASKS, MASKS]
    across = [p for p in compare([twice, once]).passages if p.kind == "paraphrase"]
    assert [p.left.start for p in across] == [0, twice.rindex(MASKS[1])]


def test_nothing_is_a_paraphrase_inside_one_article() -> None:
    text = "\n\n".join([MASKS[0], *ENGLISH[0], *ENGLISH[1], MASKS[1]])

    assert compare([text]).passages == ()
    assert compare([text, " ".join(REPORTS["german"][0])]).passages == ()


def test_three_articles_are_compared_pair_by_pair() -> None:
    texts = [*two_articles(*MASKS), among(MASKS[1], (DAM, FERRY, KEEPER))]

    found = [(p.left.article, p.right.article, p.kind) for p in compare(texts).passages]

    assert sorted(found) == [
        (0, 1, "paraphrase"),
        (0, 2, "paraphrase"),
        (1, 2, "verbatim"),
    ]


def test_what_was_rewritten_is_shared_and_grouped() -> None:
    comparison = compare(two_articles(*MASKS))

    assert texts_of(comparison, comparison.shared(0)) == [MASKS[0]]
    assert MASKS[1] not in texts_of(comparison, comparison.only_here(1))
    (group,) = comparison.groups
    assert texts_of(comparison, group.spans) == list(MASKS)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # museum, returned, three, bronze, masks, to, Benin, British/Britain no, soldiers, looted,
        # in, 1897 and the
        (*MASKS, 12),
        # boil/boiled, drinking, water, until, reservoir, has, been/be no, cleaned, of, bacteria,
        # residents, the
        (*BOILED, 11),
        # thieves, drilled, the twice, cellar, wall, of, savings, bank, emptied, three, hundred and
        # lockers
        (*THIEVES, 13),
    ],
    ids=["masks", "water", "thieves"],
)
def test_similarity_is_the_share_of_words_of_one_stem_in_any_order(
    one: str, other: str, same: int
) -> None:
    (passage,) = compare(two_articles(one, other)).passages

    assert passage.similarity == pytest.approx(
        2 * same / (len(split_words(one)) + len(split_words(other)))
    )


def test_runs_are_what_is_the_same_in_the_same_order() -> None:
    comparison = compare(two_articles(*FLIGHTS))

    (passage,) = comparison.passages
    told = [texts_of(comparison, run) for run in passage.runs]
    assert told
    assert all(split_words(ours).keys == split_words(theirs).keys for ours, theirs in told)
    for which, side in enumerate((passage.left, passage.right)):
        places = [run[which] for run in passage.runs]
        assert places == sorted(places)
        assert all(side.overlap(place) == place.length for place in places)


def test_sides_are_as_long_as_passages_must_be() -> None:
    texts = two_articles(*MASKS)
    shorter = min(len(split_words(wording)) for wording in MASKS)

    def count(words: int) -> int:
        return len(compare(texts, Settings(min_words=words, rare_words=words)).passages)

    assert count(shorter) == 1
    assert count(shorter + 1) == 0


@pytest.mark.parametrize("sensitivity", [1, 2])
def test_they_are_not_looked_for_where_sameness_was_asked_for(sensitivity: int) -> None:
    assert compare(two_articles(*MASKS), Settings(sensitivity=sensitivity)).passages == ()


def test_boilerplate_that_both_sites_have_is_no_statement() -> None:
    line = "Sign up for our newsletter and get the best of our reports by e-mail"
    other = "Subscribe to the newsletter to get the best reports of ours by e-mail"

    comparison = compare(two_articles(line, other))

    assert rewritten(comparison) == []
