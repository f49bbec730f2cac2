"""The letters by which articles are called where they have no other name."""

from __future__ import annotations


def name_letters(count: int) -> list[str]:
    """Name articles as spreadsheets name columns: A, B, …, Z, AA, AB."""
    names = []
    for index in range(count):
        name = ""
        rest = index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            name = chr(ord("A") + digit) + name
        names.append(name)
    return names
