"""Every module of ours, imported in a process of its own as on a system that lacks some of Python.

That process says which cannot be imported there, and how many classes of ours each class has
behind it.
"""

from __future__ import annotations

import builtins
import inspect
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("textreuse", "storage", "tui")
NOT_ON_WINDOWS = frozenset(
    "curses fcntl grp posix pty pwd readline resource syslog termios tty".split()
)


@pytest.fixture(scope="module")
def told() -> Any:
    call = [sys.executable, "-c", f"from {__name__} import tell; tell()"]
    return json.loads(subprocess.run(call, cwd=ROOT, stdout=PIPE, check=True, timeout=120).stdout)


def test_each_is_imported_without_what_windows_lacks(told: Any) -> None:
    assert told["modules"] > 1_000
    assert told["failed"] == {}


def test_no_class_has_more_than_three_others_of_ours_behind_it(told: Any) -> None:
    assert {name: behind for name, behind in told["behind"].items() if len(behind) > 3} == {}


def test_what_is_withheld_is_withheld_from_us_alone() -> None:
    find = partial(_import_as_on_windows, __import__)

    with pytest.raises(ImportError, match="fcntl"):
        find("fcntl", {"__name__": "storage.files"})
    assert find("json", {"__name__": "storage.files"}) is json
    if sys.platform != "win32":
        assert find("fcntl", {"__name__": "multiprocessing"}).__name__ == "fcntl"


def tell() -> None:
    """Import them all, and print what came of it as JSON."""
    builtins.__import__ = partial(_import_as_on_windows, __import__)
    failed: dict[str, str] = {}
    found = []
    for name in _list_modules():
        try:
            found.append(import_module(name))
        except Exception as error:
            failed[name] = repr(error)
    behind = {
        one.__qualname__: [each.__name__ for each in one.__mro__[1:] if _is_ours(each.__module__)]
        for module in found
        for one in vars(module).values()
        if inspect.isclass(one) and one.__module__ == module.__name__
    }
    print(json.dumps({"modules": len(found), "failed": failed, "behind": behind}))


def _list_modules() -> Iterator[str]:
    for package in map(import_module, PACKAGES):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield found.name


def _import_as_on_windows(usual: Any, name: str, importer: Any = None, *more: Any) -> Any:
    if name in NOT_ON_WINDOWS and _is_ours((importer or {}).get("__name__", "")):
        raise ImportError(f"no {name} on Windows")
    return usual(name, importer, *more)


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in PACKAGES
