from __future__ import annotations

import pytest

from tests.textreuse.statements.utterances.said import find_findings, find_said, list_changes

WALL = "We will mend the harbour wall before the storms return"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"“{WALL},” Mayor Ida Lund said.", f'"{WALL}." That is what Mayor Ida Lund said.'),
        (
            "“The year-end figures -- all of them -- are wrong,” Mayor Ida Lund said.",
            "“The year end figures – all of them – are wrong,” Mayor Ida Lund said.",
        ),
        (
            "“We waited … and nobody from the harbour office came,” Mayor Ida Lund said.",
            '"We waited ... and nobody from the harbour  office came." So said Mayor Ida Lund.',
        ),
        (
            "“Sen. Moe told us that 12 per cent of the harbor is lost,” Mayor Ida Lund said.",
            "“Senator Moe told us that twelve percent of the harbour is lost,” Mayor Lund said.",
        ),
        (
            "“An e-mail from the U.S. navy told us so,” Mayor Ida Lund said.",
            "“An email from the US Navy told us so,” Mayor Ida Lund said.",
        ),
    ],
)
def test_typography_is_no_difference(ours: str, theirs: str) -> None:
    (finding,) = find_findings(ours, theirs)
    assert (finding.kind, finding.flagged, finding.changes) == ("same", False, ())


def test_what_is_written_otherwise_is_told() -> None:
    same = f"“{WALL},” Mayor Ida Lund said."
    other = same.replace("harbour wall", "harbor-wall")
    assert [one.why for one in find_findings(same, same)] == ["A and B quote the same words."]
    assert [one.why for one in find_findings(same, other)] == [
        "A and B quote the same words, written differently."
    ]


def test_other_words_inside_the_marks_are_flagged() -> None:
    texts = (
        f"“{WALL},” Mayor Ida Lund said.",
        f"“{WALL},” Mayor Ida Lund said.".replace("We will", "We may"),
    )
    (finding,) = find_findings(*texts)
    assert (finding.kind, finding.flagged) == ("altered", True)
    assert finding.why == "A quotes “will” where B quotes “may”."
    assert list_changes(finding, *texts) == [("will", "may")]


@pytest.mark.parametrize(
    "theirs",
    [
        "“Well, we’ll mend the harbour wall before the storms return,” Mayor Ida Lund said.",
        "“We will mend the [town’s] harbour wall before the storms return,” Mayor Ida Lund said.",
        "“We will mend [all of] the harbour wall before [the] the storms return,” Mayor Lund said.",
        "“We will mend [the outer] the harbour wall before the storms return,” Mayor Lund said.",
        "“We will mend the (northern) harbour wall before the storms return,” Mayor Ida Lund said.",
    ],
)
def test_contractions_filling_words_and_brackets_are_quiet(theirs: str) -> None:
    (finding,) = find_findings(f"“{WALL},” Mayor Ida Lund said.", theirs)
    assert not finding.flagged


def test_letters_that_one_paper_does_not_print_are_quiet() -> None:
    (finding,) = find_findings(
        "“I will not pay for that f***ing wall in the harbour,” Mayor Ida Lund said.",
        "“I will not pay for that fucking wall in the harbour,” Mayor Ida Lund said.",
    )
    assert not finding.flagged


def test_and_instead_of_or_is_no_filling_word() -> None:
    (finding,) = find_findings(
        "“We broke no rules or regulations of the harbour office,” Mayor Ida Lund said.",
        "“We broke no rules and regulations of the harbour office,” Mayor Ida Lund said.",
    )
    assert (finding.kind, finding.flagged) == ("altered", True)


def test_a_statement_displayed_without_marks_is_held_against_quotations_of_it() -> None:
    (finding,) = find_findings(
        f"Mayor Ida Lund said in a statement on Monday:\n\n{WALL}. I thank the pilots for all.",
        f"“{WALL.replace('will', 'may')},” Mayor Ida Lund said.",
    )
    assert (finding.kind, finding.flagged) == ("altered", True)


