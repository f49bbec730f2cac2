from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.telling import tell

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
        ("Tom Price Jr.", "Tom Price"),
        ("Tom Price and his wife Ann", "Ann Price"),
        ("Mr. Tom Price", "Mrs. Ruth Price"),
        ("Special Counsel Ann Price", "Ann Price"),
        ("former president Ann Price", "Ann Price, the chief executive,"),
        ("Ann Price, chairwoman and chief executive of the mill,", "Chief executive Ann Price"),
    ],
)
def test_one_person(ours: str, theirs: str) -> None:
    assert tell(SAID.format(ours), TOLD.format(theirs)) == []
