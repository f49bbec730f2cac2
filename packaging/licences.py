"""`make licences`: prints the licence of all that is installed with Copydesk.

What is asked for by extras is told too, where it is installed.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_OSI = "License :: OSI Approved :: "


def main() -> None:
    """Print a line for each distribution: name, version, licence."""
    for found in sorted(find_needed("copydesk"), key=lambda one: one.name.lower()):
        print(f"{found.name} {found.version}: {name_licence(found) or 'not told'}")


def find_needed(root: str) -> list[Distribution]:
    """Return what `root` needs, and what these need, as far as it is installed."""
    found: dict[str, Distribution] = {}
    names = _list_asked(distribution(root), with_extras=True)
    while names:
        name = names.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra that nobody asked for
        names += _list_asked(found[name], with_extras=False)
    return list(found.values())


def name_licence(found: Distribution) -> str:
    """Return the licence as its metadata tell it; empty where they do not."""
    told = found.metadata
    classifiers = [
        one.removeprefix(_OSI) for one in told.get_all("Classifier", []) if one.startswith(_OSI)
    ]
    stated = " ".join((told.get("License") or "").split("\n")[0].split())
    return told.get("License-Expression") or ", ".join(classifiers) or stated


def _list_asked(found: Distribution, *, with_extras: bool) -> list[str]:
    wanted = [one for one in found.requires or [] if with_extras or "extra ==" not in one]
    asked = (re.match(r"[\w.-]+", one) for one in wanted)
    return [re.sub(r"[-_.]+", "-", one[0]).lower() for one in asked if one is not None]


if __name__ == "__main__":
    main()
