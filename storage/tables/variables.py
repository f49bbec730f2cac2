"""Variables: tags of which an article has no more than one of those below, as `genre/report`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from storage.tables.tag_names import list_ancestors


class Settled(NamedTuple):
    """The tags of an article once each variable has one value."""

    names: list[str]
    """Those that it is to have, in the order in which they were given."""
    set_anew: frozenset[str]
    """The variables that have a value which they had not, in small letters."""


def find_variable(name: str, variables: Collection[str]) -> str | None:
    """Return the nearest variable that a tag is a value of, as it is in `variables`; None if none.

    `variables` are names in small letters.
    """
    return next((one for one in list_ancestors(name.casefold()) if one in variables), None)


def complete_values(
    names: Sequence[str], variables: Collection[str], is_known: Callable[[str], bool]
) -> list[str]:
    """Return tags for an article, with its variable before each value that is named without it.

    That is a name which is no known tag, and is one below just one of the `variables`.
    """
    completed: dict[str, str] = {}
    for name in names:
        found = [] if is_known(name) else [f"{one}/{name}" for one in sorted(variables)]
        values = list(filter(is_known, found))
        meant = values[0] if len(values) == 1 else name
        completed.setdefault(meant.casefold(), meant)
    return list(completed.values())


def settle_values(
    wanted: Sequence[str], had: Collection[str], variables: Collection[str]
) -> Settled:
    """Return the tags that are wanted with one value of each variable.

    A value that is not among the tags that the article `had` replaces one that is; of several the
    last holds. Case makes no difference.
    """
    known = {name.casefold() for name in had}
    values: dict[str, str] = {}
    for name in sorted(wanted, key=lambda name: name.casefold() not in known):
        variable = find_variable(name, variables)
        if variable is not None:
            values[variable] = name
    names = [
        name for name in wanted if values.get(find_variable(name, variables) or "", name) == name
    ]
    anew = {variable for variable, name in values.items() if name.casefold() not in known}
    return Settled(names, frozenset(anew))
