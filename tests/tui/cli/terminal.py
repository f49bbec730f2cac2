"""A program in a terminal of its own: what it writes, what is typed, how it ends. POSIX only."""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

SECONDS = 60.0
"""How long anything may take; what hangs fails by it."""
SCREEN_ON, SCREEN_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
MOUSE_ON, MOUSE_OFF = b"\x1b[?1000h", b"\x1b[?1000l"


class Terminal:
    """A terminal with one program in it."""

    def __init__(self, process: int, master: int) -> None:
        self.process = process
        self.written = b""
        self._master: int | None = master

    def type(self, text: str) -> None:
        assert self._master is not None
        os.write(self._master, text.encode())

    def wait_for(self, sign: str) -> None:
        """Read on until `sign` is written."""
        end = time.monotonic() + SECONDS
        seen = len(self.written)
        while sign.encode() not in self.written[seen:]:
            assert time.monotonic() < end, f"{sign} was never written"
            assert self._read(), f"it ended before it wrote {sign}"

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        if self._master is not None:
            os.close(self._master)
            self._master = None

    def wait(self) -> int:
        """Read on until the program ends; return its status, or less than 0 by a signal."""
        while self._read():
            pass
        ended: list[int] = []
        waiting = threading.Thread(
            target=lambda: ended.append(os.waitpid(self.process, 0)[1]), daemon=True
        )
        waiting.start()
        waiting.join(SECONDS)
        assert ended, "it never ended"
        return os.waitstatus_to_exitcode(ended[0])

    def _read(self) -> bool:
        """Take what was written; tell whether there may be more."""
        if self._master is None:
            return False
        with suppress(OSError):  # as Linux says that the other end was closed
            if select.select([self._master], [], [], SECONDS)[0]:
                read = os.read(self._master, 65536)
                self.written += read
                return bool(read)
        return False


@contextmanager
def in_terminal(
    program: Path, *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Start a program in a terminal of 100 by 30 cells; it is ended with the block."""
    import fcntl
    import pty
    import struct
    import termios

    command = [str(program), *map(str, arguments)]
    variables = {**os.environ, "TERM": "xterm-256color", **(environment or {})}
    process, master = pty.fork()
    if process == 0:
        os.execve(command[0], command, variables)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    terminal = Terminal(process, master)
    try:
        yield terminal
    finally:
        with suppress(ProcessLookupError, ChildProcessError):
            if os.waitpid(process, os.WNOHANG) == (0, 0):
                os.kill(process, 9)
                os.waitpid(process, 0)
        terminal.hang_up()
