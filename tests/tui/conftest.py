from __future__ import annotations

import signal
from collections.abc import Hashable, Iterator
from typing import Any, ClassVar

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.tui.at_rest import waiting_until_at_rest
from tui.base.surviving_app import SurvivingApp


class ParsedOnce(Stylesheet):
    """A style sheet that each process parses once for the same variables, whatever app has it."""

    _parsed: ClassVar[dict[Hashable, dict[Any, list[RuleSet]]]] = {}

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._share_parsed()

    def set_variables(self, variables: dict[str, str]) -> None:
        self._parse_cache = {}  # type: ignore[assignment]  # others have the one that is cleared
        super().set_variables(variables)
        self._share_parsed()

    def _share_parsed(self) -> None:
        variables = frozenset(self._variables.items())
        self._parse_cache = self._parsed.setdefault(variables, {})  # type: ignore[assignment]


@pytest.fixture(scope="session", autouse=True)
def styles_parsed_once() -> Iterator[None]:
    """Parse our style sheets once for all apps: it takes a tenth of the start of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.Stylesheet", ParsedOnce)
        patch.setattr("textual.css.stylesheet.Stylesheet", ParsedOnce)
        # The same, but for a call in Python: each node asks it of each of some hundred rules.
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


@pytest.fixture(scope="session", autouse=True)
def faults_told() -> Iterator[None]:
    """Let a fault end the app, and so the test in which it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SurvivingApp, "survives", False)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_time_lost() -> Iterator[None]:
    """Let the driver of all apps wait for what they have to do, not for time to pass."""
    with waiting_until_at_rest():
        yield


@pytest.fixture(scope="session", autouse=True)
def parallels_found_at_once() -> Iterator[None]:
    """Let the overview be whole before the next key, not a fifth of a second later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.overview.parallel_list._LOOK_AFTER", 0.001)
        yield


@pytest.fixture
def no_signal_ignored() -> Iterator[None]:
    """Heed the signals that `nohup` and `&` ignore, however the tests were started."""
    known = [getattr(signal, name, None) for name in ("SIGHUP", "SIGINT", "SIGQUIT")]
    ignored = [one for one in known if one and signal.getsignal(one) == signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)
