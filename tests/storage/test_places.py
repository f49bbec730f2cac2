from __future__ import annotations

from pathlib import Path

import pytest

from storage import places


def test_everything_lies_in_the_users_home(home: Path) -> None:
    names = {
        places.library_path(): "library.db",
        places.demo_path(): "demo.db",
        places.configuration_path(): "config.toml",
        places.log_path(): "copydesk.log",
        places.state_path(): "state.json",
    }

    for path, name in names.items():
        assert path.name == name
        assert path.is_relative_to(home)
        assert "copydesk" in path.parts
    assert len(names) == 5


def test_asking_makes_nothing(home: Path) -> None:
    places.library_path()
    places.log_path()
    places.state_path()

    assert list(home.iterdir()) == []


def test_the_environment_names_the_library(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("COPYDESK_LIBRARY", "~/desk/news.db")

    assert places.library_path() == home / "desk" / "news.db"
    assert places.demo_path().name == "demo.db"


def test_the_environment_names_the_configuration(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", "~/desk/mine.toml")

    assert places.configuration_path() == home / "desk" / "mine.toml"


def test_an_empty_name_in_the_environment_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_LIBRARY", "")
    monkeypatch.setenv("COPYDESK_CONFIG", "")

    assert places.library_path().name == "library.db"
    assert places.configuration_path().name == "config.toml"
