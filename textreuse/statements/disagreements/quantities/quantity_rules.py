"""Rules of quantities: which are of one thing, which agree, and how gravely they differ."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from textreuse.statements.disagreements.contexts import Likeness
from textreuse.statements.disagreements.finding import Grade
from textreuse.statements.disagreements.quantities.closeness import (
    ABOUT_AS_LONG,
    are_bound_alike,
    are_near,
    are_stretches,
    count_days,
    is_vaguer,
    may_be_one,
)
from textreuse.statements.disagreements.quantities.measure_words import (
    CURRENCIES,
    DAYS,
    LASTING,
    LENGTHS,
    NOT_DESCRIBING,
    OF,
    RISING,
)
from textreuse.statements.disagreements.quantities.quantity import Quantity
from textreuse.statements.disagreements.value_rules import ValueRules
from textreuse.text.corpus import Corpus

_ANY = 5.5, 0.3
"""Score and share of contexts that are enough: two rare words, a third of what there is."""
_NEAREST = 8.0, 0.22
"""What is enough where two of the same words stand right by both."""
_LIKE = 5.5, 0.2
"""What is enough where one may be the other, told less exactly."""
_NOUNS = 4.0, 0.18
"""What is enough where two words of what is counted are the same: "48-page indictment"."""
_JOINED = 2.0, 0.0
"""What is enough of two measures that describe the same: "a two-year inquiry"."""
_MEASURED = 2.5, 0.45
"""What is enough of two measures of like size where one of these words stands right by both."""
_FATE = 4.0, 0.2
"""What is enough where it became the same of those who are counted."""
_MOST_YEARS = 5
"""Between two ages of one person; more are told of other times of a life."""
_REWORDED = 4.0
"""Score of contexts in a paraphrase, which says by itself that it is of the same."""
_FAR = 5.5, 0.5
"""What is needed of numbers of unlike size, and of what is counted from another time."""
_COUNTS = frozenset({"", "age of anyone", "others"})
"""Units of numbers that are nothing without what they count."""
_CURRENCIES = frozenset(CURRENCIES.values())
_FAR_BEHIND, _LEAST_LETTERS = 6, 4
"""Words behind a number among which it may say of what it is, and letters of those that say it."""
_FROM = "from"
"""Between a distance and the place that it is told from."""
_RARE = 10
"""From which number on the same one is the same thing, whatever it counts."""


class QuantityRules(ValueRules[Quantity]):
    """What is asked of two quantities, of articles that were published at these times."""

    def __init__(self, corpus: Corpus, published: tuple[str | None, str | None]) -> None:
        self._corpus, self._published = corpus, published

    def list_sorts(self, value: Quantity) -> Iterator[Hashable]:
        """Yield its unit, and of what is only counted what that is."""
        if value.unit in _COUNTS:
            for noun in value.nouns:
                yield value.unit, noun
            for fate in value.fates:
                yield value.unit, fate
        else:
            yield value.unit
            if value.unit in DAYS:
                for noun in value.nouns:
                    yield "lasting", noun

    def list_links(self, value: Quantity) -> Iterator[Hashable]:
        """Yield the number itself, and of an age whose it is."""
        yield "number", value.unit, value.told
        if self._is_joined(value):
            for noun in value.nouns:
                yield "joined", noun
        if value.unit == "age":
            for noun in value.nouns:
                yield "age", noun

    def are_comparable(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether they measure or count the same sort of thing."""
        if ours.unit != theirs.unit:
            return are_stretches(ours, theirs) and self._name_one(ours, theirs)
        if ours.fates and theirs.fates and not ours.fates & theirs.fates:
            return False
        if ours.unit == "age":
            if abs(ours.low - theirs.low) > _MOST_YEARS:
                return False
            return _are_of_one_owner(ours, theirs)
        if ours.unit in _COUNTS:
            if ours.told == theirs.told and (
                ours.low >= _RARE or not (ours.nouns and theirs.nouns)
            ):
                return True
            return bool(ours.nouns & theirs.nouns or ours.fates & theirs.fates)
        if ours.unit in NOT_DESCRIBING or not (ours.nouns and theirs.nouns):
            return True
        return ours.told == theirs.told or bool(ours.nouns & theirs.nouns)

    def agree(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether they say the same number, one of them roughly maybe."""
        if are_stretches(ours, theirs):
            mine, yours = (count_days(one)[0] for one in (ours, theirs))
            return mine <= yours * ABOUT_AS_LONG and yours <= mine * ABOUT_AS_LONG
        return ours.told == theirs.told and ours.unit == theirs.unit

    def may_stand_for(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether they are comparable, or count what stands elsewhere, or that there is none.

        The same sum of two currencies is as well; another one may be converted.
        """
        if self.are_comparable(ours, theirs):
            return not self._are_from_two_places(ours, theirs)
        if ours.unit != theirs.unit:
            are_sums = {ours.unit, theirs.unit} <= _CURRENCIES
            if are_sums and ours.told == theirs.told:
                return True
            # "four days" before something else, or until then, in the same place.
            plain, other = (one.unit.removesuffix(" away") for one in (ours, theirs))
            return are_stretches(ours, theirs) or (plain == other and ours.told != theirs.told)
        if ours.unit == "age":
            return _are_of_one_owner(ours, theirs)
        is_bare = not (ours.nouns or theirs.nouns) and "vague" not in (
            ours.precision,
            theirs.precision,
        )
        return not ours.unit and (is_bare or 0 in (ours.low, theirs.low))

    def are_of_one_thing(self, ours: Quantity, theirs: Quantity, likeness: Likeness) -> bool:
        """Tell whether the words around them say that they are values of the same thing."""
        if self._are_of_two(ours, theirs):
            return False
        if ours.unit == "age":
            return True
        if ours.unit.endswith((" away", " anyone")) or not are_near(ours, theirs):
            return likeness.score >= _FAR[0] and likeness.share >= _FAR[1]
        asked = [_ANY]
        if self._name_one(ours, theirs) and self._is_joined(ours) and self._is_joined(theirs):
            asked.append(_JOINED)
        if likeness.nearest > 1:
            asked.append(_NEAREST)
        if ours.unit in _COUNTS and likeness.nearest and ours.fates & theirs.fates:
            asked.append(_FATE)
        if may_be_one(ours, theirs):
            asked.append(_LIKE)
        if len(ours.nouns & theirs.nouns) > 1:
            asked.append(_NOUNS)
        if ours.unit and likeness.nearest:
            asked.append(_MEASURED)
        return any(likeness.score >= score and likeness.share >= share for score, share in asked)

    def are_of_one_paraphrase(
        self, ours: Quantity, theirs: Quantity, likeness: Likeness, *, alone: bool
    ) -> bool:
        """Tell whether they count the same, or a word right by both is the same."""
        del alone
        if likeness.score < _REWORDED or self._are_of_two(ours, theirs):
            return False
        if "vague" in (ours.precision, theirs.precision) or not are_near(ours, theirs):
            return False
        return not ours.nouns.isdisjoint(theirs.nouns) or likeness.nearest > 0

    def are_of_one_frame(self, ours: Quantity, theirs: Quantity, likeness: Likeness) -> bool:
        """Tell whether the words around them have something in common, and count from one place."""
        return (
            likeness.score >= _REWORDED
            and not self._are_of_two(ours, theirs)
            and ours.bound == theirs.bound
        )

    def grade(self, ours: Quantity, theirs: Quantity) -> Grade | None:
        """Return how gravely two quantities of one thing differ; None where they say the same."""
        if self.agree(ours, theirs):
            return None
        if ours.unit != theirs.unit and not are_stretches(ours, theirs):
            return Grade("conflict")
        if are_bound_alike(ours, theirs):
            return Grade("conflict")
        if may_be_one(ours, theirs):
            return Grade("precision", int(is_vaguer(ours, theirs)))
        is_told_in_days = ours.unit in DAYS and theirs.unit in DAYS
        is_vague = [one.precision == "vague" for one in (ours, theirs)]
        if is_vague[0] != is_vague[1] and not is_told_in_days:
            return None
        if ours.fates and theirs.fates:
            later = self._find_later(ours, theirs)
            if later is not None:
                return Grade("later", later)
            if any(self._is_rising(one) for one in (ours, theirs)):
                return Grade("later")
        return Grade("conflict")

    def _are_of_two(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether two numbers count two things, whatever the words around them are."""
        if 1 in (ours.low, theirs.low) and not ours.unit:
            return True
        if self._are_from_two_places(ours, theirs):
            return True
        # A "12-nation pact with 11 nations": one of them tells of itself.
        is_next = ours.unit != "age" and abs(ours.low - theirs.low) == 1
        return is_next and self._is_joined(ours) != self._is_joined(theirs)

    def _are_from_two_places(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether two distances are told from two places: "three miles from Orrin"."""
        if ours.unit not in LENGTHS:
            return False
        origins = []
        for one in (ours, theirs):
            article = one.span.article
            row, last = self._corpus.words[article], one.at[1] - self._corpus.first[article]
            keys = row.keys[last : last + _FAR_BEHIND]
            if _FROM in keys:
                origins.append(keys[keys.index(_FROM) + 1 :][:1])
        return len(origins) > 1 and origins[0] != origins[1]

    def _name_one(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether half of what the one names is named by the other: "a two-year tax inquiry".

        And if both say of what, that as well.
        """
        common = len(ours.nouns & theirs.nouns)
        if not common or 2 * common < min(len(ours.nouns), len(theirs.nouns)):
            return False
        mine, yours = self._read_of(ours), self._read_of(theirs)
        return not (mine and yours) or not mine.isdisjoint(yours)

    def _read_of(self, quantity: Quantity) -> frozenset[str]:
        """Return the words behind an "of" that follows what is named, if one does."""
        article = quantity.span.article
        row, last = self._corpus.words[article], quantity.at[1] - self._corpus.first[article]
        keys = row.keys[last : last + _FAR_BEHIND]
        at = next((at for at, key in enumerate(keys) if key in OF), len(keys))
        return frozenset(key for key in keys[at + 1 :] if len(key) >= _LEAST_LETTERS)

    def _is_joined(self, quantity: Quantity) -> bool:
        """Tell whether a number is part of an adjective: "12-nation", "monthslong"."""
        text, (article, _, end) = self._corpus.texts[quantity.span.article], quantity.span
        base = self._corpus.first[article]
        last = self._corpus.words[article].keys[quantity.at[1] - base - 1]
        return last in LASTING or text[end : end + 1] in ("-", "\u2011")

    def _find_later(self, ours: Quantity, theirs: Quantity) -> int | None:
        """Return which of two figures of victims the later article has, if it is the higher."""
        mine, yours = self._published
        if mine is None or yours is None or mine[: len(yours)] == yours[: len(mine)]:
            return None
        later = int(yours > mine)
        return later if (theirs.low > ours.high) == bool(later) else None

    def _is_rising(self, quantity: Quantity) -> bool:
        """Tell whether the sentence says that the figure was still going up."""
        corpus, article = self._corpus, quantity.span.article
        base = corpus.first[article]
        first, last = corpus.sentence(quantity.at[0])
        keys = corpus.words[article].keys[first - base : last - base]
        return not RISING.isdisjoint(keys)


def _are_of_one_owner(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether two ages may be one person's: "Ann Lee", "Lee", but not "Tom Lee"."""
    return ours.nouns <= theirs.nouns or theirs.nouns <= ours.nouns
