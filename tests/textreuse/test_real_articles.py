"""Five real articles about one story: an original, a rewrite of it, three that share its topic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from tests.textreuse.reading import text_of, texts_of
from textreuse import Comparison, Passage, Span, compare
from textreuse.text.normalize import fold_punctuation

FOLDER = Path(__file__).parents[3] / "shared" / "articles" / "h200"
NAMES = (
    "original-web-page.txt",
    "rewrite.txt",
    "first-imports.txt",
    "h20-resumes.txt",
    "conditional-approval.txt",
)
ORIGINAL, REWRITE, *OTHERS = range(len(NAMES))

pytestmark = pytest.mark.skipif(
    not all((FOLDER / name).is_file() for name in NAMES),
    reason="the articles do not lie beside the repository",
)

_QUOTED = regex.compile(r'[“"]([^“”"]+)[”"]')


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([(FOLDER / name).read_text(encoding="utf-8") for name in NAMES])


def quotations(comparison: Comparison, article: int) -> Iterator[tuple[str, Span]]:
    """Yield what is quoted, folded and bare of marks at its end, and where it stands."""
    for match in _QUOTED.finditer(comparison.corpus.texts[article]):
        said = "".join(map(fold_punctuation, match.group(1))).strip(",.")
        yield said, Span(article, match.start(1), match.start(1) + len(said))


def common_quotations(comparison: Comparison) -> list[tuple[Span, Span]]:
    """Return where the rewrite, then where the original quotes the same; one may add words."""
    return [
        (Span(ours.article, ours.end - len(short), ours.end), theirs)
        for said, ours in quotations(comparison, REWRITE)
        for short, theirs in quotations(comparison, ORIGINAL)
        if said.endswith(short)
    ]


def test_the_original_has_curly_quotes_and_the_rewrite_straight_ones(
    comparison: Comparison,
) -> None:
    original, rewrite = comparison.corpus.texts[ORIGINAL], comparison.corpus.texts[REWRITE]

    assert "“" in original
    assert '"' not in original
    assert '"' in rewrite
    assert "“" not in rewrite
    assert len(common_quotations(comparison)) == 8


def test_the_quotations_that_both_carry_are_found(comparison: Comparison) -> None:
    for pair in common_quotations(comparison):
        for quoted in pair:
            assert any(
                quoted.overlap(span) == quoted.length for span in comparison.shared(quoted.article)
            ), text_of(comparison, quoted)


def test_every_place_of_a_quotation_meets_its_original_in_a_passage(
    comparison: Comparison,
) -> None:
    for ours, theirs in common_quotations(comparison):
        assert any(
            passage.left.overlap(theirs) == theirs.length
            and passage.right.overlap(ours) == ours.length
            for passage in comparison.passages
        )


def test_the_half_that_the_rewrite_repeats_is_one_repeat(comparison: Comparison) -> None:
    longest = max(
        (p for p in comparison.passages if p.left.article == p.right.article == REWRITE),
        key=lambda passage: passage.left.length,
    )
    repeated = comparison.word_count(REWRITE, comparison.repeats(REWRITE))

    assert longest.kind == "verbatim"
    assert text_of(comparison, longest.left) == text_of(comparison, longest.right)
    assert longest.right.end == len(comparison.corpus.texts[REWRITE].rstrip())
    assert repeated > 0.9 * comparison.word_count(REWRITE)


def test_the_groups_of_the_quotations_are_not_swallowed_by_that_repeat(
    comparison: Comparison,
) -> None:
    halves = [group for group in comparison.groups if group.articles == (REWRITE,)]
    across = [group for group in comparison.groups if ORIGINAL in group.articles]

    assert any(span.length > 2000 for group in halves for span in group.spans)
    assert all(span.length < 1000 for group in across for span in group.spans)
    assert sum(len(group.spans) == 3 for group in across) >= 8


def test_articles_that_share_only_their_topic_copy_a_turn_of_phrase_at_most(
    comparison: Comparison,
) -> None:
    copied = [p for p in between_others(comparison) if p.kind != "paraphrase"]

    assert len(copied) <= 1
    assert all(p.common < 8 for p in copied)


def test_articles_that_share_only_their_topic_say_the_same_of_two_facts(
    comparison: Comparison,
) -> None:
    """That licences were assured, linked with its best place only; that Beijing approved."""
    found = [p for p in between_others(comparison) if p.kind == "paraphrase"]
    told = [
        " ".join(text_of(comparison, side) for side in (passage.left, passage.right))
        for passage in found
    ]

    assert len(found) <= 10
    assert sum(both.count("licenses") == 2 for both in told) == 1
    assert sum(both.count("H200") == 2 for both in told) >= 2


def between_others(comparison: Comparison) -> list[Passage]:
    """Return the passages of which a side lies in an article that shares only the topic."""
    return [p for p in comparison.passages if not p.is_repeat and set(p.pair) & set(OTHERS)]


def test_rewritten_sentences_are_found_at_each_of_their_places(comparison: Comparison) -> None:
    rewritten = [p for p in comparison.passages if p.kind == "paraphrase"]
    sources = [p.left for p in rewritten if p.right.article == REWRITE]

    assert any(sources.count(source) == 2 for source in sources)
    assert all(0.15 < p.similarity < 0.8 for p in rewritten)


def test_the_share_bar_is_no_repeat(comparison: Comparison) -> None:
    bar = regex.compile(r"\nFacebook\n(?:\w+\n)+")
    bars = [match.span() for match in bar.finditer(comparison.corpus.texts[ORIGINAL])]

    assert len(bars) == 2
    assert comparison.repeats(ORIGINAL) == ()
    for start, end in bars:
        place = Span(ORIGINAL, start, end)
        assert sum(place.overlap(line) > 0 for line in comparison.boilerplate(ORIGINAL)) == 6
        assert not any(place.overlap(span) for span in comparison.only_here(ORIGINAL))


def test_boilerplate_is_no_sentence_of_the_article(comparison: Comparison) -> None:
    for article in range(len(NAMES)):
        boilerplate = texts_of(comparison, comparison.boilerplate(article))
        assert all(line.count(" ") < 10 for line in boilerplate)


def test_a_headline_that_stands_twice_is_a_repeat(comparison: Comparison) -> None:
    for article in OTHERS[:2]:
        lines = comparison.corpus.texts[article].splitlines()
        twice = {line for line in lines if len(line.split()) >= 6 and lines.count(line) == 2}
        assert twice <= set(texts_of(comparison, comparison.repeats(article)))
