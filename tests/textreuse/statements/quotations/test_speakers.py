from __future__ import annotations

import pytest

from tests.textreuse.statements.quotations.reading import speakers

PILOT = "person: Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is closed,” Ann Lee said.",
        "“The harbour is closed,” said Ann Lee.",
        "“The harbour is closed,” said pilot Ann Lee, who sails in May.",
        "“The harbour is closed,” says the pilot, Ann Lee.",
        "“The harbour is closed,” Ann Lee, the pilot of the north shore, said on Monday.",
        "“The harbour is closed,” Ann Lee, president of the Kerrow, Maine, branch, said.",
        "“The harbour is closed,” Ann Lee, a pilot and founder of the union, told reporters.",
        "“The harbour is closed,” according to Ann Lee.",
        "“The harbour is closed,” Ann Lee quipped.",
        "“The harbour is closed?” Ann Lee asked her crew.",
        "Ann Lee said: “The harbour is closed.”",
        "Ann Lee said the harbour was “closed to everybody.”",
        "Ann Lee, a pilot, said that “the harbour is closed.”",
        "Ann Lee, who has sailed for years, often says “the harbour is closed.”",
        "Ann Lee: “The harbour is closed.”",
        "Ann Lee was quoted as saying, “The harbour is closed.”",
        "According to Ann Lee, “the harbour is closed.”",
        "In a statement, Ann Lee called the harbour “closed to everybody.”",
        "In a statement Ann Lee called the harbour “closed to everybody.”",
        "On Monday, after boats had left, pilot Ann Lee told us that “the harbour is closed.”",
        "Ann Lee left for the north shore, saying “the harbour is closed.”",
        "Saying “the harbour is closed for good,” Ann Lee left the meeting.",
        "Ann Lee’s statement read: “The harbour is closed.”",
        "Ann Lee's letter to the owners says “the harbour is closed.”",
        "The harbour is “closed for good,” Ann Lee says.",
        "The harbour is “closed for good,” as announced by Ann Lee.",
        "Her words, said Ann Lee, the pilot, are “closed for good.”",
        "Ann Lee tweeted on Monday: “The harbour is closed.”",
        "Ann Lee spoke at noon.\n\n“The harbour is closed,” she said.",
        "Ann Lee said nothing would change. “The harbour is closed.”",
        "Ann Lee posted this message on Monday:\n\n“The harbour is closed.”",
        "The pilots met Paul Stone. Ann Lee spoke first.\n\n“The harbour is closed,” she said.",
        "Sen. Ann Lee met Gov. Paul Stone. “The harbour is closed,” the senator said.",
        "A letter from the pilot, Ann Lee, is short. “The harbour is closed,” the letter says.",
        "Ann Lee said that Paul Stone had been late and called him “a danger to us all.”",
        "In a film of the day, a smiling Ann Lee, clad in black, told us “the harbour is closed.”",
        "Ann Lee attacked the “old and idle” owners and said nothing more.",
        "Ann Lee wrote to the Harbour Board about the plan, calling it “a danger to us all.”",
        "Norvik Editor-in-Chief Ann Lee called it “a danger to us all.”",
        "White House press secretary Ann Lee called it “a danger to us all.”",
        "Ann Lee issued a short answer after Paul Stone’s speech:\n\n“The harbour is closed.”",
        "Ann Lee criticised Paul Stone, who had been late, and said he was “a danger to us all.”",
        "“The harbour is closed,” said a lawyer for the owners, Ann Lee.",
        "“The harbour is closed,” one of his aides, Ann Lee, said.",
        "“The harbour is closed,” a spokeswoman for the board, Ann Lee, said in a letter.",
        "Ann Lee is a lawyer for the owners. “The harbour is closed,” the lawyer said.",
        "Sen. Ann Lee met Paul Stone. “The harbour is closed,” the lawmaker said.",
        "Ann Lee came. Pilots, she went on, “are late to work on every day.”",
        "“The harbour is closed,” Ann Lee was heard saying.",
        "“The harbour is closed,” said Department of Justice spokeswoman Ann Lee.",
        "“The harbour is closed,” said Norvik Bank co-founder Ann Lee.",
    ],
)  # fmt: skip
def test_a_cue_before_between_or_behind_names_the_speaker(text: str) -> None:
    assert speakers(text) == [PILOT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The harbour is closed,” a senior official said.", "anonymous: a senior official"),
        ("“The harbour is closed,” said one owner familiar with the plan.", "anonymous: one owner"),
        ("Critics called the plan “a danger to us all.”", "anonymous: Critics"),
        ("“The harbour is closed,” said a spokesman for Ann Lee.", "anonymous: a spokesman"),
        (
            "The suit, which was brought by Ann Lee, the pilot, and Paul Stone, says “it is late.”",
            "document: suit",
        ),
        ("The ruling says “the harbour is closed.”", "document: ruling"),
        ("“The harbour is closed,” the lawsuit states.", "document: lawsuit"),
        ("“The harbour is closed,” the Harbour Board said.", "organisation: Harbour Board"),
        ("“The harbour is closed,” Norvik said in a statement.", "organisation: Norvik"),
        ("“The harbour is closed,” Ann Lee’s office said.", "organisation: Ann Lee’s office"),
        (
            "The Harbour Board met on Monday. The group called the plan “a danger to us all.”",
            "organisation: Harbour Board",
        ),
        (
            "The Pilots Union said no.\n\nBoats lay idle.\n\n“It is late,” the group said.",
            "organisation: Pilots Union",
        ),
        ("“It is late,” the police said.", "organisation: police"),
        (
            "In May, Norvik was sold, and the company said “all of the boats are lost.”",
            "organisation: Norvik",
        ),
        (
            "The Norvik Bank lost its boats. “It is late for us,” the lender said.",
            "organisation: Norvik Bank",
        ),
        ("As Ann Lee left, the crowd chanted “the harbour is closed!”", "anonymous: crowd"),
        ("Ann Lee told how her father used to say “it is late.”", "anonymous: her father"),
        ("Some have called the harbour “a danger to us all.”", "anonymous: Some"),
        ("“The harbour is closed,” another added.", "anonymous: another"),
        ("The report found that the harbour was “a danger to us all.”", "document: report"),
        (
            "“It is late,” according to the U.S. Attorney’s Office.",
            "organisation: U.S. Attorney’s Office",
        ),
        (
            "North Star, a shipping line of America Harbour, said “it is late.”",
            "person: North Star",
        ),
        ("America Sailing says “the harbour is closed.”", "organisation: America Sailing"),
        (
            "A Harbour Board spokesman said “the harbour is closed.”",
            "anonymous: Harbour Board spokesman",
        ),
        (
            "“It is late,” says a statement released by the Harbour Board.",
            "organisation: Harbour Board",
        ),
    ],
)
def test_organisations_documents_and_the_nameless_are_kinds(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is closed for good,” he said.",
        "Chants of “We love the harbour!” rang out until Ann Lee said goodbye.",
        "Ann Lee left. “The harbour is closed for good,” he said.",
        "Ann Lee met the crew of “the old and the brave” at noon.",
        "“The harbour is closed for good.”",
        "Ann Lee spoke. Nothing happened.\n\nBoats rotted.\n\n“The harbour is closed.”",
        "“The harbour is closed,” the senator said.",
        "Asked “Is the harbour closed?” Ann Lee nodded.",
        "“The harbour is closed,” the company said.",
        "“The harbour is closed,” the tweets read.",
        "“The harbour is closed,” the Norvik native said. Ann Lee left.",
        "A letter for Paul Stone from Carl Poe came. “The harbour is closed,” he said.",
        "“The harbour is closed,” the mayor of the next town said.",
        "Ann Lee saw the letter calling the harbour “a danger to us all.”",
        "Ann Lee read the first page, “the book of the harbour and its boats.”",
        "Ann Lee read from the book: “The harbour is closed for good.”",
        "Ann Lee shared a post that called the harbour “a danger to us all.”",
        "The Norvik Times reported that Paul Stone had used the words “a danger to us all.”",
        "The Norvik Bank said that for Paul Stone the harbour was “a danger to us all.”",
    ],
)
def test_what_the_text_does_not_say_is_unresolved(text: str) -> None:
    assert speakers(text) == ["unresolved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee met Paul Stone. “I was late,” he said. “I was not,” she said.",
            ["person: Paul Stone", PILOT],
        ),
        (
            "“I was late,” said Paul Stone. Of Ann Lee, he said, “She was not late.”",
            ["person: Paul Stone", "person: Paul Stone"],
        ),
        (
            "Paul Stone praised Ann Lee. “She is kind,” Stone said. Lee called him “kind to all.”",
            ["person: Paul Stone", PILOT],
        ),
        (
            "“I was late,” Mr. Stone said. Earlier, Paul Stone had met Ann Lee.",
            ["person: Paul Stone"],
        ),
        (
            "Ann Lee called it “a good start” for the harbour, adding that “more” would follow.",
            [PILOT, PILOT],
        ),
        (
            "Asked “Is the harbour closed?” Ann Lee replied: “It is closed for good.”",
            ["unresolved", PILOT],
        ),
        (
            "Ann Lee said the plan was “good for us,” but Paul Stone called it “bad for boats.”",
            [PILOT, "person: Paul Stone"],
        ),
    ],
)  # fmt: skip
def test_each_quotation_has_its_own_speaker(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee criticised Paul Stone for calling the harbour “a danger to us all.”",
        "Ann Lee accused Paul Stone of saying the harbour was “a danger to us all.”",
        "Ann Lee quoted Paul Stone, a pilot, as saying “the harbour is closed.”",
        "“The harbour is closed,” Ann Lee quoted Paul Stone as saying.",
        "Ann Lee dismissed Paul Stone’s claim that boats are “a danger to us all.”",
        "Ann Lee was called “a friend to us all” by Paul Stone.",
        "Ann Lee, called “a friend to us all” by Paul Stone, left.",
        "Ann Lee rejected a report by Paul Stone that called boats “a danger to us all.”",
        # Siblings, in which somebody else is named beside the verb.
        "Paul Stone apologised to Ann Lee for calling her “a liar and a cheat.”",
        "Paul Stone was criticised by Ann Lee for calling boats “a danger to us all.”",
        "Paul Stone spoke up, saying after Ann Lee’s claim that boats are “a danger to us all.”",
        "Paul Stone wrote a letter to Ann Lee saying the harbour is “a danger to us all.”",
        "Paul Stone said that many believe the harbour is “a danger to us all.”",
    ],
)
def test_words_may_be_attributed_to_whom_a_verb_governs(text: str) -> None:
    assert speakers(text) == ["person: Paul Stone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee held a sign that said “the harbour is closed.”", "document: a sign"),
        ("Ann Lee held a sign saying “the harbour is closed.”", "document: a sign"),
        ("Ann Lee issued a statement saying “the harbour is closed.”", PILOT),
        ("Ann Lee dismissed the claim that boats are “a danger to us all.”", "unresolved"),
    ],
)
def test_papers_speak_by_themselves_and_statements_do_not(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_the_statement_is_whose_it_was_said_to_be() -> None:
    said = "Ann Lee said in a {} on Monday that boats are late. Paul Stone left.\n\n"
    behind = "“The harbour is closed,” the statement said."

    assert speakers(said.format("statement") + behind) == [PILOT]
    assert speakers(said.format("written statement") + behind) == [PILOT]
    assert speakers("Ann Lee welcomed a statement on boats. " + behind) == ["unresolved"]


def test_a_role_that_many_have_is_not_who_spoke_before() -> None:
    text = "{} came. “The harbour is closed,” Ann Lee said. “Why is that?” the reporter asked."

    assert speakers(text.format("A reporter")) == [PILOT, "anonymous: reporter"]
    assert speakers(text.format("Nobody")) == [PILOT, "unresolved"]


def test_a_spokesman_may_be_the_one_whom_the_text_names() -> None:
    before = "Paul Stone, a spokesman for Ann Lee, came. "

    assert speakers("A spokesman said “it is late for us.”") == ["anonymous: A spokesman"]
    assert speakers(before + "A spokesman said “it is late for us.”") == ["unresolved"]
    other = "A spokesman for the bank said “it is late for us.”"
    assert speakers(before + other) == ["anonymous: A spokesman"]


def test_who_of_a_party_spoke_is_unresolved() -> None:
    assert speakers("House Republicans called it “a danger to us all.”") == ["unresolved"]
    committee = "The Republican Committee called it “a danger to us all.”"
    assert speakers(committee) == ["organisation: Republican Committee"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee called the harbour “a danger to us all,” according to the Norvik Times.",
        "Ann Lee called the harbour “a danger to us all,” the Norvik Times reported.",
        "Ann Lee called the harbour “a danger to us all,” according to the indictment.",
        "“It is late,” said Harbour Board chief of staff Ann Lee.",
        "“It is late,” said Harbour Board lawyer and pilot Ann Lee.",
    ],
)
def test_a_paper_that_tells_what_somebody_said_is_not_the_speaker(text: str) -> None:
    assert speakers(text) == [PILOT]


