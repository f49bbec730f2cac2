"""What `import textreuse` gives to whoever uses the engine."""

from __future__ import annotations

import pkgutil
from types import ModuleType

import textreuse


def test_what_goes_out_is_there_and_no_module() -> None:
    for name in textreuse.__all__:
        assert not isinstance(getattr(textreuse, name), ModuleType)


def test_no_module_bears_the_name_of_what_goes_out() -> None:
    # Python would hide it behind the function, and import-linter take the one for the other.
    modules = {module.name for module in pkgutil.iter_modules(textreuse.__path__)}
    assert modules.isdisjoint(textreuse.__all__)
