from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.telling import tell

FRAME = "{}\n\n“{},” the clerk said at the harbour on a cold morning."
HEAD = "It was quiet at the harbour, and nobody knew what would become of the archive."


def tell_quoted(ours: str, theirs: str) -> list[tuple[str, str, str]]:
    told = tell(FRAME.format(HEAD, ours), FRAME.format("Nothing was known of it.", theirs))
    return [one[1:] for one in told]


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (
            "They lied to us and it ruined the archive",
            "They lied to us and they ruined the archive",
            ("wording", "it", "they"),
        ),
        (
            "We have lost what was kept in the upper vault",
            "We have lost what was kept in the lower vault",
            ("wording", "upper", "lower"),
        ),
        (
            "We should have asked the council before we moved",
            "We shouldn't have asked the council before we moved",
            ("negation", "should", "shouldn't"),
        ),
        (
            "I told the council that Moreno had the only key",
            "I told the council that Morena had the only key",
            ("name", "Moreno", "Morena"),
        ),
        (
            "I cannot believe what the divers are finding",
            "I cannot believe what the divers are saying",
            ("wording", "finding", "saying"),
        ),
        (
            "Nobody should beat up the divers for what they found",
            "Nobody should beat the divers for what they found",
            ("wording", "beat up the", "beat the"),
        ),
        (
            "The divers did not heed our warnings about the vault",
            "The divers did heed our warnings about the vault",
            ("negation", "did not heed", "did heed"),
        ),
        ("a loud harbour choir", "a loud choir", ("wording", "loud harbour choir", "loud choir")),
    ],
)
def test_words_quoted_differently(ours: str, theirs: str, told: tuple[str, str, str]) -> None:
    assert tell_quoted(ours, theirs) == [told]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "It’s a shame that we’ve lost the archive",
            "It is a shame that we have lost the archive",
        ),
        (
            "I told the council that he had the only key",
            "I told the council that [Moreno] had the only key",
        ),
        (
            "I told the council of Brell that Moreno had the only key",
            "I told the council … that Moreno had the only key",
        ),
        (
            "I told the council of Brell that Moreno had the only key",
            "I told the council ... that Moreno had the only key",
        ),
        (
            "We lost the upper vault & the archive to the water",
            "We lost the upper vault and the archive to the water",
        ),
        (
            "I told the council that these (local) divers had the only key",
            "I told the council that these divers had the only key",
        ),
        (
            "In May I told the council that Moreno had the only key",
            "I told the council that Moreno had the only key",
        ),
        (
            "We will not pay for the damned wall they want",
            "We will not pay for the d***** wall they want",
        ),
        (
            "The people of this town deserve to see the report",
            "The people of this town deserve to know the truth about what was kept in the vault",
        ),
        (
            "I wrote to the Public Record Office about the vault",
            "I wrote to the PRO about the vault",
        ),
    ],
)
def test_what_is_one_wording(ours: str, theirs: str) -> None:
    assert tell_quoted(ours, theirs) == []


def test_it_and_they_in_two_sentences_are_two_findings() -> None:
    ours = "It ruined the archive of this town. I think it emptied the lower vault"
    theirs = "They ruined the archive of this town. I think they emptied the lower vault"
    assert len(tell_quoted(ours, theirs)) == 2


def test_what_is_said_again_before_the_words_quoted() -> None:
    ours = "We will end up in the high court, and maybe we will sing, and we will win in that court"
    theirs = "And we will win at that court"
    assert tell_quoted(ours, theirs) == [("wording", "in", "at")]
