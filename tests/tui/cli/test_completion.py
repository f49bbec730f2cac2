from __future__ import annotations

import re
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


LINES = [
    ("copydesk comp", {"compare", "completion"}),
    ("copydesk fi", {"first.txt"}),
    ("copydesk first.txt sec", {"second.txt"}),
    ("copydesk --library fi", {"first.txt"}),
    ("copydesk compare --j", {"--json"}),
    ("copydesk compare first.txt --j", {"--json"}),
    ("copydesk compare fi", {"first.txt"}),
    ("copydesk compare first.txt se", {"second.txt"}),
    ("copydesk scan fi", {"first.txt"}),
    ("copydesk scan -o fi", {"first.txt"}),
    ("copydesk open fi", {"first.txt"}),
    ("copydesk diff first.txt se", {"second.txt"}),
    ("copydesk export --flavour o", {"obsidian"}),
    ("copydesk search fi", set()),
    ("copydesk codebook ed", {"edit"}),
]
"""What is typed, and what each shell offers for its last word where two files are."""

BASH = """
    . ./script
    COMP_WORDS=($1) COMP_LINE=$1 COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_POINT=${#COMP_LINE}
    compopt() { :; }
    _shtab_copydesk copydesk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf 'offered:%s\\n' "${COMPREPLY[@]}"
"""
FISH = """
    source script
    complete --do-complete $argv[1] | string replace --regex '^' offered:
"""
# A shell of its own in a terminal of its own, whose keys are pressed.
ZSH = r"""
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell '
        cp script _copydesk; fpath=($PWD $fpath); autoload -Uz compinit; compinit -D -u
        compadd() {
            [[ $1 == -[OAD] || "$*" == *" -"[OAD]" "* ]] && { builtin compadd "$@"; return }
            local -a offered
            builtin compadd -O offered "$@"
            print -rl -- ${offered/#/offered:}
            builtin compadd "$@"
        }
        comppostfuncs=(leave); leave() { print left:; exit }
        print ready:
    '
    zpty -r -m shell told $'*ready:\r*'
    zpty -w -n shell "$1"$'\t'
    zpty -r -m shell told '*left:*'
    print -r -- $told
"""
CALLS = {
    "bash": ["--norc", "-c", BASH, "bash"],
    "fish": ["--no-config", "-c", FISH],
    "zsh": ["-f", "-c", ZSH, "zsh"],
}


@pytest.mark.parametrize("shell", ["bash", "fish", pytest.param("zsh", marks=pytest.mark.slow)])
def test_shells_complete(copydesk: Copydesk, tmp_path: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell}")
    folder = tmp_path / shell
    folder.mkdir()
    for name in ("first.txt", "second.txt"):
        (folder / name).write_text("A text.")
    (folder / "script").write_text(copydesk("completion", shell).out)

    told = {
        line: subprocess.run(
            [shell, *CALLS[shell], line], cwd=folder, capture_output=True, text=True, timeout=30
        )
        for line, _ in LINES
    }

    offered = {line: set(re.findall(r"offered:(\S+)", one.stdout)) for line, one in told.items()}
    assert offered == dict(LINES), "".join(one.stderr for one in told.values())
