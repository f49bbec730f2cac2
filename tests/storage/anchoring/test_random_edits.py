"""How many anchors are found again after random edits of real text, and that none is misled."""

from __future__ import annotations

import time
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.anchoring import KINDS, verdict
from benchmarks.edited_quotes import Kind, cases
from benchmarks.texts import story
from storage.anchoring.anchors import make_anchor
from storage.anchoring.candidates import find_alike, find_same_words, find_vacancy
from storage.anchoring.locate import LocatedQuote, locate
from storage.anchoring.quote_fit import AnchoredQuote, QuotePlace, fit
from storage.models import Anchor
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, quickly, thoroughly

ARTICLES = Path(__file__).parents[4] / "shared" / "articles" / "h200"

NUMBER = 400
"""Annotations for each kind of edit."""


def sample_texts() -> list[str]:
    """Return the project's sample, and prose of which some sentences are repeated elsewhere."""
    sample = resources.files("storage.sample")
    names = sorted(file.name for file in sample.iterdir() if file.name.endswith(".txt"))
    return [(sample / name).read_text("utf-8") for name in names] + story(2, 500, 10).texts


def real_articles() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]


SOURCES = {"sample": sample_texts, "real articles": real_articles}


@pytest.fixture(
    params=[
        "sample",
        pytest.param(
            "real articles",
            marks=pytest.mark.skipif(
                not ARTICLES.is_dir(), reason="the articles do not lie beside the repository"
            ),
        ),
    ]
)
def source(request: pytest.FixtureRequest) -> str:
    return str(request.param)


LEAST_FOUND: dict[Kind, float] = {
    "elsewhere": 0.99,
    "a tenth": 0.9,
    "both": 0.9,
    "of few words": 0.9,
    "deleted": 0.0,
    "moved": 0.9,
}
LEAST_SURE = {"elsewhere": 0.8}
"""Shares told exact or moved."""
MOST_MISPLACED = 0.005
"""The share that may be shown for review at a wrong place: where a text repeats itself, the repeat
may be nearer to what the anchor knows."""
MOST_SHOWN_OF_DELETED = 0.04
"""The share of them that may be shown for review: sentences that the text has a second time."""


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_are_found_again_and_none_is_silently_misplaced(source: str, kind: Kind) -> None:
    told: Counter[tuple[str, str]] = Counter()
    for case in cases(kind, SOURCES[source](), NUMBER):
        located = locate(case.anchor, case.text)
        told[located.state if located else "orphan", verdict(case, located)] += 1

    assert told["exact", "wrong"] + told["moved", "wrong"] == 0
    sure = told["exact", "right"] + told["moved", "right"]
    assert sure >= LEAST_SURE.get(kind, 0) * NUMBER
    assert sure + told["changed", "right"] >= LEAST_FOUND[kind] * NUMBER
    most = MOST_SHOWN_OF_DELETED if kind == "deleted" else MOST_MISPLACED
    assert told["changed", "wrong"] <= most * NUMBER


anything = st.text(st.sampled_from("ab .\n“”é\u0301新") | st.characters(exclude_categories=[]))
places = st.integers(-5, 300)
anchors = st.builds(Anchor, places, places, anything, anything, anything)
sentences = st.lists(st.sampled_from([OWL, MILL, PARADE, BRIDGE, HONEY]), min_size=1, max_size=6)


@thoroughly
@given(anchors, anything | sentences.map(" ".join))
def test_whatever_the_anchor_and_the_text_the_place_is_inside_it(anchor: Anchor, text: str) -> None:
    located = locate(anchor, text)

    if located is not None:
        assert 0 <= located.start < located.end <= len(text)
        assert 0 <= located.score <= 100
        if located.state != "changed":
            assert text[located.start : located.end] == anchor.quote
        if located.state == "exact":
            assert located.start == anchor.start


@thoroughly
@given(st.data(), sentences, sentences)
def test_in_another_text_only_the_same_words_are_told_without_review(
    data: st.DataObject, old: list[str], new: list[str]
) -> None:
    before, after = " ".join(old), " ".join(new)
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))

    located = locate(make_anchor(before, start, end), after)

    if located is not None and located.state != "changed":
        assert after[located.start : located.end] == before[start:end]
        assert located.score >= 90


@quickly
@given(st.data())
def test_in_an_unchanged_text_everything_is_where_it_was(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sample_texts()))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 400)))

    assert locate(make_anchor(text, start, end), text) == LocatedQuote(start, end, "exact", 100)


@quickly
@given(st.data(), st.text(min_size=1, max_size=300))
def test_text_put_in_well_before_moves_it_by_as_much(data: st.DataObject, put_in: str) -> None:
    text = sample_texts()[0]
    start = data.draw(st.integers(100, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 400)))
    at = data.draw(st.integers(0, start - 50))

    located = locate(make_anchor(text, start, end), text[:at] + put_in + text[at:])

    moved = len(put_in)
    assert located == LocatedQuote(start + moved, end + moved, "moved", 100)


