from __future__ import annotations

from storage.comparing import ComparedStory
from tests.storage.desk import compared
from tests.tui.story.statement_texts import TEXTS
from textreuse import Span
from tui.story.display.card_content import Card, Line
from tui.story.display.statement_card import make_statement_card
from tui.story.items import Item
from tui.story.lenses import Known, Lens, list_items
from tui.story.stated import Stated, find_stated


def open_card(lens: Lens, number: int, here: int, other: int, **verdict: str) -> Card:
    story: ComparedStory = compared(*TEXTS)
    stated = find_stated(story)
    if verdict:
        [key] = {one.key for one in stated.findings.values() if one.kind == "quotation"}
        stated = Stated(stated.statements, stated.findings, {key: "dismissed"})
    item: Item = list_items(lens, Known(story, (), stated))[number]
    spans: tuple[Span, ...] = item.spans
    return make_statement_card(story, stated, item, spans[here], spans[other], "it")


def say(line: Line) -> str:
    return "".join(bit.text for bit in line)


def test_each_version_stands_over_the_other_with_what_is_changed_marked() -> None:
    card = open_card("quotations", 0, 0, 1)
    assert card.heading == "it · A → B"
    assert [say(line) for line in card.diff] == [
        "A  “We will rebuild every [-single-] pier before the winter storms return,”",
        "B  “We will rebuild every pier before the winter storms return,”",
    ]
    back = open_card("quotations", 0, 1, 0)
    assert [say(line) for line in back.diff] == [
        "B  “We will rebuild every pier before the winter storms return,”",
        "A  “We will rebuild every {+single+} pier before the winter storms return,”",
    ]


def test_it_tells_form_and_speaker_of_each_and_what_is_found() -> None:
    card = open_card("quotations", 0, 0, 1)
    assert [(one.letter, one.role, one.likeness) for one in card.copies] == [
        ("A", "here", "in quotation marks · Martha Ellison"),
        ("B", "other", "in quotation marks · Martha Ellison"),
    ]
    [finding] = card.findings
    assert say(finding).startswith("! altered in B  ")
    assert finding[0].style == "flagged"


def test_all_versions_are_there() -> None:
    card = open_card("quotations", 1, 1, 0)
    assert [say(line)[:1] for line in card.diff] == ["B", "A", "C"]
    assert card.findings == ()


def test_what_was_dismissed_is_said_and_no_longer_flagged() -> None:
    card = open_card("quotations", 0, 0, 1, verdict="dismissed")
    [finding] = card.findings
    assert "altered in B, dismissed" in say(finding)
    assert "!" not in say(finding)


def test_the_values_that_disagree_are_marked_in_both_statements() -> None:
    card = open_card("disagreements", 1, 1, 0)
    assert card.heading == "it · B → A · conflict, number"
    ours, theirs = map(say, card.diff)
    assert ours.startswith("B  ")
    assert "[-4.7 million-]" in ours
    assert theirs.startswith("A  ")
    assert "{+4.2 million+}" in theirs
    assert [one.likeness for one in card.copies] == ["4.2 million", "4.7 million"]
