from __future__ import annotations

from functools import partial

import pytest

from tests.textreuse.statements.disagreements.telling import find, tell
from tests.work import count_calls
from textreuse import compare, find_statements

SAID = "The storm broke two windows of the library at Brell, {} said on the radio."
TOLD = "{} told the radio that two windows of the library at Brell broke in the storm."


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("Steven Marlow", "Stephen Marlow", ("name", "Steven", "Stephen")),
        ("Helen Merral", "Helen Merrell", ("name", "Merral", "Merrell")),
        ("Muammar al-Hadani", "Moammar Hadhani", ("name", "al-Hadani", "Hadhani")),
        ("chief executive Ann Price", "Chairwoman Ann Price", ("role", "chief executive",
            "Chairwoman")),
        ("Sergeant Tom Price", "Lieutenant Tom Price", ("role", "Sergeant", "Lieutenant")),
        ("Sen. Tom Price", "Rep. Tom Price", ("role", "Sen.", "Rep.")),
        ("the finance minister, Jean Price,", "the foreign minister, Jean Price,",
            ("role", "finance minister", "foreign minister")),
        ("Justice Secretary Tom Price", "Tom Price, the secretary of defense,",
            ("role", "Justice Secretary", "secretary of defense")),
        ("the chief financial officer, Ann Price,", "the chief executive, Ann Price,",
            ("role", "chief financial officer", "chief executive")),
        ("the deputy mayor, Eva Price,", "the mayor, Eva Price,",
            ("role", "deputy mayor", "mayor")),
        ("Eva Price, a former mayor of Tarn,", "Eva Price, the mayor of Tarn,",
            ("role", "former mayor", "mayor")),
        ("Rick Price, R-Tex.,", "Georgia Gov. Rick Price", ("place", "Tex.", "Georgia")),
        ("Rep. Tom Price, R-Ohio,", "Representative Tom Price, Republican of Texas,",
            ("place", "Ohio", "Texas")),
        ("Tom Price, the governor of Ohio,", "Tom Price (D-Calif.)", ("place", "Ohio", "Calif.")),
    ],
)  # fmt: skip
def test_other_names_and_offices(ours: str, theirs: str, told: tuple[str, str, str]) -> None:
    assert [one[1:] for one in tell(SAID.format(ours), TOLD.format(theirs))] == [told]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Senator Chuck Price", "Sen. Charles E. Price"),
        ("Dick Price", "Richard J. Price"),
        ("José Marín", "Jose Marin"),
        ("Tom Price and his wife Ann", "Ann Price"),
        ("Mr. Tom Price", "Mrs. Ruth Price"),
        ("Special Counsel Ann Price", "Ann Price"),
        ("former president Ann Price", "Ann Price, the chief executive,"),
        ("the former mayor of Tarn, Eva Price,", "Mayor Eva Price"),
        ("Secretary of State Frank Price", "Frank Price, the health secretary,"),
        ("Tom Price, who became mayor of Tarn,", "Tom Price, a former mayor of Tarn,"),
        ("Texas Gov. Rick Price", "Rick Price, R-Tex.,"),
        ("Rep. Ann Price (D-N.Y.)", "Ann Price, Democrat of New York,"),
        ("Ann Price, chairwoman and chief executive of the mill,", "Chief executive Ann Price"),
    ],
)
def test_one_person(ours: str, theirs: str) -> None:
    assert tell(SAID.format(ours), TOLD.format(theirs)) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("Ann Price", "Ann R. Price", ("Ann Price", "Ann R. Price")),
        ("Chris Price", "J. Christopher Price", ("Chris Price", "J. Christopher Price")),
        ("Hanna Kolb Price", "Ms. Hanna Price", ("Hanna Kolb Price", "Hanna Price")),
        ("Tom Price", "Tom Price Jr.", ("Tom Price", "Tom Price Jr.")),
        ("the Lower Valley School", "the Lower Valley School Council",
            ("Lower Valley School", "Lower Valley School Council")),
    ],
)  # fmt: skip
def test_fuller_names(ours: str, theirs: str, told: tuple[str, str]) -> None:
    texts = SAID.format(ours), TOLD.format(theirs)
    assert tell(*texts) == [("precision", "name", *told)]
    assert tell(*reversed(texts)) == [("precision", "name", *reversed(told))]


def test_who_holds_an_office_for_a_time() -> None:
    texts = (
        SAID.format("the acting mayor, Eva Price,"),
        TOLD.format("Eva Price, the mayor of Tarn,"),
    )
    assert tell(*texts) == [("precision", "role", "acting mayor", "mayor")]


def test_the_fuller_name_is_called_so() -> None:
    (one,) = find([SAID.format("Ann R. Price"), TOLD.format("Ann Price")])
    assert one.why == "B says “Ann Price”, A more exactly “Ann R. Price”."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ann R. Price", "Ann T. Price"),
        ("Ann R. Price", "Ann Price and Anna Price"),
        ("the Valley School", "the Valley School Council"),
        ("a man of the Lower Valley School", ("the Lower Valley School Council and a man from the "
            "Lower Valley School")),
    ],
)  # fmt: skip
def test_names_of_which_none_is_fuller(ours: str, theirs: str) -> None:
    assert tell(SAID.format(ours), TOLD.format(theirs)) == []


def test_lists_of_people_take_time_that_grows_with_their_length() -> None:
    few, many = (
        find_statements(compare([list_people(size, town) for town in "ab"]), names=["A", "B"])
        for size in (60, 240)
    )

    calls = [count_calls(partial(getattr, one, "disagreements")) for one in (few, many)]
    assert calls[1] <= 5 * calls[0]


def list_people(size: int, town: str) -> str:
    """Return as many people with one first name, none of whom another town has."""
    letters = [chr(ord("a") + at) for at in range(16)]
    return " ".join(
        f"Ann K{letters[at // 16]}{town}{letters[at % 16]}sson left." for at in range(size)
    )
