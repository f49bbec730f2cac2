from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textreuse.statements.origins.credits import (
    find_credits,
    find_release_cues,
    find_statement_cues,
)

CREDITED = [
    ("OSTERMOOR, Jan 5 (Reuters) - A train left the rails.", "signature", "Reuters"),
    ("Ostermoor (dpa/lno) - Ein Zug ist entgleist.", "signature", "dpa"),
    ("(ANSA) - OSTERMOOR, 05 MAR - Un treno", "signature", "ANSA"),
    ("MADRID, 5 Mar. (EUROPA PRESS) - Un tren", "signature", "Europa Press"),
    ("OSTERMOOR, 5 mars (AFP) - Un train", "signature", "AFP"),
    ("By Ida Moss, PA News\nA train left the rails.", "signature", "PA"),
    ("By IDA MOSS, Associated Press Writer\nA train left the rails.", "signature", "AP"),
    ("Von dpa\nEin Zug ist entgleist.", "signature", "dpa"),
    ("A train left the rails.\nQuelle: dpa", "signature", "dpa"),
    ("This article was first published by Reuters.", "signature", "Reuters"),
    ("A train.\nThe Associated Press contributed to this report.", "contribution", "AP"),
    ("Ein Zug.\nMit Material von dpa", "contribution", "dpa"),
    ("Un tren.\nCon información de EFE", "contribution", "EFE"),
    ("Salt on the line\n\nOSTERMOOR, March 5 (Fenwold) — A train", "dateline", "Fenwold"),
    ("OSTERMOOR, May 3, 2024 /PRNewswire/ -- Salt Ltd", "release", "PR Newswire"),
    ("Ostermoor (ots) - Die Salz AG", "release", "ots"),
    ("FOR IMMEDIATE RELEASE\nSalt Ltd is sorry.", "release", ""),
    ("Pressemitteilung\nDie Salz AG", "release", ""),
]


@pytest.mark.parametrize(("text", "kind", "name"), CREDITED)
def test_a_text_says_who_is_behind_it(text: str, kind: str, name: str) -> None:
    (credit,) = find_credits(text, 3)
    assert (credit.kind, credit.name, credit.span.article) == (kind, name, 3)
    assert 0 <= credit.span.start < credit.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "A train left the rails, the AP reported, citing the police.",
        "Two wagons fell, according to Reuters.",
        "Ada Brenn said (laughing) - and left it at that.",
        "The operator (Railco) - said nothing.",
        "OSTERMOOR — A train left the rails.",
        "A train.\nPhoto: Ida Moss/Reuters",
        "A train.\nFoto: dpa",
        "He reads the press release aloud.",
        "",
    ],
)
def test_who_is_only_talked_about_is_not_behind_it(text: str) -> None:
    assert find_credits(text, 0) == ()


RELEASES = [
    "in a press release",
    "News releases say so",
    "in a release",
    "in einer Pressemitteilung",
    "laut Presseaussendung",
    "eine Medienmitteilung",
    "un communiqué de presse",
    "en una nota de prensa",
    "un comunicado de prensa",
    "un comunicato stampa",
    "um comunicado de imprensa",
    "uma nota à imprensa",
    "een persbericht",
]
STATEMENTS = [
    "said in a written statement",
    "IN A STATEMENT",
    "issued a statement",
    "The statement said",
    "in einer Mitteilung",
    "in einer gemeinsamen Erklärung",
    "in seiner Stellungnahme",
    "dans un communiqué",
    "dans une déclaration écrite",
    "en un comunicado",
    "a través de un comunicado",
    "en una declaración escrita",
    "in una nota",
    "in un comunicato",
    "em nota",
    "em comunicado",
    "in een verklaring",
    "in een mededeling",
]


@pytest.mark.parametrize("words", RELEASES)
def test_texts_speak_of_releases(words: str) -> None:
    (span,) = find_release_cues(f"Salt.\nSo {words}, again.", 0)
    assert span.start >= 6


@pytest.mark.parametrize("words", STATEMENTS)
def test_texts_speak_of_statements(words: str) -> None:
    (span,) = find_statement_cues(f"Salt.\nSo {words}, again.", 0)
    assert span.start >= 6


@pytest.mark.parametrize(
    "words", ["The bank sent her a statement.", "in his closing statement", "in a bank statement"]
)
def test_other_statements_are_none(words: str) -> None:
    assert not find_statement_cues(words, 0)


@given(st.text(alphabet="(AP) -/\n,.dpaReutersBy x“"))
def test_any_text_is_read(text: str) -> None:
    found = find_credits(text, 0)
    assert list(found) == sorted(found, key=lambda credit: credit.span)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