def test_an_infinitive_has_the_subject_of_its_sentence() -> None:
    text = "Ann Lee, who sued the Harbour Board in May, was the first to call it “a danger to us.”"

    assert speakers(text) == [PILOT]


def test_a_quotation_alone_goes_on_with_the_last_one_unless_it_speaks_of_somebody() -> None:
    before = "Paul Stone spoke first.\n\nAnn Lee called the harbour “closed for good.”\n\n"

    assert speakers(before + "“It will stay so.”") == [PILOT, PILOT]
    assert speakers(before + "“Her boats will stay here.”") == [PILOT, "unresolved"]


def test_a_pronoun_stands_for_whom_the_sentence_before_speaks_of_in_any_place() -> None:
    text = "Paul Stone met Ann Lee. Lee’s boat was old. She called it “a tub.”"

    assert speakers(text) == [PILOT]


def test_a_pronoun_goes_on_with_the_pronoun_before_it_past_a_name_in_passing() -> None:
    before = "Paul Stone spoke first. He had lost a boat to Carl Poe. "

    assert speakers(before + "“It is late,” he said.") == ["person: Paul Stone"]
    passing = "Paul Stone spoke first. Carl Poe had lost his boat. “It is late,” he said."
    assert speakers(passing) == ["person: Carl Poe"]


def test_of_two_senators_the_senator_is_who_spoke_last_or_nobody() -> None:
    met = "Sen. Ann Lee met Sen. Carl Poe. {} “It is late,” the senator said."

    assert speakers(met.format("")) == ["unresolved"]
    assert speakers(met.format("Lee said no.")) == [PILOT]
