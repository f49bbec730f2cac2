from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
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


@pytest.mark.parametrize(
    ("seconds", "time"),
    [
        (0, "1970-01-01T00:00:00+00:00"),
        (-86_400 * 365, "1969-01-01T00:00:00+00:00"),
        (1_772_712_000, "2026-03-05T12:00:00+00:00"),
        (32_536_850_400, "3001-01-19T22:00:00+00:00"),
    ],
)
def test_seconds_are_a_time_before_1970_and_after_3000_too(seconds: int, time: str) -> None:
    assert clock.add_to_epoch(seconds).isoformat() == time


def test_nobody_asks_the_system_for_the_time_of_seconds() -> None:
    root = Path(str(storage.__file__)).parents[1]
    modules = [path for name in ("storage", "tui") for path in (root / name).rglob("*.py")]

    assert [path.name for path in modules if "fromtimestamp(" in path.read_text("utf-8")] == []
    with pytest.raises(OverflowError):
        clock.add_to_epoch(10**12)
