"""Who the words near a quotation stand for: pronouns, roles and short forms made names.

Pronouns and roles are the nearest fitting name: of the sentence itself, then of the sentences
before it, where its subject and who spoke there come first. What fits nobody stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from textreuse.statements.names.first_names import Gender
from textreuse.statements.names.name import Name
from textreuse.statements.names.titles import name_role, tell_title_gender
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.quotation import UNRESOLVED, Speaker
from textreuse.statements.quotations.references import Reference, read_clauses
from textreuse.statements.quotations.speaker_words import (
    ANONYMOUS,
    DOCUMENTS,
    OF_SPEECH,
    ORGANISATIONS,
    PLURAL_PRONOUNS,
)

_MOST_SENTENCES = 6
"""Sentences looked back for whom a pronoun stands for."""
_OFFICES = frozenset("president senator representative governor mayor minister secretary".split())
"""Who holds one of these is somebody with a name; where the text gives none he stays unresolved."""
_POSSESSIVE_GENDERS: dict[str, Gender] = {"his": "male", "her": "female"}


class Resolver:
    """Resolves references of one article in the order of the text."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._spoken: list[tuple[int, Speaker, Name | None]] = []
        """Who spoke so far, by the word that says it."""

    def resolve(self, reference: Reference) -> Speaker:
        """Return who a reference stands for; unresolved where the text does not say."""
        speaker, name = self._find(reference)
        self._spoken.append((reference.first, speaker, name))
        return speaker

    def _find(self, one: Reference) -> tuple[Speaker, Name | None]:
        narration = self._narration
        span = narration.span(one.first, one.last)
        words = narration.text[span.start : span.end]
        name = one.name
        if one.kind == "pronoun":
            gender = narration.words.pronouns.get(one.head) or _POSSESSIVE_GENDERS.get(one.head)
            if gender is None:
                return self._follow(one), None
            name = self._find_person(one.first, gender)
        elif one.kind == "noun":
            if one.possessor is not None and one.head in OF_SPEECH:
                return self._find(one.possessor)
            name = self._find_bearer(one)
            if name is None:
                return self._name_noun(one, words), None
        if name is None:
            return UNRESOLVED, None
        return Speaker(_tell_kind(name), name.name, span), name

    def _name_noun(self, one: Reference, words: str) -> Speaker:
        span = self._narration.span(one.first, one.last)
        if one.head in ORGANISATIONS:
            return Speaker("organisation", words, span)
        if one.head in DOCUMENTS or one.head in OF_SPEECH:
            return Speaker("document", words, span)
        if one.is_definite and name_role(one.head) in _OFFICES and one.possessor is None:
            return UNRESOLVED
        return Speaker("anonymous", words, span)

    def _follow(self, one: Reference) -> Speaker:
        """Return who "they" or "it" are: who spoke last, shortly before, if it can be."""
        if one.head not in PLURAL_PRONOUNS or not self._spoken:
            return UNRESOLVED
        at, speaker, _ = self._spoken[-1]
        kinds = (
            ("document", "organisation")
            if one.head in ("it", "es")
            else ("anonymous", "organisation")
        )
        is_near = one.first - at < 60 and one.head not in ("we", "i", "you", "wir", "ich", "je")
        if is_near and speaker.kind in kinds:
            return speaker._replace(span=self._narration.span(one.first, one.last))
        return UNRESOLVED

    def _find_person(self, at: int, gender: Gender) -> Name | None:
        """Return the person whom a pronoun at the word `at` stands for."""
        for first, last in self._list_sentences(at):
            names = [name for name in self._list_persons(first, last) if _fits(name, gender)]
            known = [name for name in names if name.gender == gender]
            if names:
                return (known or names)[0]
        return None

    def _list_sentences(self, at: int) -> Iterator[tuple[int, int]]:
        first, last = self._narration.sentence_of(at), at
        for _ in range(_MOST_SENTENCES):
            yield first, last
            if first == 0:
                return
            first, last = self._narration.sentence_of(first - 1), first

    def _list_persons(self, first: int, last: int) -> list[Name]:
        """Return the persons of a sentence: who speaks there, subjects, others."""
        narration = self._narration
        spoken = [name for at, _, name in self._spoken if first <= at < last and name is not None]
        subjects: list[Name] = []
        others: list[Name] = []
        for clause in read_clauses(narration, first, last):
            for one in clause.references:
                if one.name is None or _tell_kind(one.name) != "person":
                    continue
                if narration.is_quoted(one.first):
                    continue
                is_subject = not one.is_governed and not one.is_possessive
                (subjects if is_subject else others).append(one.name)
        return spoken + subjects + others

    def _find_bearer(self, one: Reference) -> Name | None:
        """Return whose role a definite noun is: "the senator"."""
        narration = self._narration
        if not one.is_definite:
            return None
        if one.head in ORGANISATIONS:
            return self._find_organisation(one)
        if one.head not in ANONYMOUS and name_role(one.head) == one.head and one.head in DOCUMENTS:
            return None
        role, gender = name_role(one.head), tell_title_gender(one.head)
        bearers = [
            name
            for name in narration.names
            if name.kind == "person"
            and _fits(name, gender)
            and any(held.head == role for held in name.roles)
        ]
        before = [
            (named.first, name)
            for name in bearers
            for named in narration.named
            if named.name is name and named.first < one.first
        ]
        if before:
            return max(before, key=lambda each: each[0])[1]
        return bearers[0] if len(bearers) == 1 else None

    def _find_organisation(self, one: Reference) -> Name | None:
        """Return which organisation has the noun in its name, the one that was named last."""
        if one.possessor is not None:
            return None
        found = None
        for named in self._narration.named:
            if named.first >= one.first:
                break
            if one.head in named.name.name.lower().split():
                found = named.name
        return found


def _fits(name: Name, gender: Gender) -> bool:
    return not gender or name.gender in ("", gender)


def _tell_kind(name: Name) -> Literal["person", "organisation"]:
    if name.kind == "person":
        return "person"
    if name.kind == "other" and len(name.name.split()) > 1:
        return "person"
    return "organisation"
