"""Variables of the codebook as variables of texts, of which a text has one value.

A variable that several have coded is there once more for each coder: `genre (Anna)`. By its name
alone stands what was settled, else what all say; where they differ, nothing. Values that a text has
from before its tag was a variable are one, with commas between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.coder import name_coder
from storage.qda.metadata import is_field
from storage.qda.project import Value, WholeCoding
from storage.tables.decisions import SETTLED

_OF_TAG = " (tag)"


class VariableValue(NamedTuple):
    """What a coder says that a text is."""

    variable: str
    """The tag."""
    value: str
    coder: str


def name_variable(tag: str) -> str:
    """Return what a tag is called as a variable, so that it is not taken for a field."""
    return f"{tag}{_OF_TAG}" if is_field(tag) else tag


def name_tag(variable: str) -> str:
    """Return what a variable is called as a tag; it undoes `name_variable`."""
    tag = variable.removesuffix(_OF_TAG)
    return tag if is_field(tag) else variable


def name_tags(variables: Iterable[str]) -> set[str]:
    """Return which tags these may be the variables of: one that several coded has a name of each.

    A variable with brackets that is alone, such as `age (years)`, is nothing of a coder.
    """
    names = {*variables}
    shared = Counter(tag for one in names for tag, _coder in _split_name(one))
    return {*map(name_tag, names), *(tag for tag, count in shared.items() if count > 1)}


def _split_name(variable: str) -> Iterator[tuple[str, str]]:
    """Yield the tags and coders that a variable may be named after; coders have brackets, too."""
    at = variable.rfind(" (") if variable.endswith(")") else -1
    while at > 0:
        yield name_tag(variable[:at]), variable[at + 2 : -1]
        at = variable.rfind(" (", 0, at)


def split_codings(
    codings: Iterable[WholeCoding], variables: Iterable[str]
) -> Iterator[VariableValue]:
    """Yield those codings of a text that are values of variables."""
    heads = [(variable, f"{variable}/".casefold()) for variable in variables]
    for code, coder in codings:
        for variable, head in heads:
            if code.casefold().startswith(head):
                yield VariableValue(variable, code[len(head) :], coder)


def find_shared(texts: Iterable[Iterable[VariableValue]]) -> set[str]:
    """Return which variables more than one has coded."""
    coders: dict[str, set[str]] = {}
    for values in texts:
        for variable, _value, coder in values:
            coders.setdefault(variable, set()).add(coder)
    return {variable for variable, its in coders.items() if len(its) > 1}


def list_values(values: Sequence[VariableValue], shared: Collection[str]) -> Iterator[Value]:
    """Yield what a text has of variables, as the head of this module says."""
    for variable in dict.fromkeys(one.variable for one in values):
        its: dict[str, list[str]] = {}
        for one in values:
            if one.variable == variable:
                its.setdefault(one.coder, []).append(one.value)
        said = {coder: ", ".join(sorted(its[coder])) for coder in sorted(its)}
        last = {said[SETTLED]} if SETTLED in said else {*said.values()}
        if len(last) == 1:
            yield Value(name_variable(variable), *last)
        if variable in shared:
            for coder, value in said.items():
                yield Value(f"{name_variable(variable)} ({name_coder(coder)})", value)


def read_value(value: Value, codes: Collection[str]) -> WholeCoding | None:
    """Return the coding that a value of a variable is; None where its code is none of these.

    The names of `codes` are in small letters.
    """
    variable = value.variable
    for tag, coder in ((variable, ""), (name_tag(variable), ""), *_split_name(variable)):
        code = f"{tag}/{value.value}"
        if code.casefold() in codes:
            return WholeCoding(code, "" if coder == name_coder("") else coder)
    return None
