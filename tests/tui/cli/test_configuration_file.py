from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage import paths
from tests.tui.driver import written as written_file
from tui.cli.main import main


@pytest.fixture
def config(home: Path) -> Path:
    """Where the configuration file of the test lies."""
    path = paths.configuration_path()
    assert path.is_relative_to(home)
    path.parent.mkdir(parents=True)
    return path


class TestCommandLine:
    def test_each_mistake_has_a_line(
        self, config: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        config.write_text('thme = "nord"\nsensitivity = 5\n[keys.compare]\nmark = "ctrl+q"\n')

        assert main(["keys"]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.splitlines() == [
            "copydesk: config.toml: there is no setting “thme”; did you mean “theme”?",
            "copydesk: config.toml: “sensitivity” must be 1, 2, 3 or 4, not 5.",
            (
                "copydesk: config.toml: “mark” in [keys.compare]: “ctrl+q” always quits;"
                " give it another key."
            ),
        ]

    @pytest.mark.parametrize("call", [["keys"], [], ["demo"], ["story.txt"]])
    def test_a_mistake_is_told_and_nothing_starts(
        self,
        config: Path,
        home: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        call: list[str],
    ) -> None:
        written_file(tmp_path, "story.txt", "A story.\n")
        config.write_text('thme = "nord"')
        before = sorted(home.rglob("*"))

        assert main(call) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err == ("copydesk: config.toml: there is no setting “thme”; did you mean “theme”?\n")
        assert sorted(home.rglob("*")) == before

    @pytest.mark.parametrize("call", ["locate", "--version", "--help", "list"])
    def test_what_does_not_open_the_app_works_in_spite_of_it(
        self, config: Path, capsys: pytest.CaptureFixture[str], call: str
    ) -> None:
        config.write_text("nonsense")

        assert main([call]) == 0
        assert capsys.readouterr().err == ""

    def test_a_file_that_cannot_be_read_is_told_of(
        self, config: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        config.mkdir()

        assert main(["keys"]) == 1
        assert capsys.readouterr().err == f"copydesk: Cannot use {config}: is a directory.\n"

    def test_the_keys_in_force_are_printed(
        self, config: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        config.write_text('[keys.compare]\nnext_copy = "r"')

        assert main(["keys"]) == 0
        assert re.search(
            r"^\* r +next_copy +jump to the next copy$", capsys.readouterr().out, re.MULTILINE
        )

    def test_the_environment_may_name_another_file(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        path = written_file(tmp_path, "mine.toml", "sensitivity = 9")
        monkeypatch.setenv("COPYDESK_CONFIG", str(path))

        assert main(["locate"]) == 0
        assert f"configuration {path}" in capsys.readouterr().out.splitlines()
        assert main(["keys"]) == 1
        assert capsys.readouterr().err.startswith("copydesk: mine.toml: “sensitivity” must be")
