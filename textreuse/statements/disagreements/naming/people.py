"""Find people whom two articles call by other names, or give another office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.disagreements.naming.positions import make_place, pair_positions
from textreuse.statements.names.first_names import is_first_name
from textreuse.statements.names.name import Mention, Name
from textreuse.statements.names.nicknames import is_short_for
from textreuse.statements.names.spelling import strip_word
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span

_ALIKE = 0.6
"""Similarity (Levenshtein, by the longer) from which on two spellings may be of one name."""
_SHORTEST = 4
"""Letters of a name of which spellings are compared."""
_LEAST_SCORE, _LEAST_SHARE = 6.0, 0.3
"""Of the contexts of two names that are not even alike."""
_MOST_MET = 40
"""People of one article with the same first name, or last, beyond which that leads to none of them.
News has fewer; lists of names have more."""
_LATER_PARTS = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_VOWELS = frozenset("aeiouyäöüéèê")


class Person(NamedTuple):
    """Somebody who is named in full."""

    name: Name
    first: str
    last: str
    """Both folded, without accents."""
    mention: Mention
    """The first one in full."""
    consonants: str
    """The first name without the vowels behind its first letter."""


def pair_people(
    corpus: Corpus, ours: Sequence[Person], theirs: Sequence[Person], contexts: Contexts
) -> Iterator[Finding]:
    """Yield how two articles differ on the name or the office of one person."""
    pairs = list(_propose(ours, theirs))
    met = [(one, two) for one, two in pairs if _is_same(one, two)]
    for one, two in met:
        yield from pair_positions(corpus, one.name, two.name)
    known = {one.mention.span for pair in met for one in pair}
    places: dict[tuple[Span, str], Place] = {}

    def place(person: Person, part: str) -> Place:
        key = person.mention.span, part
        if key not in places:
            places[key] = _place(corpus, person, part)
        return places[key]

    for one, two in pairs:
        if one.mention.span in known or two.mention.span in known:
            continue
        part = _find_other_part(one, two)
        if part is None or _is_another(corpus, one, two, part):
            continue
        spelt = [getattr(person, part) for person in (one, two)]
        is_named = part == "first" or (one.first == two.first and is_first_name(one.first))
        if _are_spellings(*spelt) or (
            is_named and _stand_alike(contexts, place(one, part), place(two, part))
        ):
            yield Finding("name", "conflict", place(one, part), place(two, part), "spells")


def list_persons(names: Sequence[Name]) -> list[Person]:
    """Return whoever is named in full among the names of an article."""
    found = []
    for name in names:
        if name.kind != "person":
            continue
        for mention in name.mentions:
            words = [strip_word(word) for word in mention.name.split()]
            while len(words) > 1 and words[-1] in _LATER_PARTS:
                words.pop()
            if len(words) > 1 and len(words[0]) > 1:
                consonants = _drop_vowels(words[0])
                found.append(Person(name, words[0], words[-1], mention, consonants))
                break
    return found


def _propose(ours: Sequence[Person], theirs: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield those of one last name, or of one first name but for its vowels."""
    mine, yours = _index(ours), _index(theirs)
    leading = {
        key
        for key in mine.keys() & yours.keys()
        if max(len(mine[key]), len(yours[key])) <= _MOST_MET
    }
    for one in ours:
        keys = leading.intersection(_list_keys(one))
        for number in sorted({number for key in keys for number in yours[key]}):
            yield one, theirs[number]


def _index(people: Sequence[Person]) -> dict[tuple[str, str], list[int]]:
    """Return the numbers of people by what may lead to them."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, person in enumerate(people):
        for key in _list_keys(person):
            found.setdefault(key, []).append(number)
    return found


def _list_keys(person: Person) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("last", person.last), ("first", person.consonants)


def _drop_vowels(word: str) -> str:
    return word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _is_same(one: Person, two: Person) -> bool:
    return one.last == two.last and _fit(one.first, two.first)


def _fit(one: str, other: str) -> bool:
    if one == other or is_short_for(one, other) or is_short_for(other, one):
        return True
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)


def _find_other_part(one: Person, two: Person) -> str | None:
    """Return which part of two names is not the same, if the other one is."""
    if one.last == two.last:
        # "Special Counsel Ann Lee" is named by her office first.
        spelt = _are_spellings(one.first, two.first)
        named = is_first_name(one.first) and is_first_name(two.first)
        return "first" if spelt or named else None
    if one.first != two.first and not _are_spellings(one.first, two.first):
        return None
    return "last"


def _is_another(corpus: Corpus, one: Person, two: Person, part: str) -> bool:
    """Tell whether two names are of two people: an article knows both, or one is a woman's."""
    if one.name.gender and two.name.gender and one.name.gender != two.name.gender:
        return True
    known = (corpus.words[person.mention.span.article].counts for person in (one, two))
    ours, theirs = known
    return getattr(two, part) in ours or getattr(one, part) in theirs


def _are_spellings(one: str, other: str) -> bool:
    """Tell whether two names may be one, written in two ways."""
    if min(len(one), len(other)) < _SHORTEST:
        return False
    return Levenshtein.normalized_similarity(one, other) >= _ALIKE


def _stand_alike(contexts: Contexts, ours: Place, theirs: Place) -> bool:
    likeness = contexts.measure(ours.at, theirs.at)
    return likeness.score >= _LEAST_SCORE and likeness.share >= _LEAST_SHARE


def _place(corpus: Corpus, person: Person, part: str) -> Place:
    """Return the first or last name where it stands in full."""
    span, name = person.mention.span, person.mention.name
    start = span.end - len(name)
    words = name.split()
    index = 0
    if part == "last":
        index = max(at for at, word in enumerate(words) if strip_word(word) == person.last)
    begin = start + sum(len(word) + 1 for word in words[:index])
    return make_place(corpus, Span(span.article, begin, begin + len(words[index].rstrip(".,"))))
