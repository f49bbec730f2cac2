"""Invented news, drawn anew for each example: reports in one wording or the other, edited."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.textreuse.news import REWRITTEN
from tests.textreuse.reports import ENGLISH
from tests.textreuse.stories import edited

_WORDINGS = tuple(wording for pair in REWRITTEN["english"][3:8] for wording in pair)
_NEW_WORDS = ("gladly", "iron", "seven", "Monday", "said", "flights")
_BREAKS = (" ", " ", "\n\n", "\n\n", "\n", "\n\nAdvertisement\n\n")


@st.composite
def news_texts(draw: st.DrawFn) -> str:
    """Draw an article of invented reports, some in the one wording, some in the other, edited."""
    told = draw(st.lists(st.sampled_from(_WORDINGS), min_size=1, max_size=7))
    reports = draw(st.sampled_from(ENGLISH))[: draw(st.integers(2, 6))]
    sentences = draw(st.permutations([*told, *reports]))
    return "".join(
        " ".join(edited(draw, sentence.split(), _NEW_WORDS, most=1))
        + draw(st.sampled_from(_BREAKS))
        for sentence in sentences
    )


def news_stories(most: int = 2) -> st.SearchStrategy[list[str]]:
    """Draw stories of two to `most` such articles."""
    return st.lists(news_texts(), min_size=2, max_size=most)
