"""What QualCoder makes of a project, and how that is undone.

Each coding is a selection of its own there, and a set is a variable that says its own name. Reading
what it writes, both become what they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from storage.qda.guids import make_guid
from storage.qda.project import CodedPlace, CodedText, Memo, TextSet

ORIGIN = "QualCoder"
"""How the name of the program begins in what it writes."""


def join_codings(text: CodedText) -> CodedText:
    """Return a text whose selections that differ in nothing but their codes are one each.

    The first of them lends its place in the order and its guid.
    """
    joined: dict[CodedPlace, CodedPlace] = {}
    for one in text.places:
        said = one._replace(guid="", codes=())
        known = joined.get(said)
        joined[said] = one if known is None else _add_codes(known, one)
    return text._replace(places=tuple(joined.values()))


def take_sets(
    texts: Iterable[CodedText], memos: Mapping[str, str]
) -> tuple[list[CodedText], list[TextSet]]:
    """Return texts without the variables that are sets, and these; `memos` are those of variables.

    Of a variable that is a set no text has any other value.
    """
    told: dict[str, set[str]] = {}
    members: dict[str, list[str]] = {}
    kept = list(texts)
    for text in kept:
        for variable, value in text.values:
            told.setdefault(variable, set()).add(value)
            members.setdefault(variable, []).append(text.guid)
    names = [name for name, values in told.items() if values == {name}]
    without = [
        text._replace(values=tuple(one for one in text.values if one.variable not in names))
        for text in kept
    ]
    return without, [_make_set(name, members[name], memos.get(name, "")) for name in names]


def _make_set(name: str, members: Sequence[str], said: str) -> TextSet:
    guid = make_guid("story", f"qualcoder {name}")
    memos = (Memo(make_guid("memo", f"qualcoder set {name}"), said),) if said.strip() else ()
    return TextSet(guid, name, tuple(members), memos)


def _add_codes(known: CodedPlace, other: CodedPlace) -> CodedPlace:
    return known._replace(codes=tuple(dict.fromkeys([*known.codes, *other.codes])))
