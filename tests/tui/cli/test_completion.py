from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import shtab

from tests.tui.cli.calling import Copydesk, is_wrong_call
from tui.cli.arguments import COMMANDS, SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_its_options_are_completed(copydesk: Copydesk, shell: str) -> None:
    answer = copydesk("completion", shell)

    assert (answer.status, answer.err) == (0, "")
    assert [name for name in COMMANDS if name not in answer.out] == []
    assert "follow-links" in answer.out
    assert "inclusion" in answer.out


def test_every_shell_is_offered_that_can_be_written_for() -> None:
    assert sorted(SHELLS) == sorted(shtab.SUPPORTED_SHELLS)


def test_a_shell_that_is_not_known_is_a_wrong_call(copydesk: Copydesk) -> None:
    assert is_wrong_call(copydesk("completion", "ksh"))


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("copydesk comp", {"compare", "completion"}),
        ("copydesk compare --j", {"--json"}),
        ("copydesk compare fi", {"first.txt"}),
        ("copydesk codebook ed", {"edit"}),
    ],
)
def test_bash_completes(copydesk: Copydesk, tmp_path: Path, line: str, offered: set[str]) -> None:
    (tmp_path / "first.txt").write_text("A text.")
    script = f"""
        {copydesk("completion", "bash").out}
        COMP_WORDS=({line}) COMP_LINE="{line}"
        COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        COMP_POINT=${{#COMP_LINE}}
        compopt() {{ :; }}
        _shtab_copydesk copydesk "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD - 1]}}"
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    told = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, timeout=30, check=False
    )

    assert set(told.stdout.split()) == offered, told.stderr