@thoroughly
@given(st.data())
def test_a_fuzzy_place_cuts_no_word_and_no_grapheme(data: st.DataObject) -> None:
    letters = st.text(st.sampled_from("abe\u0301新聞 \u200d👩🏽.“”"), min_size=40, max_size=120)
    text = data.draw(letters)
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = make_anchor(text, start, data.draw(st.integers(start + 1, len(text))))
    at = data.draw(st.integers(0, len(text) - 1))
    edited = text[:at] + data.draw(st.sampled_from(["", "x", " y ", "\u0301"])) + text[at + 1 :]

    place = find_alike(
        AnchoredQuote(anchor.prefix, anchor.quote, anchor.suffix), edited, 0, len(edited)
    )

    if place is not None:
        borders = {0, *(match.end() for match in regex.finditer(r"\X", edited))}
        assert {place.start, place.end} <= borders
        assert all(
            not (edited[border - 1].isalnum() and edited[border].isalnum())
            or not edited[border - 1 : border + 1].isascii()
            for border in (place.start, place.end)
            if 0 < border < len(edited)
        )


LONG = "the owl of the mill " * 5_000
WORDS = " ".join(f"{number:x}{number % 7}" for number in range(20_000))


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        (make_anchor("a" * 100_000, 50_000, 50_001), "b" + "a" * 100_000),
        (make_anchor("a" * 50_000 + "b" * 100, 0, 50_001), "a" * 100_000),
        (make_anchor("ab" * 50_000, 100, 50_100), "aab" * 33_333),
        (make_anchor(LONG, 100, 50_100), LONG.replace("owl of", "owl")),
        (make_anchor(LONG, 404, 407), "x" + LONG.replace("mill ", "mills ")),
        (make_anchor(WORDS, 100, 50_100), WORDS.replace("66 ", "six ")),
        (make_anchor("新聞稿" * 20_000, 100, 50_100), "新聞紙" * 20_000),
        (make_anchor(".,;" * 20_000, 100, 50_100), ".;," * 20_000),
    ],
    ids=["a", "aab", "abab", "repeats", "the", "words", "han", "marks"],
)
def test_the_longest_and_dullest_texts_take_less_than_two_seconds(
    anchor: Anchor, text: str
) -> None:
    began = time.process_time()
    locate(anchor, text)

    assert time.process_time() - began < 2


class TestFit:
    quotation = AnchoredQuote("has moved into ", "the belfry", " and keeps the choir")

    def place(self, text: str, found: str = "the belfry") -> QuotePlace:
        start = text.index(found)
        return fit(self.quotation, text, start, start + len(found))

    def test_unchanged_it_is_perfect(self) -> None:
        place = self.place("has moved into the belfry and keeps the choir")

        assert (place.score, place.context, place.same, place.beside) == (100, 100, True, True)

    def test_other_surroundings_do_not_make_up_for_other_words(self) -> None:
        assert self.place("has moved into a bell and keeps the choir", "a bell").score == 0

    def test_one_side_and_the_quote_are_worth_85(self) -> None:
        quotation = AnchoredQuote(
            "A barn owl has moved into ", "the belfry", ". The end of it all."
        )
        text = "A barn owl has moved into the belfry, \u0436\u0436\u0436\u0436\u0436\u0436"
        start = text.index("the belfry")

        assert fit(quotation, text, start, start + 10).score == pytest.approx(85)

    def test_a_word_is_not_a_part_of_a_longer_one(self) -> None:
        assert self.place("has moved into the belfrying and keeps the choir").score == 0


def test_the_same_words_are_looked_for_with_all_their_context_first() -> None:
    text = f"{OWL} {MILL} {OWL} {PARADE} {OWL}"
    start = text.index("belfry", 100)
    anchor = make_anchor(text, start, start + 6)

    places = find_same_words(AnchoredQuote(anchor.prefix, anchor.quote, anchor.suffix), text, start)

    # The first stands at the very beginning, with less before it.
    assert [place.start for place in places] == [start, text.rindex("belfry")]


def test_a_vacancy_is_where_both_sides_are_without_the_quote() -> None:
    text = f"{MILL} {OWL} {HONEY}"
    start = text.index("a school")
    anchor = make_anchor(text, start, start + len("a school for clockmakers"))
    quotation = AnchoredQuote(anchor.prefix, anchor.quote, anchor.suffix)
    emptied = text.replace(" a school for clockmakers", "")
    replaced = text.replace("a school for clockmakers", "an inn")

    assert find_vacancy(quotation, text, 0, len(text)) is None
    assert find_vacancy(quotation, emptied, 0, len(emptied)) == emptied.index(". A barn")
    assert find_vacancy(quotation, replaced, 0, len(replaced)) == replaced.index("an inn")
    assert find_vacancy(quotation, PARADE, 0, len(PARADE)) is None
