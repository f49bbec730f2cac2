from __future__ import annotations

from tests.textreuse.news import FLIGHTS
from tests.textreuse.reports import two_articles
from tests.textreuse.stages import number_texts
from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_similarity import SentenceSimilarity


def test_likeness_is_worked_out_once() -> None:
    likeness = SentenceSimilarity(number_texts(*two_articles(*FLIGHTS)))

    assert likeness.units is likeness.units
    assert likeness.proposals is likeness.proposals
    assert likeness.matches is likeness.matches
    assert [type(match) for match in likeness.matches[0, 1]] == [Match]