def test_a_few_common_words_of_one_speaker_are_one_utterance_where_they_are_all() -> None:
    first = "“Tell me who you are,” Mayor Ida Lund said."
    second = "Mayor Ida Lund was late. “Tell me who you are,” she said."

    assert [one.kind for one in find_findings(first, second)] == ["same"]
    assert not find_findings(first, second.replace("Mayor Ida Lund", "Pilot Ann Moe"))
    assert not find_findings(first, second.replace("who you are", "where they are"))


def test_an_ordinary_cut_is_quiet() -> None:
    (finding,) = find_findings(
        f"“{WALL}, and the mole after it,” Mayor Ida Lund said.",
        "Mayor Ida Lund said they would “mend the harbour wall before the storms return.”",
    )
    assert (finding.kind, finding.flagged) == ("cut", False)
    assert finding.why == "B quotes part of what A quotes."


@pytest.mark.parametrize(
    ("whole", "kept", "why"),
    [
        (
            f"{WALL} if the bank gives us the money.",
            f"{WALL},",
            "B leaves out what follows in A: “if the bank gives us the money”.",
        ),
        (
            f"{WALL}. But nobody has the money.",
            f"{WALL}.",
            "B leaves out what follows in A: “But nobody has the money”.",
        ),
        (
            f"{WALL} with the bank’s money.",
            f"{WALL}.",
            "B ends with a full stop where in A the sentence goes on: “with the bank’s money”.",
        ),
        (
            "If the bank gives us the money, we will mend the harbour wall.",
            "we will mend the harbour wall,",
            "B leaves out what stands before it in A: “If the bank gives us the money”.",
        ),
        (
            "We must not touch the old harbour wall before spring.",
            "touch the old harbour wall before spring",
            "B leaves out what stands before it in A: “We must not”.",
        ),
    ],
)
def test_a_cut_that_misleads_is_flagged(whole: str, kept: str, why: str) -> None:
    (finding,) = find_findings(
        f"“{whole}” Mayor Ida Lund said.", f"Mayor Ida Lund put it so: “{kept}”"
    )
    assert (finding.kind, finding.flagged, finding.why) == ("cut", True, why)


@pytest.mark.parametrize(
    ("whole", "telling"),
    [
        # The condition is told beside the marks.
        (
            "If the bank gives us the money, we will mend the harbour wall.",
            "If there is money, Mayor Ida Lund said, “we will mend the harbour wall.”",
        ),
        # So is the negation.
        (
            "We must not touch the old harbour wall before spring.",
            "Mayor Ida Lund said not to “touch the old harbour wall before spring.”",
        ),
        # The rest is quoted, too.
        (
            f"{WALL} if the bank gives us the money.",
            f"“{WALL},” Mayor Ida Lund said, “if the bank gives us the money.”",
        ),
        # The next sentence has a condition of its own.
        (
            f"{WALL}. If you ask me, it was high time.",
            f"“{WALL}.” So said Mayor Ida Lund.",
        ),
    ],
)
def test_a_cut_that_misleads_nobody_is_quiet(whole: str, telling: str) -> None:
    findings = find_findings(f"“{whole}” Mayor Ida Lund said.", telling)
    assert findings
    assert not any(finding.flagged for finding in findings)


def test_words_that_vanish_inside_are_flagged_without_an_ellipsis() -> None:
    whole = (
        "“The wall is old. The wall is not unsafe. The wall is dear to the whole town,” "
        "Mayor Ida Lund said."
    )
    silent = "“The wall is old. The wall is dear to the whole town,” Mayor Ida Lund said."
    texts = (whole, silent)
    (finding,) = find_findings(*texts)
    assert (finding.kind, finding.flagged) == ("altered", True)
    assert list_changes(finding, *texts) == [("The wall is not unsafe", "")]
    (finding,) = find_findings(whole, silent.replace("old. ", "old. … "))
    assert (finding.kind, finding.flagged) == ("cut", False)


def test_narration_that_moved_inside_the_marks_is_flagged() -> None:
    (finding,) = find_findings(
        "That answer is “excellent proof that the old harbour wall was never safe,” she said.",
        "“This is excellent proof that the old harbour wall was never safe,” she said.",
    )
    assert (finding.kind, finding.flagged) == ("extended", True)
    assert finding.why == "B puts “This is” inside the quotation marks; in A it is narration."


