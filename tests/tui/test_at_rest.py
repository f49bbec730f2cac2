"""A test goes on once a job is done, however little that job asks of the processor meanwhile."""

from __future__ import annotations

from threading import Event

from textual.app import App

from tests.tui.at_rest import Hold
from tui.base.job import Job, relay


class Working(App[None]):
    """Does what waits for an event, beside the screen, at each key."""

    def __init__(self, event: Event, seconds: float) -> None:
        super().__init__()
        self.event = event
        self.seconds = seconds
        self.done: list[bool] = []

    def on_key(self) -> None:
        Job(
            lambda _: self.event.wait(self.seconds),
            relay(self, self.done.append),
            lambda _: None,
            failed=lambda _: None,
        ).start()


async def test_a_job_that_waits_for_another_process_is_waited_for() -> None:
    app = Working(Event(), 0.15)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert app.done == [False]


async def test_a_job_that_the_test_holds_is_waited_for_once_it_is_let_go() -> None:
    hold = Hold()
    app = Working(hold, 60)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert app.done == []
        hold.set()
        await pilot.pause()
        assert app.done == [True]


async def test_what_is_to_happen_once_does_however_late_its_clock_begins() -> None:
    app: App[None] = App()
    rung: list[bool] = []
    async with app.run_test() as pilot:
        # In Textual such a time has passed before the timer first looks, and then it never rings.
        app.set_timer(1e-9, lambda: rung.append(True))
        await pilot.pause()
        assert rung
