"""Find the quantities of a text: numbers in figures and words, and what they measure or count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.paraphrase.tf_isf import Units
from textreuse.statements.disagreements.quantities.measure_words import (
    LASTING,
    OTHERS,
    TIMES,
)
from textreuse.statements.disagreements.quantities.number_words import list_number_words
from textreuse.statements.disagreements.quantities.numbering import (
    is_date_or_clock,
    is_numbering,
    is_part_of_code,
    is_year,
)
from textreuse.statements.disagreements.quantities.quantity import Bound, Precision, Quantity
from textreuse.statements.disagreements.quantities.read_counted import CountedReader
from textreuse.statements.disagreements.quantities.read_number import Number, read_number, read_word
from textreuse.statements.disagreements.quantities.read_share import (
    ARTICLES,
    NOTHING,
    PARTS,
    count_links,
    count_nothing,
    read_one_in,
    read_part,
)
from textreuse.statements.disagreements.quantities.read_unit import read_unit
from textreuse.text.corpus import Position
from textreuse.text.language import have_nouns_capitals
from textreuse.text.spans import Span

_DASH = re.compile(r"[ \u00a0]?[-\u2010-\u2015][ \u00a0]?")
_SPACE = re.compile(r"[-\u2010\u2011]?\s|[-\u2010\u2011]")
_TO = frozenset({"to", "bis", "à", "a"})
_AND = frozenset({"and", "und", "et", "y"})
_BETWEEN = frozenset({"between", "zwischen", "entre"})
_SEVERAL = 2.0, 11.0
"""What months are at least and at most where it lasted for months."""
_OTHERS = NOTHING | LASTING.keys()
"""What numbers begin with that are no number words."""
_NO_BOUND: Bound = ""
_ABOUT, _BOUND, _SHARE = 1.3, 2.0, 1.06
"""How many times its figure "about", "at least" and "a third" may mean."""


class _Told(NamedTuple):
    """The number, or both numbers of a range, in the words up to `last`."""

    low: float
    high: float
    step: float
    last: int
    is_score: bool = False
    is_share: bool = False


def find_quantities(units: Units, article: int) -> list[Quantity]:
    """Return the quantities of an article, by place; dates, clocks and mere numbering are none."""
    found = list(_Reader(units, article).read())
    ages = [one for one in found if one.unit == "age"]
    return [_drop_owner(one, ages) if one.unit == "age" else one for one in found]


class _Reader:
    """Reads the quantities of one article."""

    def __init__(self, units: Units, article: int) -> None:
        corpus = units.corpus
        self._language = language = corpus.languages[article]
        self._units, self._article = units, article
        self._text, self._row = corpus.texts[article], corpus.words[article]
        self._base = corpus.first[article]
        self._known = known = list_number_words(language)
        self._counted = CountedReader(units, article)
        self._nouns_have_capitals = have_nouns_capitals(language)
        starters = known.starters
        self._parts = PARTS.get(language or "", {})
        self._numeric = frozenset(
            key
            for key in self._row.counts
            if key[0].isdigit() or key in starters or read_word(key, known) is not None
        )
        self._begins = self._numeric | (self._row.counts.keys() & (self._parts.keys() | _OTHERS))

    def read(self) -> Iterator[Quantity]:
        """Yield the quantities, by place."""
        if not self._begins:
            return
        begins, after = self._begins, 0
        for index in [index for index, key in enumerate(self._row.keys) if key in begins]:
            if index < after:
                continue
            first, number = self._read_at(index)
            if number is not None:
                after = number.last
                found = self._measure(first, number)
                if found is not None:
                    after = max(after, found.at[1] - self._base)
                    yield found

    def _read_at(self, index: int) -> tuple[int, Number | None]:
        """Return the number that begins with, or of a share ends with, a word, and its first."""
        row = self._row
        if row.keys[index] in self._parts:
            return self._read_part(index)
        if row.keys[index] in NOTHING:
            count = count_nothing(row, index)
            none = Number(index + count, 0.0, 0.0, 1.0, is_vague=False, in_figures=False)
            return index, none if count else None
        if row.keys[index] in LASTING:
            return index, Number(index + 1, *_SEVERAL, 1.0, is_vague=True, in_figures=False)
        number = self._read(index)
        is_of_parts = (
            number is not None
            and number.last < len(row)
            and row.keys[number.last] in self._parts
            and self._read_part(number.last)[1] is not None
        )
        return index, None if is_of_parts else number

    def _read_part(self, index: int) -> tuple[int, Number | None]:
        row = self._row
        before = self._read(index - 1) if index and row.keys[index - 1] in self._numeric else None
        share = read_part(row, index, before and before.low, self._parts[row.keys[index]])
        if share is None:
            return index, None
        is_alone = index == 0 or (before is None and row.keys[index - 1] not in ARTICLES)
        first = index if is_alone else index - 1
        return first, Number(index + 1, share, share, 1.0, False, False, is_share=True)

    def _read(self, index: int) -> Number | None:
        return read_number(self._text, self._row, index, self._known)

    def _measure(self, first: int, number: Number) -> Quantity | None:
        if self._counts_nothing(first, number):
            return None
        text, row = self._text, self._row
        told = self._read_range(first, number)
        start, factor = self._read_before(first, number)
        unit, start, end, last = read_unit(text, row, start, first, told.last)
        if told.is_score or told.is_share:
            unit = "percent" if told.is_share else "score"
        low, high = told.low * factor, told.high * factor
        if number.in_figures and not unit and is_year(text[row.starts[first] : row.ends[first]]):
            return None
        owner = self._counted.read_owner(first, last) if unit == "age" else frozenset[int]()
        nouns, generic = (owner, False) if owner else self._counted.read_nouns(last, unit)
        unit = "age of anyone" if unit == "age" and not owner else unit
        around = (*row.keys[max(0, first - 1) : first], *row.keys[last : last + 1])
        if not OTHERS.isdisjoint(around):
            unit = f"{unit} away" if unit in TIMES else unit or "others"
        fates = self._counted.read_fates(first, last, self._numeric)
        if low == high == 1 and not (unit or nouns or fates):
            return None
        begin, bound = (first, _NO_BOUND) if number.is_vague else self._read_bound(first)
        precision: Precision = "vague" if number.is_vague else "exact"
        at = Position(self._base + first), Position(self._base + last)
        return Quantity(
            Span(self._article, start, end),
            at,
            (low, high),
            *_widen(low, high, bound, is_share=told.is_share),
            told.step * factor,
            "about" if bound else precision,
            unit,
            nouns,
            generic,
            fates,
            bound,
            Span(self._article, min(start, row.starts[begin]), end),
        )

    def _counts_nothing(self, first: int, number: Number) -> bool:
        text, row, last = self._text, self._row, number.last
        if is_date_or_clock(text, row, first, last):
            return True
        if not number.in_figures:
            return False
        return is_part_of_code(text, row, first, last) or is_numbering(
            text, row, first, last, after_name=self._is_name(first - 1)
        )

    def _is_name(self, index: int) -> bool:
        if index < 0 or self._nouns_have_capitals:
            return False
        position = Position(self._base + index)
        is_first = self._units.corpus.sentence(position)[0] == position
        return self._text[self._row.starts[index]].isupper() and not is_first

    def _read_range(self, first: int, number: Number) -> _Told:
        """Return a number, or it and what it is joined to: a range, or a score of two."""
        is_share = number.is_share
        alone = _Told(number.low, number.high, number.step, number.last, is_share=is_share)
        row, end = self._row, number.last
        if number.is_vague or is_share or end >= len(row):
            return alone
        one_in = self._read_one_in(number)
        if one_in is not None:
            return one_in
        is_between = first > 0 and row.keys[first - 1] in _BETWEEN
        linked = row.keys[end] in _TO or (is_between and row.keys[end] in _AND)
        last = end + linked
        if last >= len(row) or row.keys[last] not in self._numeric:
            return alone
        gaps = (self._text[row.ends[at - 1] : row.starts[at]] for at in range(end, last + 1))
        if not all(_SPACE.fullmatch(gap) if linked else _DASH.fullmatch(gap) for gap in gaps):
            return alone
        upper = self._read(last)
        if upper is None:
            return alone
        if upper.low < number.low:
            return _Told(upper.low, number.high, number.step, upper.last, is_score=True)
        # "1 to 2 million"
        scale = upper.step if number.low < upper.step <= upper.low else 1.0
        return _Told(number.low * scale, upper.high, upper.step, upper.last)

    def _read_one_in(self, number: Number) -> _Told | None:
        """Return the share that is told as so many of so many: "one in five"."""
        row, end = self._row, number.last
        last = end + count_links(row, end, number.low)
        if last == end or last >= len(row) or row.keys[last] not in self._numeric:
            return None
        whole = self._read(last)
        share = read_one_in(number.low, whole.low) if whole else None
        if whole is None or share is None:
            return None
        return _Told(share, share, 1.0, whole.last, is_share=True)

    def _read_before(self, first: int, number: Number) -> tuple[int, float]:
        """Return where the number begins with the words before it, and what they make of it."""
        row = self._row
        if first > 1 and row.keys[first - 2 : first] == ["half", "a"]:
            return row.starts[first - 2], 0.5
        with_several = number.is_vague and first and row.keys[first - 1] in self._known.several
        return row.starts[first - 1 if with_several else first], 1.0

    def _read_bound(self, first: int) -> tuple[int, Bound]:
        """Return where the words before the number begin that bound it, and what they make of it.

        Where there are none, the number itself.
        """
        for size in (3, 2, 1):
            words = tuple(self._row.keys[max(0, first - size) : first])
            if len(words) == size and words in self._known.compared:
                return first - size, self._known.compared[words]
        return first, _NO_BOUND


def _drop_owner(age: Quantity, ages: Sequence[Quantity]) -> Quantity:
    """Return an age as anyone's where the text gives another one to somebody of that name."""
    is_shared = any(
        age.told != other.told and (age.nouns <= other.nouns or other.nouns <= age.nouns)
        for other in ages
    )
    return age._replace(unit="age of anyone") if is_shared else age


def _widen(low: float, high: float, bound: Bound, *, is_share: bool) -> tuple[float, float]:
    """Return what the words that bound a number make of it; a share in words is a round one."""
    match bound:
        case "about":
            return low / _ABOUT, high * _ABOUT
        case "at least" | "more than":
            return low, high * _BOUND
        case "at most" | "less than":
            return low / _BOUND, high
        case "":
            return (low / _SHARE, high * _SHARE) if is_share else (low, high)
