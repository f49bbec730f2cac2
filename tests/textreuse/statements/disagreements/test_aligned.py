from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.telling import tell

NAMES = (
    (
        "place",
        "The suspect was arrested in Lyon on the way to his sister, the police said.",
        "The suspect was arrested in Paris on the way to his sister, the police said.",
        "Lyon",
        "Paris",
    ),
    (
        "name",
        "The letter was found by Ann Holm, a clerk of the archive in Deln.",
        "The letter was found by Eva Rusk, a clerk of the archive in Deln.",
        "Ann Holm",
        "Eva Rusk",
    ),
    (
        "name",
        "Harbour master Owen Price was fired on Monday over the missing records of the port.",
        "Harbour master Owen Tuller was fired on Monday over the missing records of the port.",
        "Price",
        "Tuller",
    ),
    (
        "name",
        "The painting by Hollis was stolen from the museum of Deln by two men on bicycles.",
        "The painting by Vermeer was stolen from the museum of Deln by two men on bicycles.",
        "Hollis",
        "Vermeer",
    ),
    (
        "name",
        "Recorder Nicola Davies QC told the bankers that their theft would be punished.",
        "Recorder Nicola Castle, QC, told the bankers that their theft would be punished.",
        "Davies",
        "Castle",
    ),
    (
        "name",
        "The nurse went into Mr Brettwood's room alone and locked the door of it.",
        "The nurse went into Mr Fairbank's room alone and locked the door of it.",
        "Brettwood's",
        "Fairbank's",
    ),
    (
        "place",
        "Ann Holm of Glasgow, 34, told the tribunal in Croydon, south London, of an illness.",
        "Ann Holm, 34, told a tribunal in Croydon, south Glasgow, of an illness.",
        "London",
        "Glasgow",
    ),
)
ONE_NAME = (
    (
        "The restrictions were meant to limit Beijing's ability to build weapons of that kind.",
        "The restrictions were meant to limit China's ability to build weapons of that kind.",
    ),
    (
        "The ferry of the United States navy ran aground off Corlet in thick fog.",
        "The ferry of the American navy ran aground off Corlet in thick fog.",
    ),
    (
        "Frew, 35, of Milton Keynes, Bucks, was convicted of theft and sent to prison.",
        "Frew, 35, of Milton Keynes, Buckinghamshire, was convicted of theft and sent to prison.",
    ),
    (
        "The children of Owen Price were found in the old mill at Brell. Price, a baker, wept.",
        "The children of Owen were found in the old mill at Brell. Price, a baker, wept.",
    ),
    (
        "The choir was led by Ann Holm, Owen Price and Ruth Hebden when the roof fell in.",
        "The choir was led by Ann Holm, Owen Price and Carl Odum when the roof fell in.",
    ),
    (
        "The bill was signed by Chuck Hale, the governor of the islands, at noon.",
        "The bill was signed by Charles Hale, the governor of the islands, at noon.",
    ),
)
NEGATED = (
    (
        "The two brothers were today found guilty of stealing the bell of the church in Deln.",
        "The two brothers were not found guilty of stealing the bell of the church in Deln.",
    ),
    (
        "Tolliver, who was born in the valley, left the mill to his dogs and his cook.",
        "Tolliver was not born in the valley, and left the mill to his dogs and his cook.",
    ),
    (
        "A boy who ran away from the mill was caught yesterday by the miners of Deln.",
        "A boy who ran away from the mill was not caught on Monday by the miners of Deln.",
    ),
    (
        "The death of the pilot would inevitably reduce the traffic in the harbour of Corlet.",
        "The death of the pilot would not reduce the traffic in the harbour of Corlet.",
    ),
    (
        "The keeper was able to walk to the lighthouse after the accident on the pier.",
        "The keeper was unable to walk to the lighthouse after the accident on the pier.",
    ),
)
NOT_NEGATED = (
    (
        "The keeper would not have been able to understand the judge, the doctors said in Tarn.",
        "The keeper would be unable to understand the judge, the doctors said in Tarn.",
    ),
    (
        "The judge decided on grounds of health rather than social grounds, the charity said.",
        "The judge decided on grounds of health, not social grounds, the charity said.",
    ),
    (
        "The dam is hardly high enough for the floods of spring, engineers said in Tarn.",
        "The dam is not high enough for the floods of spring, engineers said in Tarn.",
    ),
)


