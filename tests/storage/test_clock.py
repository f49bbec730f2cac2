from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage import clock

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


class StandingClock:
    """A machine whose time is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self, _zone: object) -> datetime:
        return self.time


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> StandingClock:
    machine = StandingClock()
    monkeypatch.setattr(clock, "datetime", machine)
    monkeypatch.setattr(clock, "_last", NOON - timedelta(days=1))
    return machine


def test_it_is_that_of_the_machine_to_the_millisecond(machine: StandingClock) -> None:
    machine.time = NOON + timedelta(microseconds=123_456)

    assert clock.now() == "2026-03-05T12:00:00.123Z"


@pytest.mark.usefixtures("machine")
def test_what_is_done_later_in_the_same_millisecond_sorts_later() -> None:
    told = [clock.now() for _ in range(20)]

    assert told == sorted(set(told))


def test_it_goes_on_where_the_machine_is_set_back_a_little(machine: StandingClock) -> None:
    before = clock.now()
    machine.time -= timedelta(milliseconds=900)

    assert clock.now() > before


def test_it_follows_a_machine_that_is_set_back_far(machine: StandingClock) -> None:
    clock.now()
    machine.time -= timedelta(hours=1)

    assert clock.now() == "2026-03-05T11:00:00.000Z"
