from __future__ import annotations

import pytest

from tests.textreuse.statements.utterances.said import find_findings, find_said, list_changes

TOLD = "Captain Olaf Berg sure seems to enjoy the long winter in the harbour."


def test_narration_that_became_a_quotation_is_flagged() -> None:
    texts = (
        f"{TOLD} He was seen with a sledge on the ice.",
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said.",
    )
    (utterance,) = find_said(*texts)
    (finding,) = utterance.findings
    assert [quotation.form for quotation in utterance.quotations] == ["narration", "direct"]
    assert (finding.kind, finding.flagged) == ("narration_elsewhere", True)
    assert finding.why == (
        "B quotes “Berg seems to enjoy the long winter in the harbour”; "
        "in A it is narration that nobody says."
    )
    assert list_changes(finding, *texts) == [("Captain Olaf", ""), ("sure", "")]


def test_a_quotation_that_became_narration_is_flagged() -> None:
    (finding,) = find_findings(
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said.",
        f"{TOLD} He was seen with a sledge on the ice.",
    )
    assert (finding.kind, finding.flagged) == ("narration_elsewhere", True)


def test_a_country_in_capitals_is_no_first_person() -> None:
    (finding,) = find_findings(
        "“The US boats of Berg seem to enjoy the long winter in the harbour,” one sailor said.",
        "The US boats of Berg seem to enjoy the long winter in the harbour. It was a cold day.",
    )
    assert (finding.kind, finding.flagged) == ("narration_elsewhere", True)


def test_verbs_of_saying_that_are_quoted_report_nothing() -> None:
    (finding,) = find_findings(
        "“Two letters of the ministry say that Berg wants to leave the harbour,” one sailor said.",
        "Two letters of the ministry say that Berg wants to leave the harbour. It was a cold day.",
    )
    assert (finding.kind, finding.flagged) == ("narration_elsewhere", True)


def test_a_sentence_that_nobody_wrote_goes_with_it() -> None:
    findings = find_findings(
        f"{TOLD} He was seen with a sledge on the ice.",
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said. “He loves "
        "every frozen morning.”",
    )
    added = [finding for finding in findings if finding.kind == "extended"]
    (why,) = (finding.why for finding in added)
    assert why == (
        "B adds “He loves every frozen morning” to a quotation that is narration in A; "
        "no other article has anything of it."
    )
    assert all(finding.flagged for finding in findings)


def test_a_turn_of_which_every_part_is_quoted_elsewhere_adds_nothing() -> None:
    turn = (
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said. “He loves "
        "every frozen morning.”"
    )
    findings = find_findings(f"{TOLD} He was seen with a sledge.", turn, turn)
    assert not any(finding.kind == "extended" for finding in findings)


@pytest.mark.parametrize(
    "reported",
    [
        "Sailors say that Captain Berg seems to enjoy the long winter in the harbour.",
        "According to one sailor, Captain Berg seems to enjoy the long winter in the harbour.",
        # It goes on with what was reported before.
        "One sailor told us. Captain Berg seems to enjoy the long winter in the harbour.",
        "One sailor told us. It is cold. Berg seems to enjoy the long winter in the harbour.",
        # A statement is shown without marks.
        "The letter:\n\nThe ice is thick.\n\nBerg seems to enjoy the long winter in the harbour.",
        # Somebody speaks of himself.
        "My friend Berg seems to enjoy the long winter in the harbour, as we all do.",
    ],
)
def test_reported_speech_is_quiet(reported: str) -> None:
    (finding,) = find_findings(
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said.", reported
    )
    assert (finding.kind, finding.flagged) == ("narration_elsewhere", False)
    assert finding.why == "B tells without quotation marks what A quotes."


def test_narration_of_what_the_same_article_quotes_too_is_quiet() -> None:
    findings = find_findings(
        f"{TOLD} He was seen with a sledge. “Berg seems to enjoy the long winter in the harbour,” "
        "one sailor said.",
        "“Berg seems to enjoy the long winter in the harbour,” one sailor said.",
    )
    assert {finding.kind for finding in findings} == {"same", "narration_elsewhere"}
    assert not any(finding.flagged for finding in findings)


def test_a_few_words_of_narration_are_nobody_s() -> None:
    assert not find_findings(
        "“Berg seems to enjoy the winter,” one sailor said.",
        "The children seem to enjoy the frozen lake, and the winter is long.",
    )


def test_what_a_speaker_is_reported_to_say_in_other_words_is_joined() -> None:
    (utterance,) = find_said(
        "“The Gulbrand trawlers received assurances, export licences included, and fishing "
        "resumes within a fortnight,” Captain Olaf Berg said.",
        "Captain Olaf Berg announced on Monday that fishing would be resumed within a fortnight "
        "after assurances that licenses for export would come.",
    )
    assert [quotation.form for quotation in utterance.quotations] == ["direct", "indirect"]
    assert [finding.flagged for finding in utterance.findings] == [False]


def test_what_somebody_else_says_of_the_same_matter_is_not_joined() -> None:
    utterances = find_said(
        "“The trawlers received assurances, export licences included, and fishing resumes "
        "within a fortnight,” Captain Olaf Berg said.",
        "The ministry announced on Monday that Captain Olaf Berg had misread its letter: no "
        "licenses were promised.",
    )
    assert [len(utterance.quotations) for utterance in utterances] == [1]
