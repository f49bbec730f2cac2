"""The command line: what to do, and what to say when it cannot be done.

Everything heavy is imported only once it is needed, so that `--version` answers at once.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

from tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing typing for it would cost `--version` more than all else
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call; returns the exit status: 0 done, 1 failed, 2 called wrongly, 130 by ctrl+c.

    Output that nobody reads to its end is no failure.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    # What is imported and made at first stays: to look through it for garbage would find none.
    gc.disable()
    try:
        status = _answer(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        _write_nowhere(1)
        if is_closed_pipe(error):
            return 0
        from storage.files import explain_error

        sys.stderr.write(f"copydesk: Cannot write the output: {explain_error(error)}.\n")
        return 1
    finally:
        _give_up_errors()
        gc.enable()
    return status


def _give_up_errors() -> None:
    """Let what cannot be written on standard error go, as where a terminal has hung up."""
    try:
        sys.stderr.flush()
    except OSError:
        _write_nowhere(2)


def _write_nowhere(descriptor: int) -> None:
    """Keep Python from finding out again at exit that nothing more can be written: it says 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def is_closed_pipe(error: OSError, system: str = sys.platform) -> bool:
    """Whether the reader of what is printed has had enough; Windows has another word for it.

    https://bugs.python.org/issue19612
    """
    return isinstance(error, BrokenPipeError) or (system == "win32" and error.errno == errno.EINVAL)


def _open_closed_streams() -> None:
    """Give what was started without output somewhere to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _answer(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"copydesk {__version__}\n")
        return 0
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that lacks a letter shows a substitute, not a traceback.
            stream.reconfigure(errors="replace")
    from tui.cli.argument_types import UsageError
    from tui.cli.arguments import parse
    from tui.cli.printing import choose_loudness, complain

    try:
        options = parse(arguments)
        choose_loudness(
            quiet=getattr(options, "quiet", False), verbose=getattr(options, "verbose", False)
        )
        from tui.cli.commands import run_safely

        return run_safely(options)
    except UsageError as error:
        complain(str(error), error.choices)
        return 2
    except SystemExit:  # argparse, after --help
        return 0
