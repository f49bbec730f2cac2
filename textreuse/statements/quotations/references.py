"""Who or what a clause speaks of: names, pronouns and nouns that may stand for a speaker."""

from __future__ import annotations

from functools import lru_cache

from textreuse.statements.names.organisations import ADJECTIVES, TIMES
from textreuse.statements.names.titles import ROLES
from textreuse.statements.quotations.clause import Clause, Reference
from textreuse.statements.quotations.narration import Named, Narration
from textreuse.statements.quotations.speaker_words import (
    ANONYMOUS,
    AUDIENCES,
    DOCUMENTS,
    OF_SPEECH,
    ORGANISATIONS,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    list_speaker_words,
)
from textreuse.statements.quotations.speech_verbs import list_speech_verbs

_SEVERAL = frozenset(f"{role}s" for role in ROLES)
NOUNS = ANONYMOUS | DOCUMENTS | OF_SPEECH | ORGANISATIONS | ROLES | _SEVERAL
_AND = frozenset("and und et y".split())
INDEFINITE = frozenset("a an ein eine einer un une uno una some another".split())
_QUANTIFIERS = frozenset("another one some many most several few two three all others".split())
_AFTER_QUANTIFIER = frozenset("of who have had has also even are were is was".split())
"""What follows one of those that stand for somebody by themselves, beside verbs of saying."""


def read_clauses(narration: Narration, first: int, last: int) -> tuple[Clause, ...]:
    """Cut the words `first:last` into clauses, with what each speaks of, in order."""
    known = narration.clauses.get((first, last))
    if known is None:
        known = narration.clauses[first, last] = tuple(_Reader(narration, first, last).read())
    return known


@lru_cache(maxsize=16)
def _list_telling(language: str | None) -> frozenset[str]:
    """Return the words that tell a clause anything; most do not."""
    words = list_speaker_words(language)
    return (
        words.clause_words
        | words.prepositions
        | words.definite
        | words.pronouns.keys()
        | list_speech_verbs(language).every
        | INDEFINITE
        | NOUNS
        | PLURAL_PRONOUNS
        | POSSESSIVES
        | TIMES
        | AUDIENCES
    ) - words.no_nouns


