"""Sentences for the tests, and Hypothesis strategies that make texts and stories of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.budget import examples

FERRY = "The ferry left the old harbour at dawn with forty crates of oranges."
KEEPER = "Nobody in the village had seen a lighthouse keeper since the great storm."
CLOCKS = "Her brother repairs clocks in a narrow shop behind the fish market."
DAM = "Three engineers measured the dam twice and found the same crack again."
RAIN = "Rain is expected along the coast until the middle of next week."
ROAD = "The council voted nine to two against a wider road through the orchard."
VIOLIN = "A violin from the flooded museum sold for more than anyone had guessed."
TRAMS = "Students painted the bridge yellow to mark one hundred years of trams."
FLOUR = "Bakers say flour costs twice what it cost before the mill burned down."
TRAIN = "An early train now stops at the quarry on Tuesdays and Fridays."
MAYOR = "The mayor promised to plant a chestnut for every child born in March."
BELLS = "Divers brought up two bells whose inscription no scholar can read."

SENTENCES = (
    *(FERRY, KEEPER, CLOCKS, DAM, RAIN, ROAD),
    *(VIOLIN, TRAMS, FLOUR, TRAIN, MAYOR, BELLS),
)

quick = examples(25)
thorough = examples(50)

_NEW_WORDS = ("gladly", "iron", "seven", "beneath", "U.S.", "1.5")
_BREAKS = (" ", "\n", "\n\n", "\n\nAdvertisement\n\n")
_ODD_PIECES = (
    *("word ", "wórd ", "one two three four five six ", "“quoted” ", "don’t ", "U.S. ", "1.5. "),
    *("天地人", "ทดสอบ", "سلام ", "\u00ad", "\u200b", "\u0301", "\u02bc", "\x1c", "\x00", "\ud800"),
    *("\n", "\n\n", "\u2028", "\r", "—", "…", "'", '"', ".", "Facebook\n", "X\n", "3 min read\n"),
)


def monotonous_texts(vocabulary: str = "abcd") -> st.SearchStrategy[str]:
    """Draw a text of the words `vocabulary`, one letter each, that repeats itself a lot."""
    row = st.lists(st.sampled_from(vocabulary), max_size=40)
    again = st.lists(st.sampled_from(vocabulary), max_size=15).map(lambda drawn: drawn * 3)
    return (row | again).map(" ".join)


def few_words() -> st.SearchStrategy[list[str]]:
    """Draw two or three rows of up to 90 words, of which there are two to four."""
    vocabularies = st.sampled_from(["ab", "abc", "abcd"])
    return vocabularies.flatmap(
        lambda vocabulary: st.lists(
            st.lists(st.sampled_from(vocabulary), max_size=90).map(" ".join),
            min_size=2,
            max_size=3,
        )
    )


def unspaced_texts() -> st.SearchStrategy[str]:
    """Draw a text without spaces between its words."""
    return st.text("天地人。", max_size=60)


def odd_texts() -> st.SearchStrategy[str]:
    """Draw a text of what breaks programs: marks, controls, half characters, boilerplate."""
    return st.lists(st.sampled_from(_ODD_PIECES), max_size=30).map("".join)


def any_texts() -> st.SearchStrategy[str]:
    """Draw a text of any characters at all."""
    return st.text(st.characters(), max_size=80)


@st.composite
def sentence_texts(draw: st.DrawFn) -> str:
    """Draw a text of known sentences: edited, repeated, in any order, broken anywhere."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), max_size=7))
    return "".join(
        " ".join(edited(draw, sentence.split(), _NEW_WORDS, most=2)) + draw(_breaks)
        for sentence in sentences
    )


@st.composite
def versions(draw: st.DrawFn, vocabulary: str = "abcdef") -> list[str]:
    """Draw versions of one text of few words, each edited in its own way."""
    row = draw(st.lists(st.sampled_from(vocabulary), min_size=6, max_size=24))
    count = draw(st.integers(2, 3))
    return [" ".join(edited(draw, row, vocabulary, most=5)) for _ in range(count)]


def word_stories() -> st.SearchStrategy[list[str]]:
    """Draw stories of one-letter words that have much in common, without boilerplate."""
    return st.one_of(
        versions("ab"),
        versions("abcdef"),
        _stories_of(monotonous_texts("ab")),
        _stories_of(monotonous_texts("abcd")),
    )


def stories() -> st.SearchStrategy[list[str]]:
    """Draw stories of up to four texts, of one sort or mixed."""
    sorts = (sentence_texts(), unspaced_texts(), odd_texts(), any_texts())
    mixed = st.one_of(*sorts, monotonous_texts())
    return st.one_of(*map(_stories_of, sorts), _stories_of(mixed), word_stories())


def orders() -> st.SearchStrategy[list[int]]:
    """Draw an order for the articles of any story; leave out the numbers that it lacks."""
    return st.permutations(range(4))


_breaks = st.sampled_from(_BREAKS)


def edited(
    draw: st.DrawFn, words: list[str], new_words: str | tuple[str, ...], most: int
) -> list[str]:
    """Drop, replace or add a word, at most `most` times."""
    edited = list(words)
    for _ in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(edited)))
        added = draw(st.lists(st.sampled_from(new_words), max_size=1))
        edited[at : at + draw(st.integers(0, 1))] = added
    return edited


@st.composite
def _stories_of(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> list[str]:
    """Draw up to four texts, the last of which may be one of the others again."""
    drawn = draw(st.lists(texts, max_size=3))
    if draw(st.booleans()) and drawn:
        drawn.append(draw(st.sampled_from(drawn)))
    return drawn
