from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.textreuse.statements.origins.reports import CLOSING, OTHER, RIVAL
from textreuse import Overlap, compare, find_statements

QUOTED = "“We had asked for new points in April and again in June, and nobody answered,”"
PLAIN = f"{RIVAL}\n\n{QUOTED} said Ada Brenn, who leads the depot."


def overlap(*texts: str) -> Overlap:
    (found,) = find_statements(compare(texts), names=["A", "B"]).origins.overlaps
    return found


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (f"{QUOTED} Ada Brenn said in a statement on Tuesday.", "statement"),
        (f"In a joint statement, Ada Brenn and the union said: {QUOTED[:-2]}.”", "statement"),
        (f"{QUOTED} it says in a press release.", "press release"),
        (f"{QUOTED} sagte Ada Brenn in einer Mitteilung.", "statement"),
        (f"{QUOTED} heißt es in einer Pressemitteilung der Bahn.", "press release"),
        (f"{QUOTED} a déclaré Ada Brenn dans un communiqué.", "statement"),
        (f"{QUOTED} dijo Ada Brenn en un comunicado.", "statement"),
        (f"{QUOTED} dijo Ada Brenn en una nota de prensa.", "press release"),
    ],
)
def test_a_quotation_that_a_text_says_is_from_a_statement_is_told_as_that(
    said: str, what: str
) -> None:
    found = overlap(f"{OTHER}\n\n{said}", PLAIN)
    assert found.kind == "quotations"
    assert found.why.endswith(f" A says that 15 words that both quote are from a {what}.")
    assert len(found.evidence) == 3
    both = overlap(f"{OTHER}\n\n{said}", f"{RIVAL}\n\n{said}")
    assert both.why.endswith(f" A and B say that 15 words that both quote are from a {what}.")


@pytest.mark.parametrize(
    "said",
    [
        f"{QUOTED} said Ada Brenn.",
        # Somebody else's, of which nothing is quoted.
        f"{QUOTED} said Ada Brenn, while the ministry announced in a statement that it would wait.",
        f"{QUOTED} said Ada Brenn. The ministry said in a statement that it would wait.",
        # Another one's quotation.
        f"{QUOTED} said Ada Brenn. “Not a word of this reached us,” it said in a statement.",
        f"{QUOTED} said Ada Brenn in a statement to the police.",
        f"{QUOTED} said Ada Brenn in her opening statement.",
    ],
)
def test_what_is_said_otherwise_is_not(said: str) -> None:
    assert "both quote are" not in overlap(f"{OTHER}\n\n{said}", PLAIN).why


def test_what_one_article_cuts_is_not_whole() -> None:
    cut = QUOTED.replace(" and again in June", "")
    said = f"{OTHER}\n\n{QUOTED} Ada Brenn said in a statement."
    assert "both quote are" not in overlap(said, f"{RIVAL}\n\n{cut} Ada Brenn said.").why


PARTS = [
    OTHER,
    CLOSING,
    QUOTED,
    " said Ada Brenn in a statement.",
    " in a press release",
    "“",
    "\n",
]


@settings(max_examples=40, deadline=None)
@given(*[st.lists(st.sampled_from(PARTS), max_size=5).map(" ".join)] * 2)
def test_the_order_of_articles_changes_nothing(one: str, other: str) -> None:
    found, turned = overlap(one, other), overlap(other, one)
    assert found.why.endswith("statement.") == turned.why.endswith("statement.")
    assert {(1 - span.article, *span[1:]) for span in found.evidence} == set(turned.evidence)
