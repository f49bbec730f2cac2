from __future__ import annotations

from pathlib import Path

import pytest

from storage import paths


def test_everything_lies_in_the_users_home(home: Path) -> None:
    names = {
        paths.library_path(): "library.db",
        paths.demo_path(): "demo.db",
        paths.configuration_path(): "config.toml",
        paths.log_path(): "copydesk.log",
        paths.state_path(): "state.json",
    }

    for path, name in names.items():
        assert path.name == name
        assert path.is_relative_to(home)
        assert "copydesk" in path.parts
    assert len(names) == 5


def test_asking_makes_nothing(home: Path) -> None:
    paths.library_path()
    paths.log_path()
    paths.state_path()

    assert list(home.iterdir()) == []


def test_the_environment_names_the_library(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("COPYDESK_LIBRARY", "~/desk/news.db")

    assert paths.library_path() == home / "desk" / "news.db"
    assert paths.demo_path().name == "demo.db"


def test_the_environment_names_the_configuration(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", "~/desk/mine.toml")

    assert paths.configuration_path() == home / "desk" / "mine.toml"


def test_an_empty_name_in_the_environment_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_LIBRARY", "")
    monkeypatch.setenv("COPYDESK_CONFIG", "")

    assert paths.library_path().name == "library.db"
    assert paths.configuration_path().name == "config.toml"


@pytest.mark.parametrize("name", ["con", "Aux.md", "nul .txt", "COM1.tar.gz", "lpt¹", "CONIN$"])
def test_windows_keeps_some_names_for_devices(name: str) -> None:
    assert paths.is_device(name)
    assert not paths.is_device(f"x{name}")
    assert not paths.is_device(f"{name.partition('.')[0]}x.md")
