"""Which mentions name one and the same: surnames, short forms, acronyms."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from textreuse.statements.names.candidates import Candidate
from textreuse.statements.names.first_names import Gender
from textreuse.statements.names.name import Name, NameKind
from textreuse.statements.names.nicknames import is_short_for
from textreuse.statements.names.organisations import COMPANIES
from textreuse.text.spans import Span

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


class _Person:
    """What names one person, while it is put together."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self._first_names: set[str] = set()
        self._genders: set[Gender] = set()
        self._places: list[int] = []
        self.is_junior = False

    def add(self, one: Candidate, place: int | None = None) -> None:
        """Add a candidate; with its `place`, ascending, if it is what surnames stand for."""
        self.candidates.append(one)
        self._first_names.update(one.words[:-1][:1])
        self._genders.add(one.gender)
        self.is_junior = self.is_junior or one.is_junior
        if place is not None:
            self._places.append(place)

    def count_before(self, place: int) -> int:
        """Count the places before `place`."""
        return bisect_left(self._places, place)

    def may_be(self, first_name: str) -> bool:
        """Tell whether a first name fits any that the person is called by."""
        return any(_fit(first_name, other) for other in self._first_names)

    def fits(self, gender: Gender) -> bool:
        """Tell whether nothing says that the person is of another gender; empty is none."""
        return not gender or self._genders <= {"", gender}


def _join_persons(
    candidates: Sequence[Candidate],
) -> tuple[list[list[Candidate]], list[Candidate]]:
    surnames = {one.words[-1] for one in candidates if one.kind == "person"}
    bearers: defaultdict[str, list[_Person]] = defaultdict(list)
    first_names: defaultdict[str, set[_Person]] = defaultdict(set)
    waiting: list[tuple[int, Candidate]] = []
    others: list[Candidate] = []
    for place, one in enumerate(candidates):
        is_person = one.kind == "person" or (
            one.kind == "other" and len(one.words) > 1 and one.words[-1] in surnames
        )
        if is_person and len(one.words) > 1:
            person = _find_person(bearers[one.words[-1]], one.words[0])
            person.add(one, place)
            first_names[one.words[0]].add(person)
        elif len(one.words) == 1 and (one.kind != "organisation" or one.words[0] in surnames):
            waiting.append((place, one))
        else:
            others.append(one)
    # A title tells whose a surname is: "Stone left. Senator Stone did not."
    for place, one in sorted(waiting, key=lambda each: each[1].kind != "person"):
        known = bearers.get(one.words[0], [])
        bearer = _find_bearer(known, one.gender, place)
        named = first_names.get(one.words[0], set())
        if bearer is not None:
            bearer.add(one)
        elif one.kind == "person":
            person = _Person()
            person.add(one, place)
            bearers[one.words[0]].append(person)
        elif len(named) == 1 and one.kind == "other":
            next(iter(named)).add(one)
        elif one.words[0] in surnames and known:
            known[0].add(one)
        else:
            others.append(one)
    groups = [
        sorted(person.candidates, key=_place) for persons in bearers.values() for person in persons
    ]
    return groups, sorted(others, key=_place)


def _find_person(persons: list[_Person], first_name: str) -> _Person:
    """Return whom a first name fits, somebody new, put among them, where it fits none."""
    for person in persons:
        if person.may_be(first_name):
            return person
    persons.append(_Person())
    return persons[-1]


def _fit(one: str, other: str) -> bool:
    if one == other or is_short_for(one, other) or is_short_for(other, one):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)


def _find_bearer(persons: Sequence[_Person], gender: Gender, place: int) -> _Person | None:
    """Return who of those with this surname was named most before `place`, else first behind."""
    fitting = [person for person in persons if person.fits(gender)]
    before = [person for person in fitting if person.count_before(place)]
    if not before:
        return fitting[0] if fitting and not fitting[0].is_junior else None
    # Whom the text names most often in full; of a namesake in passing only a full name is told.
    return max(before, key=lambda person: person.count_before(place))


def _join_others(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for one in candidates:
        groups.setdefault(_strip(one.words), []).append(one)
    groups = {words: group for words, group in groups.items() if not all(o.opens for o in group)}
    by_initials: dict[str, list[tuple[str, ...]]] = {}
    beginnings: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    endings: dict[str, list[tuple[str, ...]]] = {}
    for words, group in groups.items():
        if len(words) > 1:
            initials = "".join(word[0] for word in words if word not in _SMALL)
            by_initials.setdefault(initials, []).append(words)
            if len(words) <= _MOST_OF_PERSON and all(one.kind == "other" for one in group):
                endings.setdefault(words[-1], []).append(words)
            # What an article calls a company later: its name without "Inc" and the like.
            length = len(words) - 1
            while length and words[length] in COMPANIES:
                beginnings.setdefault(words[:length], []).append(words)
                length -= 1
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
    beginnings: dict[tuple[str, ...], list[tuple[str, ...]]],
) -> tuple[str, ...] | None:
    kinds = {one.kind for one in groups[words]}
    if kinds == {"organisation"} and len(words) == 1 and len(words[0]) >= _SHORTEST_ACRONYM:
        fitting = by_initials.get(words[0], [])
        if len(fitting) == 1:
            return fitting[0]
    longer = [other for other in beginnings.get(words, ()) if other in groups]
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


def _place(one: Candidate) -> Span:
    return one.mention.span