def test_two_reports_may_quote_more_and_less_of_a_sentence() -> None:
    (finding,) = find_findings(
        "The council met in the evening, and nobody stayed long. In the view of Ida Lund, the "
        "mayor, the wall is “a danger to every ship that anchors in the old harbour.”",
        "“The wall is a danger to every ship that anchors in the old harbour,” Mayor Ida Lund "
        "told fishermen on Sunday, when they asked for repairs before winter.",
    )
    assert (finding.kind, finding.flagged) == ("cut", False)


def test_segments_of_a_turn_are_one_utterance_with_the_whole() -> None:
    (utterance,) = find_said(
        f"“{WALL},” Mayor Ida Lund said. “God help us.”",
        f"“{WALL}. God help us,” Mayor Ida Lund said.",
    )
    assert [finding.kind for finding in utterance.findings] == ["cut", "cut"]
    assert not utterance.flagged


def test_an_article_gives_an_utterance_once() -> None:
    once = f"“{WALL},” Mayor Ida Lund said."
    (utterance,) = find_said(f"{once}\n\nThe council met again.\n\n{once}", once)
    assert [quotation.span.article for quotation in utterance.quotations] == [0, 1]
    assert [quotation.span.article for quotation in utterance.repeats] == [0]
    assert len(utterance.findings) == 1


def test_two_people_who_say_the_same_at_two_meetings_are_two_utterances() -> None:
    texts = (
        "After talks in Oslo, Foreign Minister Per Dahl said “lines of communication remain open.”",
        "At a dinner in Lima, General Ana Ruiz said that “lines of communication remain open.”",
    )
    assert [len(utterance.quotations) for utterance in find_said(*texts)] == [1, 1]
    assert not find_findings(*texts)


def test_two_people_who_say_a_long_sentence_are_one_utterance_of_two_speakers() -> None:
    (finding,) = find_findings(
        f"“{WALL}, whatever it costs the town,” Mayor Ida Lund told the council.",
        f"“{WALL}, whatever it costs the town,” Captain Olaf Berg told the council.",
    )
    assert (finding.kind, finding.flagged) == ("reattributed", True)
    assert finding.why == "A gives these words to Ida Lund, B to Olaf Berg."


@pytest.mark.parametrize("speaker", ["Lund", "Mayor Lund", "Ida Lund", "the mayor", "she"])
def test_one_speaker_by_many_names_is_one(speaker: str) -> None:
    (finding,) = find_findings(
        f"Mayor Ida Lund spoke. “{WALL},” {speaker} said.", f"“{WALL},” Mayor Ida Lund said."
    )
    assert (finding.kind, finding.flagged) == ("same", False)


def test_whoever_says_much_the_same_twice_is_quoted_with_either() -> None:
    first = "“The bank lied many times to the town and nothing happened to it,” Ida Lund said."
    second = "“They lied many times and nothing happened to it. It is a scandal,” Ida Lund said."
    utterances = find_said(f"{first}\n\n{second}", f"{second}\n\n{first}")
    assert [[one.span.article for one in each.quotations] for each in utterances] == [[0, 1]] * 2


def test_a_word_that_may_belong_to_either_of_two_utterances_belongs_to_none() -> None:
    utterances = find_said(
        "It was a “prank,” Ida Lund said.",
        "“It was a prank by some children of the village,” Ida Lund said on Monday.\n\n"
        "“Whoever calls fire in a full theatre plays no prank,” Ida Lund said on Friday.",
    )
    assert all(len(utterance.articles) == 1 for utterance in utterances)


def test_quotations_of_other_languages_are_held_against_each_other() -> None:
    (finding,) = find_findings(
        "„Wir werden die alte Hafenmauer vor dem Winter ausbessern“, sagte Bürgermeisterin Ida "
        "Lund. Das war die Antwort auf die Frage der Fischer.",
        "„Wir werden die alte Hafenmauer vor dem Winter ausbessern, wenn die Bank uns das Geld "
        "gibt“, sagte Bürgermeisterin Ida Lund. Das war die Antwort auf die Frage der Fischer.",
    )
    assert (finding.kind, finding.flagged) == ("cut", True)
    assert finding.why == ("A leaves out what follows in B: “wenn die Bank uns das Geld gibt”.")
