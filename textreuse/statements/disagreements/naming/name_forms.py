"""Find people and organisations whose names one article gives more fully than another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.names.name import Mention, Name, NameKind
from textreuse.statements.names.spelling import strip_word
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span

_LATER_PARTS = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_FEWEST = 3
"""Words of a short name of an organisation: "Tea Party" begins the names of many."""


class _Form(NamedTuple):
    """The fullest form in which an article names somebody."""

    mention: Mention
    words: tuple[str, ...]
    """Folded, without accents and points: those before the last name, or all of another name."""
    last: str
    """The last name; empty of an organisation."""
    suffix: str

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(len, (*self.words, self.last, self.suffix)))


class NameForms(NamedTuple):
    """Whom an article names, each in the fullest form that it has."""

    people: list[_Form]
    organisations: list[_Form]


def list_name_forms(names: Sequence[Name]) -> NameForms:
    """Return the fullest forms of the people and organisations among the names of an article."""
    return NameForms(_list_forms(names, "person"), _list_forms(names, "organisation"))


def pair_name_forms(corpus: Corpus, ours: NameForms, theirs: NameForms) -> Iterator[Finding]:
    """Yield the names that are forms of one: "Ann Lee" and "Ann R. Lee", "Chris" and "Christopher".

    Nothing where either article has two names that the other's may be a form of; nor of nicknames
    that are other words, as Dick for Richard: whoever says so knows the name.
    """
    for one, two in _pair(ours.people, theirs.people):
        side = _find_fuller(one, two)
        if side is not None:
            yield _tell(corpus, one, two, side)
    for one, two in _pair_longer(ours.organisations, theirs.organisations):
        yield _tell(corpus, one, two, int(len(two.words) > len(one.words)))


def _pair_longer(ours: Sequence[_Form], theirs: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Yield those of which one begins with the other, and neither is the other article's too."""
    known = [{form.words for form in forms} for forms in (ours, theirs)]
    begins: dict[tuple[str, ...], list[_Form]] = {}
    for two in theirs:
        if two.words not in known[0]:
            begins.setdefault(two.words[:_FEWEST], []).append(two)
    for one in ours:
        if len(one.words) < _FEWEST or one.words in known[1]:
            continue
        for two in begins.get(one.words[:_FEWEST], ()):
            least = min(len(one.words), len(two.words))
            if one.words[:least] == two.words[:least]:
                yield one, two


def _list_forms(names: Sequence[Name], kind: NameKind) -> list[_Form]:
    found = []
    for name in names:
        if name.kind != kind:
            continue
        mentions = {mention.name: mention for mention in reversed(name.mentions)}
        forms = [_read(mention, kind) for mention in reversed(mentions.values())]
        fullest = max((form for form in forms if form.words), key=_measure, default=None)
        if fullest is not None:
            found.append(fullest)
    return found


def _measure(form: _Form) -> tuple[int, int]:
    return len(form.words) + bool(form.suffix), form.letters


def _read(mention: Mention, kind: NameKind) -> _Form:
    words = [word for part in mention.name.split() if (word := strip_word(part))]
    if kind != "person":
        return _Form(mention, tuple(words), "", "")
    suffix = words.pop() if len(words) > 2 and words[-1] in _LATER_PARTS else ""
    return _Form(mention, tuple(words[:-1]), words[-1] if words else "", suffix)


def _pair(ours: Sequence[_Form], theirs: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Yield those that may be one person's where each has no other."""
    by_last: dict[str, list[int]] = {}
    for number, two in enumerate(theirs):
        by_last.setdefault(two.last, []).append(number)
    met = [
        (mine, number)
        for mine, one in enumerate(ours)
        for number in by_last.get(one.last, ())
        if _may_be_one(one, theirs[number])
    ]
    of_ours, of_theirs = Counter(one for one, _ in met), Counter(two for _, two in met)
    for mine, yours in met:
        if of_ours[mine] == of_theirs[yours] == 1:
            yield ours[mine], theirs[yours]


def _may_be_one(one: _Form, two: _Form) -> bool:
    """Tell whether a first name that is no initial is the same, or short for the other's."""
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return False
    given = [[word for word in form.words if len(word) > 1][:1] for form in (one, two)]
    return any(
        mine.startswith(yours) or yours.startswith(mine) for mine in given[0] for yours in given[1]
    )


def _find_fuller(one: _Form, two: _Form) -> int | None:
    """Return which of two forms says all that the other one does, and more; None where none."""
    says = _says_all(one, two), _says_all(two, one)
    if says[0] == says[1]:
        return None
    return int(says[1])


def _says_all(full: _Form, short: _Form) -> bool:
    """Tell whether each word of a form is in another one, in order, whole or shortened."""
    if short.suffix and not full.suffix:
        return False
    rest = iter(full.words)
    return all(any(other.startswith(word) for other in rest) for word in short.words)


def _tell(corpus: Corpus, one: _Form, two: _Form, side: int) -> Finding:
    return Finding(
        "name", "precision", _place(corpus, one.mention), _place(corpus, two.mention), side=side
    )


def _place(corpus: Corpus, mention: Mention) -> Place:
    """Return the place of a name without its title."""
    end = mention.span.end
    span = Span(mention.span.article, end - len(mention.name), end)
    at = corpus.positions(span)
    return Place(span, (at.start, at.stop))
