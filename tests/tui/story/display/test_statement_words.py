from __future__ import annotations

import pytest

from storage.findings import make_finding
from tests.storage.desk import compared
from textreuse import Form, Quotation, QuotationFinding, Relation, Span, Speaker
from tui.story.display.statement_words import describe_finding, describe_saying, describe_speaker

PERSON = Speaker("person", "Martha Ellison", None)
NOBODY = Speaker("unresolved", "", None)
LETTERS = "ABC"
STORY = compared("one two three", "four five six")


def quotation(article: int, length: int, form: Form = "direct") -> Quotation:
    return Quotation(Span(article, 0, length), form, PERSON, 1)


@pytest.mark.parametrize(
    ("kind", "one", "other", "said"),
    [
        ("altered", quotation(0, 9), quotation(1, 9), "altered in B"),
        ("cut", quotation(0, 5), quotation(1, 9), "cut in A"),
        ("cut", quotation(0, 9), quotation(1, 5), "cut in B"),
        ("extended", quotation(0, 9), quotation(1, 5), "extended in A"),
        (
            "narration_elsewhere",
            quotation(0, 9, "narration"),
            quotation(1, 9),
            "told as fact in A",
        ),
        ("narration_elsewhere", quotation(0, 9), quotation(1, 9, "indirect"), "reported in B"),
        ("reattributed", quotation(0, 9), quotation(1, 9), "another speaker in B"),
    ],
)
def test_what_is_found_is_said_of_the_article_that_it_is_true_of(
    kind: Relation, one: Quotation, other: Quotation, said: str
) -> None:
    about = QuotationFinding(kind, True, one, other, (), "Why.")
    finding = make_finding(STORY, about)
    assert describe_finding(finding, LETTERS, one.span) == said


def test_seen_from_the_other_side_the_first_was_altered() -> None:
    about = QuotationFinding("altered", True, quotation(0, 9), quotation(1, 9), (), "Why.")
    finding = make_finding(STORY, about)
    assert describe_finding(finding, LETTERS, about.other.span) == "altered in A"


def test_who_said_it_is_told_as_far_as_the_text_tells() -> None:
    assert describe_speaker(PERSON) == "Martha Ellison"
    assert describe_speaker(NOBODY) == "speaker not told"
    assert describe_speaker(Speaker("anonymous", "one source", None)) == "unnamed (one source)"
    assert describe_speaker(Speaker("anonymous", "", None)) == "unnamed"


def test_what_is_told_as_fact_wants_no_speaker() -> None:
    told = Quotation(Span(0, 0, 5), "narration", NOBODY, 1)
    assert describe_saying(told) == "told as fact"
    assert describe_saying(told._replace(form="indirect")) == "reported · speaker not told"