@pytest.mark.parametrize(("kind", "ours", "theirs", "left", "right"), NAMES)
def test_names_in_the_place_of_one_another(
    kind: str, ours: str, theirs: str, left: str, right: str
) -> None:
    assert tell(ours, theirs) == [("conflict", kind, left, right)]


@pytest.mark.parametrize(("ours", "theirs"), ONE_NAME)
def test_names_that_may_be_of_one(ours: str, theirs: str) -> None:
    assert [told for told in tell(ours, theirs) if told[0] == "conflict"] == []


@pytest.mark.parametrize(("ours", "theirs"), NEGATED)
def test_what_is_so_here_and_not_so_there(ours: str, theirs: str) -> None:
    assert [told[:2] for told in tell(ours, theirs)] == [("conflict", "negation")]


@pytest.mark.parametrize(("ours", "theirs"), NOT_NEGATED)
def test_what_negates_on_both_sides(ours: str, theirs: str) -> None:
    assert tell(ours, theirs) == []


def test_a_value_right_behind_what_is_the_same() -> None:
    ours = (
        "Officials wept when they closed the nursing home in which the widow of the miner had "
        "lived since 1993."
    )
    theirs = (
        "The nursing home in which the widow of the miner had lived since 1994 was a palace once, "
        "with stables for horses."
    )
    assert tell(ours, theirs) == [("conflict", "date", "1993", "1994")]


def test_values_of_a_paraphrase_that_alone_differ() -> None:
    ours = (
        "A 13-year-old babysitter appeared in court today, accused of murdering a toddler in her "
        "care."
    )
    theirs = (
        "Toddler Molly Odum was killed by her 12-year-old babysitter, a court heard yesterday. She "
        "was murdered while in care."
    )
    assert tell(ours, theirs) == [("conflict", "number", "13", "12")]


def test_a_day_in_other_words() -> None:
    ours = (
        "The pair is due to be arraigned in court on Thursday morning. Nobody in the valley knows "
        "what became of the bell."
    )
    theirs = (
        "Nobody saw the bell. The thieves are scheduled to be arraigned Friday in the court of "
        "Brell. The pair was seen in the valley."
    )
    assert tell(ours, theirs) == [("conflict", "date", "Thursday", "Friday")]


def test_a_span_of_years_told_of_two_people() -> None:
    ours = "Owen Price, who was mayor of Brell from 2006 to 2012, opposed the sale of the mill."
    theirs = "Ruth Hebden, who was mayor of Brell from 2000 to 2006, opposed the closed school."
    assert [told for told in tell(ours, theirs) if told[1] == "date"] == []


OPPOSITES = (
    (
        "wording",
        "The owner said that the dog was poisoned with bait found in the garden.",
        "The owner said that the dog was shot with a gun found in the garden.",
    ),
    (
        "wording",
        "The man was stabbed in the arm outside a bar in Deln, the police said.",
        "The man was stabbed in the leg outside a bar in Deln, the police said.",
    ),
    (
        "wording",
        "The union announced a strike at the port of Orrin on the holiday.",
        "The union denied a strike at the port of Orrin on the holiday.",
    ),
    (
        "number",
        "The second trial of the former treasurer ended with a fine in Tarn.",
        "The third trial of the former treasurer ended with a fine in Tarn.",
    ),
    (
        "place",
        "The thief of the bell was caught in the museum of Deln with a rope in his bag.",
        "The thief of the bell was caught in the church of Deln with a rope in his bag.",
    ),
)


@pytest.mark.parametrize(("kind", "ours", "theirs"), OPPOSITES)
def test_words_of_which_one_alone_is_so(kind: str, ours: str, theirs: str) -> None:
    assert [told[:2] for told in tell(ours, theirs)] == [("conflict", kind)]


def test_a_word_of_several_dimensions() -> None:
    ours = "Harbour master Owen Price stepped down in February over the missing records."
    theirs = "In February harbour master Owen Price was fired over the missing records."
    assert tell(ours, theirs) == [("conflict", "wording", "stepped", "fired")]
