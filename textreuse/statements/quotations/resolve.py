"""Who the words near a quotation stand for: pronouns, roles and short forms made names.

Pronouns are persons that were named before (see `persons`); roles are whose they were told to be.
What fits nobody stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from textreuse.statements.names.first_names import Gender
from textreuse.statements.names.name import Name
from textreuse.statements.names.organisations import ADJECTIVES, HEADS, PLACES
from textreuse.statements.names.titles import ROLES, name_role, tell_title_gender
from textreuse.statements.quotations.authors import (
    VERSIONS,
    Spoken,
    find_author,
    find_document,
    find_issuer,
)
from textreuse.statements.quotations.clause import SILENT, Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.persons import find_person, fits
from textreuse.statements.quotations.quotation import UNRESOLVED, Speaker
from textreuse.statements.quotations.references import read_clauses
from textreuse.statements.quotations.speaker_words import (
    ANONYMOUS,
    DOCUMENTS,
    OF_SPEECH,
    ORGANISATIONS,
    PERSONAL,
    PLURAL_PRONOUNS,
)

_NAMELESS = frozenset(
    """
    official spokesman spokeswoman spokesperson aide witness resident supporter victim survivor
    neighbor neighbour friend worker lawyer reporter student officer teacher nurse volunteer
    sprecher sprecherin portavoz porte-parole
    """.split()
)
"""Roles whose bearers are often left without a name; of others the text only does not tell it."""
_CROWDS = frozenset("crowd audience protesters demonstrators".split())
"""Who never has a name."""
_GENERIC = frozenset(
    """
    group company organization organisation firm agency network giant maker carmaker automaker
    airline retailer lender insurer manufacturer carrier charity nonprofit startup
    """.split()
)
"""What an organisation is called after its name was told."""
_LAWMAKERS = frozenset("lawmaker legislator senator representative senador diputado".split())
"""Who is called a lawmaker."""
_UNNAMED = frozenset("police government military army polizei regierung policía".split())
"""What has no other name."""
_MOST_BEFORE_GROUP = 60
"""Words looked back for which group spoke last."""
_PARTISANS = frozenset(("republicans", "democrats"))
"""Of whom some said it, and no text says who."""
_NEAR_BEARER = 400
"""Characters before "the senator" in which two are named, so that either may be meant."""
_POSSESSIVE_GENDERS: dict[str, Gender] = {"his": "male", "her": "female"}


class Resolver:
    """Resolves references of one article in the order of the text."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._spoken: list[Spoken] = []

    def resolve(self, reference: Reference) -> Speaker:
        """Return who a reference stands for; unresolved where the text does not say."""
        speaker, name = self._find(reference)
        self._spoken.append(Spoken(reference.first, speaker, name))
        return speaker

    def _find(self, one: Reference) -> tuple[Speaker, Name | None]:
        narration = self._narration
        span = narration.span(one.first, one.last)
        words = narration.text[span.start : span.end]
        if one.is_possessive:
            words = words.removesuffix("'s").removesuffix("’s")
        name = one.name
        if one.kind == "pronoun":
            gender = narration.words.pronouns.get(one.head) or _POSSESSIVE_GENDERS.get(one.head)
            if one.head == SILENT:
                gender = ""
            if gender is None:
                return self._follow(one), None
            name = find_person(narration, self._spoken, one.first, gender)
        elif one.kind == "noun":
            author = find_author(self._narration, one) if one.head in OF_SPEECH else None
            if author is not None and author.head not in OF_SPEECH:
                return self._find(author)
            issued = (
                find_issuer(self._narration, one, self._spoken)
                if author is None and one.head in OF_SPEECH
                else None
            )
            if issued is not None:
                return issued.speaker._replace(span=issued.speaker.span and span), issued.name
            name = self._find_bearer(one)
            if name is None:
                return self._name_noun(one, words), None
        if name is None or name.name.lower().split()[-1] in _PARTISANS:
            return UNRESOLVED, None
        return Speaker(_tell_kind(name), self._name_office(one) or name.name, span), name

    def _name_office(self, one: Reference) -> str:
        """Return the words of a name that is one head word, with whose it is: "Mayor's Office"."""
        narration = self._narration
        if one.kind != "name" or one.last - one.first > 1 or one.head not in HEADS:
            return ""
        start = one.first
        while start and narration.gap(start) in (" ", ".", ". ") and self._has_capital(start - 1):
            start -= 1
        is_owned = start < one.first and narration.keys[one.first - 1].endswith("'s")
        return (
            narration.text[narration.starts[start] : narration.ends[one.first]] if is_owned else ""
        )

    def _has_capital(self, index: int) -> bool:
        return self._narration.text[self._narration.starts[index]].isupper()

    def _name_noun(self, one: Reference, words: str) -> Speaker:
        span = self._narration.span(one.first, one.last)
        if self._narration.keys[one.first] in self._narration.words.definite:
            words = words.partition(" ")[2] or words
        if one.head in VERSIONS:
            words = find_document(self._narration, one) or words
        if one.head in ORGANISATIONS:
            is_known = one.head in _UNNAMED or one.possessor is not None
            if is_known or self._narration.list_named(one.first, one.last):
                return Speaker("organisation", words, span)
            return UNRESOLVED
        if one.head in PERSONAL and one.possessor is None:
            return UNRESOLVED
        if one.head in DOCUMENTS or one.head in OF_SPEECH:
            return Speaker("document", words, span)
        has_name = one.head in ROLES and one.head not in _NAMELESS
        is_crowd = one.head in _CROWDS
        if one.possessor is not None:
            return Speaker("anonymous", words, span)
        if one.is_definite and (has_name or not self._was_introduced(one)) and not is_crowd:
            return UNRESOLVED
        if one.head in ROLES and self._is_held_by_name(one):
            return UNRESOLVED
        return Speaker("anonymous", words, span)

    def _is_held_by_name(self, one: Reference) -> bool:
        """Tell whether a person with a name has the role, so that "a spokesman" may be that one."""
        if self._is_described(one) or self._narration.list_named(one.first, one.last):
            return False  # "a spokesman for the bank"
        role = name_role(one.head)
        return any(held.head == role for name in self._narration.names for held in name.roles)

    def _was_introduced(self, one: Reference) -> bool:
        """Tell whether "the aide" was "an aide" before: somebody that the text does not name."""
        keys, definite = self._narration.keys, self._narration.words.definite
        return any(
            keys[index] == one.head and definite.isdisjoint(keys[max(0, index - 2) : index])
            for index in range(one.first)
        )

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
        roles = _LAWMAKERS if role == "lawmaker" else {role}
        at = narration.starts[one.first]
        bearers = [
            name
            for name in narration.names
            if name.kind == "person"
            and fits(name, gender)
            and any(held.head in roles and held.span.start < at for held in name.roles)
        ]
        before = [
            (mention.span.start, place)
            for place, name in enumerate(bearers)
            for mention in name.mentions
            if mention.span.start < at
        ]
        if before:
            near = {place for start, place in before if start > at - _NEAR_BEARER}
            return bearers[max(before)[1]] if len(near) < 2 else self._find_last_of(bearers)
        if self._is_described(one) or one.head not in ROLES:
            return None
        return self._find_last_speaker(one)

    def _find_last_of(self, bearers: Sequence[Name]) -> Name | None:
        """Return which of several persons spoke last, if any did."""
        spoken = (one.name for one in reversed(self._spoken) if one.name in bearers)
        return next(spoken, None)

    def _is_described(self, one: Reference) -> bool:
        """Tell whether words behind a noun say who is meant: "the mayor of the next town"."""
        behind = self._narration.keys[one.last : one.last + 1]
        is_parted = one.last < len(self._narration.keys) and self._narration.is_parted(one.last)
        return not is_parted and not self._narration.words.prepositions.isdisjoint(behind)

    def _find_last_speaker(self, one: Reference) -> Name | None:
        """Return who spoke in the sentence before, if a role without a bearer may be his."""
        first = self._narration.sentence_of(one.first)
        if first == 0 or one.possessor is not None or one.head in _NAMELESS:
            return None
        before = self._narration.sentence_of(first - 1)
        gender = tell_title_gender(one.head)
        for at, speaker, name in reversed(self._spoken):
            if at < before:
                break
            if at < first and name is not None and speaker.kind == "person":
                return name if fits(name, gender) else None
        return None

    def _find_organisation(self, one: Reference) -> Name | None:
        """Return which organisation has the noun in its name, the one that was named last."""
        if one.possessor is not None:
            return None
        called = self._narration.called.get(one.head, [])
        index = bisect_left(called, one.first, key=lambda named: named.first)
        found = called[index - 1].name if index else None
        if found is not None or one.head not in _GENERIC:
            return found
        first = self._narration.sentence_of(one.first)
        for at, speaker, name in reversed(self._spoken):
            if one.first - at > _MOST_BEFORE_GROUP:
                break
            if speaker.kind == "organisation" and name is not None:
                return name
        if first < one.first:
            subject = self._find_named_subject(first, one.first)
            if subject is not None:
                return subject if _may_be_group(subject) else None
        before = self._find_named_subject(self._narration.sentence_of(first - 1), first)
        return before if before is not None and _may_be_group(before) else None

    def _find_named_subject(self, first: int, last: int) -> Name | None:
        """Return the first name of a sentence that no preposition governs, outside quotations."""
        if first >= last:
            return None
        for clause in read_clauses(self._narration, first, last):
            for other in clause.references:
                is_free = not (other.is_governed or other.is_possessive)
                if (
                    other.name is not None
                    and is_free
                    and not self._narration.is_quoted(other.first)
                ):
                    return other.name
        return None


def _may_be_group(name: Name) -> bool:
    return _tell_kind(name) == "organisation" and name.kind != "place"


def _tell_kind(name: Name) -> Literal["person", "organisation"]:
    if name.kind == "person":
        return "person"
    words = name.name.lower().split()
    is_of_place = any(word in PLACES or word in ADJECTIVES for word in words)
    return (
        "person" if name.kind == "other" and len(words) > 1 and not is_of_place else "organisation"
    )