class _Reader:
    """Walks over the words once."""

    def __init__(self, narration: Narration, first: int, last: int) -> None:
        self._narration, self._first, self._last = narration, first, last
        self._clauses = [Clause("", first, first)]
        self._governed = False
        self._definite = self._indefinite = self._is_object = False
        self._phrase: int | None = None
        """Where a phrase began that has no noun yet."""
        self._possessor: Reference | None = None

    def read(self) -> list[Clause]:
        narration = self._narration
        keys, telling = narration.keys, _list_telling(narration.language)
        index = self._first
        while index < self._last:
            if index > self._first and narration.is_parted(index):
                self._begin(",", index)
            named = narration.named_at.get(index)
            if named is not None and named.last <= self._last:
                self._take_name(named)
                index = named.last
            else:
                word = keys[index]
                if word in telling or word[-2:] == "ed" or not word.isalpha():
                    self._take_word(index)
                index += 1
            self._clauses[-1].last = index
        return self._clauses

    def _begin(self, opener: str, index: int) -> None:
        self._clauses.append(Clause(opener, index, index))
        self._governed = self._is_object = False
        self._forget()

    def _forget(self) -> None:
        self._definite = self._indefinite = False
        self._phrase = None
        self._possessor = None

    def _take_name(self, named: Named) -> None:
        last = named.last - 1
        if named.name.kind != "person" and self._narration.keys[last] in ADJECTIVES:
            # "the New York Democrat"
            if self._narration.keys[last] in ROLES:
                self._take_noun(last)
            return
        is_one_word = named.name.kind == "other" and named.last - named.first == 1
        if is_one_word and self._narration.keys[last] in NOUNS:
            self._take_noun(last)  # "Critics said"
            return
        self._add(
            Reference(
                "name",
                named.first,
                named.last,
                self._narration.keys[named.last - 1],
                named.name,
                is_definite=True,
                is_governed=self._governed,
                is_possessive=named.mention.is_possessive,
                is_in_phrase=self._phrase is not None
                and named.first - self._phrase <= _MOST_IN_PHRASE,
                is_object=self._is_object,
            )
        )
        self._forget()

    def _take_word(self, index: int) -> None:
        narration = self._narration
        word, words = narration.keys[index], narration.words
        base = word.partition("'")[0]
        if word in _AND and self._phrase is not None:
            return  # "the old and tired pilot"
        if word in words.clause_words:
            self._begin(word, index)
        elif word in words.prepositions:
            self._take_preposition(index)
        elif word[:1].isdigit() or word in TIMES or word in AUDIENCES or self._is_past(index):
            self._governed = False
        elif word in POSSESSIVES and index + 1 < self._last and not self._ends_here(index):
            self._possessor = Reference("pronoun", index, index + 1, word)
            self._phrase = index
        elif word in words.definite or (word in INDEFINITE and not self._stands_alone(index)):
            self._definite, self._indefinite = word in words.definite, word in INDEFINITE
            self._phrase = index
        elif base in words.pronouns or base in PLURAL_PRONOUNS:
            self._take_pronoun(index, base)
        elif base in NOUNS:
            self._take_noun_or_quantifier(index)
        elif word in narration.verbs.every:
            self._governed = False
            self._is_object = True
            self._forget()

    def _take_preposition(self, index: int) -> None:
        if self._narration.keys[index : index + 2] != _OF_STAFF:  # "chief of staff Ann Lee"
            self._governed = True
            self._forget()

    def _is_past(self, index: int) -> bool:
        """Tell whether a word that is no verb of saying looks like one of another meaning."""
        keys, words = self._narration.keys, self._narration.words
        if not self._narration.is_english or not keys[index].endswith("ed"):
            return False
        if keys[index] in self._narration.verbs.every:
            return False
        before = keys[index - 1] if index > self._first else ""
        return before not in words.prepositions and before not in words.definite | INDEFINITE

    def _take_pronoun(self, index: int, word: str) -> None:
        governed, is_object = self._governed, self._is_object
        self._add(
            Reference("pronoun", index, index + 1, word, is_governed=governed, is_object=is_object)
        )
        self._forget()

    def _ends_here(self, index: int) -> bool:
        """Tell whether "her" is no possessive: nothing follows that she could have."""
        following = self._narration.keys[index + 1]
        return self._narration.is_parted(index + 1) or (
            following in self._narration.words.prepositions
        )

    def _take_noun_or_quantifier(self, index: int) -> None:
        narration = self._narration
        if narration.text[narration.ends[index] : narration.ends[index] + 1] == "-":
            return  # "party-backed"
        if narration.keys[index] not in _QUANTIFIERS or self._stands_alone(index):
            self._take_noun(index)
        elif self._phrase is None:
            self._phrase = index  # "one source", "many owners"

    def _stands_alone(self, index: int) -> bool:
        """Tell whether a quantifier is somebody by itself: "Some have said", no "some pilots"."""
        if self._narration.keys[index] not in _QUANTIFIERS:
            return False
        if index + 1 == self._last:
            return True
        following = self._narration.keys[index + 1]
        return following in _AFTER_QUANTIFIER or following in self._narration.verbs.every

    def _take_noun(self, index: int) -> None:
        word = self._narration.keys[index]
        head = word.removesuffix("'s").removesuffix("'")
        self._add(
            Reference(
                "noun",
                index if self._phrase is None else self._phrase,
                index + 1,
                head,
                is_definite=(self._definite or self._possessor is not None)
                and not self._indefinite,
                possessor=self._possessor,
                is_governed=self._governed,
                is_possessive=word != head,
                is_object=self._is_object,
            )
        )
        self._phrase = None

    def _add(self, one: Reference) -> None:
        """Add a reference; the one right before it only tells more of the same, or who has it."""
        references = self._clauses[-1].references
        before = references[-1] if references else None
        if before is None or one.kind == "pronoun" or not self._touches(before, one):
            references.append(one)
            # A preposition has its noun: "In an interview the senator said".
            self._governed = False
            return
        possessor = before if before.is_possessive else before.possessor
        references[-1] = Reference(
            one.kind,
            before.first if not before.is_possessive or one.kind == "noun" else one.first,
            one.last,
            one.head,
            one.name,
            one.is_definite or self._is_definite(before),
            possessor if one.kind == "noun" else None,
            before.is_governed,
            one.is_possessive,
            is_object=before.is_object,
        )

    def _is_definite(self, before: Reference) -> bool:
        """Tell whether what begins a phrase makes it definite; "the" or an 's do before a noun."""
        if before.kind != "name" or before.is_possessive:
            return before.is_definite
        keys, definite = self._narration.keys, self._narration.words.definite
        start = max(self._first, before.first - _MOST_IN_PHRASE)
        return not definite.isdisjoint(keys[start : before.first])

    def _touches(self, before: Reference, one: Reference) -> bool:
        """Tell whether nothing but small words stand between two references of one phrase."""
        if before.kind == "pronoun":
            return False
        between = self._narration.keys[before.last : max(before.last, one.first)]
        small = self._narration.words
        if before.is_possessive:
            return len(between) <= _MOST_ADJECTIVES and not any(
                word in small.prepositions or word in self._narration.verbs.plain
                for word in between
            )
        following = self._narration.keys[one.first]
        is_new = following in small.definite or following in INDEFINITE or following in POSSESSIVES
        if before.kind == "name" and before.name is not None and before.name.kind != "person":
            # "the Senate minority leader"
            is_phrase = one.kind == "noun" and (
                (before.is_in_phrase and len(between) <= 1) or _OFFICE_WORDS.issuperset(between)
            )
            return not is_new and (is_phrase or not between)
        return (not between or between == _OF_STAFF) and not is_new


_OF_STAFF = ["of", "staff"]
_OFFICE_WORDS = frozenset(
    """
    press co deputy chief senior national campaign general policy security communications media
    legal political financial former acting executive vice assistant economic foreign budget staff
    """.split()
)
"""What stands between an organisation and an office: "White House press secretary"."""
_MOST_IN_PHRASE = 3
"""Words from "a" or "the" to a name: "a smiling Ann Lee"."""
_MOST_ADJECTIVES = 4
"""Words between a possessive and its noun."""
