from __future__ import annotations

from tests.textreuse.statements.disagreements.telling import find, tell

FIRST = "The landslide at Orrin killed 12 people, the county said after a night of searching."
THEN = "The landslide at Orrin killed 15 people, the county said after two nights of searching."
ROSE = "The number of people whom the landslide at Orrin killed rose to 15, the county said."

BRIDGE = "The bridge over the Serre at Corlet was closed to lorries {} by the ministry of works."


def test_a_toll_that_is_higher_in_the_later_article() -> None:
    (one,) = find([FIRST, THEN], ["2026-03-05", "2026-03-06"])
    assert one.severity == "later"
    assert one.why == "A says “12”, B, published later, “15”."


def test_a_toll_that_is_lower_in_the_later_article() -> None:
    assert tell(FIRST, THEN, published=["2026-03-06", "2026-03-05"])[0][0] == "conflict"


def test_tolls_of_one_day() -> None:
    assert tell(FIRST, THEN, published=["2026-03-05", "2026-03-05T12:00:00Z"])[0][0] == "conflict"


def test_a_toll_that_is_said_to_have_risen() -> None:
    told = tell(FIRST, ROSE)
    assert [one[0] for one in told] == ["later"]


def test_one_day_in_two_words() -> None:
    published = ["2026-03-05", "2026-03-06"]
    told = tell(BRIDGE.format("yesterday"), BRIDGE.format("on Wednesday"), published=published)
    assert told == []


def test_another_day_in_two_words() -> None:
    published = ["2026-03-05", "2026-03-06"]
    told = tell(BRIDGE.format("yesterday"), BRIDGE.format("on Tuesday"), published=published)
    assert told == [("conflict", "date", "yesterday", "Tuesday")]


def test_words_that_no_date_of_publication_makes_a_day() -> None:
    assert tell(BRIDGE.format("yesterday"), BRIDGE.format("on Tuesday")) == []
