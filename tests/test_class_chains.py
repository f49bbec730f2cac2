from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import storage
import textreuse
import tui

PACKAGES = (textreuse, storage, tui)


def classes() -> Iterator[type]:
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            for one in vars(module).values():
                if inspect.isclass(one) and one.__module__ == module.__name__:
                    yield one


def test_no_class_of_ours_stands_behind_more_than_three_others_of_ours() -> None:
    roots = {package.__name__ for package in PACKAGES}
    behind = {
        one: [each.__name__ for each in one.__mro__[1:] if each.__module__.split(".")[0] in roots]
        for one in classes()
    }
    assert {one.__name__: others for one, others in behind.items() if len(others) > 3} == {}
