"""Which person a pronoun stands for.

The nearest whose gender fits: of the sentence itself, then of the sentences before it, where who
spoke and the subject come first. A sentence about "him" that names another man tells nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from textreuse.statements.names.first_names import Gender
from textreuse.statements.names.name import Name
from textreuse.statements.quotations.authors import Spoken
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import read_clauses

_MOST_SENTENCES = 6
"""Sentences looked back for whom a pronoun stands for."""


def find_person(
    narration: Narration, spoken: Sequence[Spoken], at: int, gender: Gender
) -> Name | None:
    """Return the person whom a pronoun of a gender at the word `at` stands for."""
    for back, (first, last) in enumerate(_list_sentences(narration, at)):
        known = _list_fitting(_list_speakers(spoken, first, last), gender)
        if known:
            return known[0]
        if back and _opens_with_pronoun(narration, first, last, gender):
            continue
        subjects, others = _list_persons(narration, first, last)
        known = _list_fitting(subjects, gender)
        if known:
            return known[0]
        known = _list_fitting(others, gender) if back else []
        if known:
            return known[0] if len({name.mentions[0].span for name in known}) == 1 else None
    # "After she said “no,” Ann Lee left."
    end = narration.next_sentence(at)
    behind = chain(_list_speakers(spoken, at, end), _list_persons(narration, at, end)[0])
    return next((name for name in behind if fits(name, gender)), None) or _find_surname(
        narration, spoken, at
    )


def _find_surname(narration: Narration, spoken: Sequence[Spoken], at: int) -> Name | None:
    """Return the one word by which a text that names no person calls whoever spoke last."""
    if any(name.kind == "person" for name in narration.names):
        return None
    last = spoken[-1] if spoken else None
    if last is None or last.name is None or last.name.kind != "other":
        return None
    before = narration.sentence_of(max(0, narration.sentence_of(at) - 1))
    return last.name if before <= last.at < at else None


def fits(name: Name, gender: Gender) -> bool:
    """Tell whether a name may be of a gender; any where either is not known."""
    return not gender or name.gender in ("", gender)


def _list_fitting(names: Sequence[Name], gender: Gender) -> Sequence[Name]:
    """Return those that fit: of which the gender is known, if of any."""
    fitting = [name for name in names if fits(name, gender)]
    return [name for name in fitting if name.gender == gender] or fitting


def _list_sentences(narration: Narration, at: int) -> Iterator[tuple[int, int]]:
    first, last = narration.sentence_of(at), at
    for _ in range(_MOST_SENTENCES):
        yield first, last
        if first == 0:
            return
        first, last = narration.sentence_of(first - 1), first


def _list_speakers(spoken: Sequence[Spoken], first: int, last: int) -> list[Name]:
    return [
        one.name
        for one in spoken
        if first <= one.at < last and one.name is not None and one.speaker.kind == "person"
    ]


def _list_persons(narration: Narration, first: int, last: int) -> tuple[list[Name], list[Name]]:
    """Return the persons of a sentence: its subjects, and others."""
    subjects: list[Name] = []
    others: list[Name] = []
    for clause in read_clauses(narration, first, last):
        for one in clause.references:
            has = one.possessor if one.possessor is not None else one
            if has.name is None or has.name.kind != "person" or narration.is_quoted(one.first):
                continue
            is_free = not (one.is_governed or one.is_possessive or one.is_object)
            (subjects if is_free and has is one else others).append(has.name)
    return subjects, others


def _opens_with_pronoun(narration: Narration, first: int, last: int, gender: Gender) -> bool:
    """Tell whether a sentence speaks of somebody of a gender by a pronoun, before any name."""
    for clause in read_clauses(narration, first, last):
        for one in clause.references:
            if narration.is_quoted(one.first) or one.kind == "noun":
                continue
            is_free = not (one.is_governed or one.is_object or one.is_possessive)
            if is_free and narration.words.pronouns.get(one.head) == gender:
                return True
            if one.name is not None and one.name.kind == "person" and fits(one.name, gender):
                return False
    return False
