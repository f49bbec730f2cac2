from __future__ import annotations

from textreuse import QuotationFinding, Utterance, compare, find_statements


def utterances(*texts: str) -> tuple[Utterance, ...]:
    names = [chr(ord("A") + number) for number in range(len(texts))]
    return find_statements(compare(texts), names=names).utterances


def findings(*texts: str) -> list[QuotationFinding]:
    return [finding for utterance in utterances(*texts) for finding in utterance.findings]


def test_the_same_words_are_one_utterance() -> None:
    (finding,) = findings(
        "“We will mend the harbour wall before the storms return,” the mayor said.",
        'The mayor promised: "We will mend the harbor-wall before the storms return."',
    )
    assert (finding.kind, finding.flagged, finding.changes) == ("same", False, ())
    assert finding.why == "A and B quote the same words, written differently."


def test_other_words_inside_the_marks_are_flagged() -> None:
    (finding,) = findings(
        "“We will mend the harbour wall before the storms return,” the mayor said.",
        "“We may mend the harbour wall before the storms return,” the mayor said.",
    )
    assert (finding.kind, finding.flagged) == ("altered", True)
    assert finding.why == "A quotes “will” where B quotes “may”."


def test_narration_that_moved_inside_the_marks_is_flagged() -> None:
    (finding,) = findings(
        "That answer is “excellent proof that the old harbour wall was never safe,” she said.",
        "“This is excellent proof that the old harbour wall was never safe,” she said.",
    )
    assert (finding.kind, finding.flagged) == ("extended", True)
    assert finding.why == "B puts “This is” inside the quotation marks; in A it is narration."
