"""The command line: what to do, and what to say when it cannot be done.

Everything heavy is imported only once it is needed, so that `--version` answers at once.
"""

from __future__ import annotations

import sys

from tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself would be a fifth of the time that `--version` takes
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call; returns the exit status: 0 done, 1 failed, 2 called wrongly."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"copydesk {__version__}\n")
        return 0
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that lacks a letter shows a substitute, not a traceback.
            stream.reconfigure(errors="replace")
    from tui.arguments import UsageError, parse

    try:
        options = parse(arguments)
    except UsageError as error:
        sys.stderr.write(f"copydesk: {error}\n")
        return 2
    from storage.errors import CopydeskError
    from tui import commands
    from tui.output import complain

    try:
        return commands.run(options)
    except UsageError as error:
        complain(str(error))
        return 2
    except CopydeskError as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe has had enough; keep Python from telling so at exit.
        sys.stdout = None
        return 1
    except Exception as error:
        from tui.faults import keep

        complain(f"Copydesk failed through a fault of its own ({keep(error)})")
        return 1
