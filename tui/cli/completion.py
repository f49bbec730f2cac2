"""`copydesk completion SHELL`: a script by which a shell completes commands, options and files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from tui.cli.arguments import make_complete_parser
from tui.cli.printing import print_document

_NAMES_FILE = frozenset("corpus file files library new old output path scan template".split())
"""What arguments that may be a file or a folder are called where they are read."""

_FILES_AT_FIRST = {
    "bash": "_shtab_copydesk_pos_0_COMPGEN=_shtab_compgen_files\n",
    "fish": "complete -c copydesk -n _shtab_copydesk_using"
    ' -ka "(__fish_complete_path (commandline -ct))"\n',
    "powershell": "$_shtab_copydesk_compgens['_shtab_copydesk_pos_0']"
    " = '_shtab_powershell_compgen_files'\n",
}
"""What a script says at its end, so that a file may stand where a command does."""
_FILES_AT_FIRST_IN_ZSH = """\
functions[_shtab_copydesk_names]=$functions[_shtab_copydesk_commands]
_shtab_copydesk_commands() {
  _alternative 'commands:command:_shtab_copydesk_names' 'files:file:_files'
}"""


def print_completion(options: argparse.Namespace) -> int:
    """Print the script for the shell that is named, made from the parser itself."""
    import shtab  # for this alone

    parser = make_complete_parser()
    for action in _list_actions(parser):
        if action.dest in _NAMES_FILE:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    shell = options.shell
    before = _FILES_AT_FIRST_IN_ZSH if shell == "zsh" else ""
    script = _repeat_files(shtab.complete(parser, shell, preamble=before), shell)
    print_document(f"{script}\n{_FILES_AT_FIRST.get(shell, '')}")
    return 0


def _repeat_files(script: str, shell: str) -> str:
    """Have zsh and tcsh complete all the words of an argument of several: shtab's do the first."""
    if shell == "tcsh":
        return script.replace("'p/*/()/'", "'p/*/f/'")
    if shell == "zsh":
        script = re.sub(r'(?m)^  "\(\*\)::?', '  "*:', script)
        return script.replace("      esac\n", "        *) _files ;;\n      esac\n", 1)
    return script


def _list_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments of all commands, and of what is below them."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _list_actions(below)
