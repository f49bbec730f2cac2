"""Which mentions name one and the same: surnames, short forms, acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textreuse.statements.names.candidates import Candidate
from textreuse.statements.names.name import Name, NameKind
from textreuse.statements.names.nicknames import is_short_for
from textreuse.statements.names.organisations import COMPANIES

_SMALL = frozenset("of for on the de la des du and & der die".split())
_SHORTEST_ACRONYM = 3
_MOST_OF_PERSON = 3
"""Words of a name whose last one may be a surname."""


def join_candidates(candidates: Sequence[Candidate]) -> tuple[Name, ...]:
    """Return who is named, by first mention."""
    persons, others = _join_persons(candidates)
    groups = persons + _join_others(others)
    return tuple(
        sorted((_make_name(group) for group in groups), key=lambda name: name.mentions[0].span)
    )


def _join_persons(
    candidates: Sequence[Candidate],
) -> tuple[list[list[Candidate]], list[Candidate]]:
    surnames = {one.words[-1] for one in candidates if one.kind == "person"}
    full: dict[str, list[list[Candidate]]] = {}
    first_names: dict[str, list[list[Candidate]]] = {}
    waiting: list[tuple[int, Candidate]] = []
    others: list[Candidate] = []
    recent: dict[str, list[tuple[int, list[Candidate]]]] = {}
    for place, one in enumerate(candidates):
        is_person = one.kind == "person" or (
            one.kind == "other" and len(one.words) > 1 and one.words[-1] in surnames
        )
        if is_person and len(one.words) > 1:
            group = _find_group(full.setdefault(one.words[-1], []), one)
            group.append(one)
            recent.setdefault(one.words[-1], []).append((place, group))
            known = first_names.setdefault(one.words[0], [])
            if not any(group is other for other in known):
                known.append(group)
        elif len(one.words) == 1 and (one.kind != "organisation" or one.words[0] in surnames):
            waiting.append((place, one))
        else:
            others.append(one)
    # A title tells whose a surname is: "Stone left. Senator Stone did not."
    for place, one in sorted(waiting, key=lambda each: each[1].kind != "person"):
        group_of = _find_bearer(recent.get(one.words[0], []), one, place)
        named = first_names.get(one.words[0], [])
        if group_of is not None:
            group_of.append(one)
        elif one.kind == "person":
            group = [one]
            full.setdefault(one.words[0], []).append(group)
            recent.setdefault(one.words[0], []).append((place, group))
        elif len(named) == 1 and one.kind == "other":
            named[0].append(one)
        elif one.words[0] in surnames and full.get(one.words[0]):
            full[one.words[0]][0].append(one)
        else:
            others.append(one)
    groups = [sorted(group, key=_place) for bearers in full.values() for group in bearers]
    return groups, sorted(others, key=_place)


def _find_group(groups: list[list[Candidate]], one: Candidate) -> list[Candidate]:
    """Return the group whose first names fit those of `one`, a new one where none does."""
    for group in groups:
        if any(_fit(one.words[:-1], other.words[:-1]) for other in group):
            return group
    groups.append([])
    return groups[-1]


def _fit(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = one[0], other[0]
    if first == second or is_short_for(first, second) or is_short_for(second, first):
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)


def _find_bearer(
    bearers: Sequence[tuple[int, list[Candidate]]], one: Candidate, place: int
) -> list[Candidate] | None:
    """Return who of those with this surname was named most before `place`, else first behind."""
    fitting = [
        (at, group)
        for at, group in bearers
        if not one.gender or all(other.gender in ("", one.gender) for other in group)
    ]
    before = [group for at, group in fitting if at < place] or [
        group for _, group in fitting[:1] if not any(other.is_junior for other in group)
    ]
    # Whom the text names most often in full; of a namesake in passing only a full name is told.
    return max(before, key=lambda group: sum(one is group for one in before), default=None)


def _join_others(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for one in candidates:
        groups.setdefault(_strip(one.words), []).append(one)
    groups = {words: group for words, group in groups.items() if not all(o.opens for o in group)}
    by_initials: dict[str, list[tuple[str, ...]]] = {}
    beginnings: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    endings: dict[str, list[tuple[str, ...]]] = {}
    for words, group in groups.items():
        if len(words) > 1:
            initials = "".join(word[0] for word in words if word not in _SMALL)
            by_initials.setdefault(initials, []).append(words)
            if len(words) <= _MOST_OF_PERSON and all(one.kind == "other" for one in group):
                endings.setdefault(words[-1], []).append(words)
            for length in range(1, len(words)):
                beginnings.setdefault(words[:length], set()).add(words)
    for words in sorted(groups, key=len):
        longer = _find_longer(words, groups, by_initials, beginnings)
        if longer is None and len(words) == 1 and len(endings.get(words[0], ())) == 1:
            # Of a name that nothing tells of it is a person: "Kerrow Norvik", "Norvik said".
            longer = endings[words[0]][0] if {o.kind for o in groups[words]} == {"other"} else None
        if longer is not None:
            groups[longer] = groups[longer] + groups.pop(words)
    return [sorted(group, key=_place) for group in groups.values()]


def _find_longer(
    words: tuple[str, ...],
    groups: dict[tuple[str, ...], list[Candidate]],
    by_initials: dict[str, list[tuple[str, ...]]],
    beginnings: dict[tuple[str, ...], set[tuple[str, ...]]],
) -> tuple[str, ...] | None:
    kinds = {one.kind for one in groups[words]}
    if kinds == {"organisation"} and len(words) == 1 and len(words[0]) >= _SHORTEST_ACRONYM:
        fitting = by_initials.get(words[0], [])
        if len(fitting) == 1:
            return fitting[0]
    longer = [
        other
        for other in beginnings.get(words, ())
        if other in groups and all(word in COMPANIES for word in other[len(words) :])
    ]
    return longer[0] if len(longer) == 1 else None


def _strip(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _make_name(group: Sequence[Candidate]) -> Name:
    if len(group) == 1:
        one = group[0]
        return Name(one.kind, one.mention.name, one.gender, (one.mention,), one.roles)
    kinds = Counter(one.kind for one in group)
    kind: NameKind = "person" if kinds["person"] else max(kinds, key=lambda each: kinds[each])
    longest = max(group, key=lambda one: (len(one.words), len(one.mention.name)))
    genders = {one.gender for one in group} - {""}
    return Name(
        kind,
        longest.mention.name,
        genders.pop() if len(genders) == 1 else "",
        tuple(one.mention for one in group),
        tuple(role for one in group for role in one.roles),
    )


def _place(one: Candidate) -> tuple[int, int]:
    return one.mention.span.start, one.mention.span.end
