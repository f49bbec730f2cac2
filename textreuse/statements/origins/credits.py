"""Credits: where a text itself says that an agency, or a press release, is behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from textreuse.statements.origins import credit_cues as cues
from textreuse.text.agencies import AGENCY, name_agency, name_release_service
from textreuse.text.credit_lines import is_credit_line
from textreuse.text.normalize import fold
from textreuse.text.spans import Span

CreditKind = Literal["signature", "dateline", "contribution", "release"]
"""An agency is named as who wrote it; so is somebody who is no known agency; an agency gave a part;
it has the form of a press release."""

_HEAD, _TAIL = 8, 8
"""Lines with text, at the beginning and at the end, in which credits are looked for."""
_LONGEST_LINE = 200
"""Characters of a line that is read as a credit."""
_LONGEST_PLACE = 60
"""Characters before the agency in a dateline."""

_DATELINE = re.compile(
    rf"""
      [\s"“»*_–—-]* (?P<place> [^()\n]{{0,{_LONGEST_PLACE}}}? ) [\s,.–—-]*
      (?: \( (?P<name> [^()\n]{{2,40}} ) \) \s* [.,]? \s* (?:[-–—:]|$)
        | / (?P<slashed> [\w\s]{{3,30}} ) /  )
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"[\w&.'’ -]{2,30}")
_MARKS = " \t()[]{}•·|*–—-.:©"
_BETWEEN_NAMES = re.compile(r"\s*[/,;|+&]\s*|\s+(?:and|und|et|y|e|en)\s+")
_MONTH = re.compile(
    r"(?:jan|feb|m[aä]r|apr|avr|abr|ma[iyj]|mei|jui|jun|jul|giu|lug|a[ouû]|ag[o]|sep|set|o[ck]t"
    r"|out|ott|nov|de[csz]|dic|d[eé]c|gen|ene|f[eé]v|fév)\w*\.?",
    re.IGNORECASE,
)
_IN_PLACES = frozenset(
    "de del la le les los am an der im en sur près of the upon und and y et".split()
)


class Credit(NamedTuple):
    """A place of a text that says whose it is."""

    kind: CreditKind
    name: str
    """The agency's; of a release the service's, or empty."""
    span: Span


class _Line(NamedTuple):
    start: int
    text: str


def find_credits(text: str, article: int) -> tuple[Credit, ...]:
    """Return the credits of a text, by place; names that are only talked about are none."""
    lines = [_Line(match.start(), match.group()) for match in re.finditer(r"\S[^\r\n]*", text)]
    head, tail = lines[:_HEAD], lines[max(_HEAD, len(lines) - _TAIL) :]
    found: list[Credit] = []
    for line in head:
        found += _read_head(line, article)
    for line in (*head, *tail):
        if len(line.text) <= _LONGEST_LINE:
            found += _read_credit(line, article)
    return tuple(_keep_first(sorted(found, key=lambda credit: credit.span)))


def find_release_cues(text: str, article: int) -> list[Span]:
    """Return where a text speaks of a press release from which it reports, by place."""
    return _find_all(cues.RELEASE, cues.RELEASE_PARTS, text, article)


def find_statement_cues(text: str, article: int) -> list[Span]:
    """Return where a text speaks of a written statement from which it reports, by place."""
    return _find_all(cues.STATEMENT, cues.STATEMENT_PARTS, text, article)


def _find_all(pattern: str, parts: Iterable[str], text: str, article: int) -> list[Span]:
    """Return where `pattern` matches: every match stands in one line, and has one of `parts`."""
    # Few texts have one, and few lines of these; the pattern is slow.
    lowered = text.lower()
    there = [part for part in parts if part in lowered]
    if not there:
        return []
    found = []
    for line in re.finditer(r"[^\n]+", text):
        lowered = line.group().lower()
        if any(part in lowered for part in there):
            matches = _compile(pattern).finditer(text, *line.span())
            found += [Span(article, *match.span()) for match in matches]
    return found


def _keep_first(credits_: list[Credit]) -> Iterator[Credit]:
    """Leave out what overlaps one before it."""
    end = -1
    for credit in credits_:
        if credit.span.start >= end:
            end = credit.span.end
            yield credit


def _read_head(line: _Line, article: int) -> Iterator[Credit]:
    """Read a line at the top as a dateline, a byline, or as what a press release begins with."""
    span = Span(article, line.start, line.start + len(line.text.rstrip()))
    if len(line.text) <= _LONGEST_LINE and _read(line.text) in cues.RELEASE_LINES:
        yield Credit("release", "", span)
        return
    dateline = _DATELINE.match(line.text)
    if dateline:
        name = dateline["name"] or dateline["slashed"]
        where = Span(article, line.start, line.start + dateline.end())
        yield from _read_dateline(dateline["place"], name, where, slashed=not dateline["name"])
    if len(line.text) <= _LONGEST_LINE:
        first, _, rest = _read(line.text).partition(" ")
        if first in cues.BYLINES.split():
            named = _name_in_byline(rest)
            if named:
                yield Credit("signature", named, span)


def _read_dateline(place: str, name: str, span: Span, *, slashed: bool) -> Iterator[Credit]:
    folded = _read(name)
    service = name_release_service(folded)
    if service:
        yield Credit("release", service, span)
    elif not slashed:
        agencies = _name_all(folded)
        if agencies and (not place or place[0].isupper()):
            yield Credit("signature", agencies, span)
        elif place and _is_place(place) and _NAME.fullmatch(name) and name[0].isupper():
            yield Credit("dateline", name.strip(), span)


def _is_place(words: str) -> bool:
    """Tell whether nothing but a place, and maybe a date, is named."""
    rest = [word.strip(",.;'’") for word in words.split()]
    return words[0].isupper() and all(
        not word or word[0].isupper() or word.isdigit() or word in _IN_PLACES or _MONTH.match(word)
        for word in rest
    )


def _name_in_byline(rest: str) -> str:
    """Return the agencies that a byline names behind "by", joined by "and"; empty if none."""
    writers = _compile(rf"\ *{cues.WRITERS}\ *$")
    parts = re.split(rf"(?x) [,;|/–—()] | \ -\ | {cues.BEFORE_AGENCIES}", rest)
    names = [name_agency(writers.sub("", part).strip(_MARKS)) for part in parts]
    return " and ".join(dict.fromkeys(filter(None, names)))


def _name_all(folded: str) -> str:
    """Return the agencies of a list of names of which each is one or a code; empty if none is."""
    whole = name_agency(folded)
    if whole:
        return whole
    names = [name_agency(part) for part in _BETWEEN_NAMES.split(folded)]
    return " and ".join(dict.fromkeys(filter(None, names)))


def _read_credit(line: _Line, article: int) -> Iterator[Credit]:
    """Read a line as one that credits an agency."""
    agencies = _find_agencies(line.text)
    if not agencies or _compile(cues.PICTURES).search(line.text):
        return
    name = " and ".join(dict.fromkeys(name for name, _ in agencies))
    span = Span(article, line.start, line.start + len(line.text.rstrip()))
    gave = _compile(cues.CONTRIBUTIONS).search(line.text) is not None
    if is_credit_line(line.text) or _compile(cues.TAKEN_OVER).search(line.text[: agencies[0][1]]):
        yield Credit("contribution" if gave else "signature", name, span)


def _find_agencies(line: str) -> list[tuple[str, int]]:
    """Return the agencies named in a line, and where."""
    found = []
    for match in _compile(rf"(?<!\w){AGENCY}(?!\w)").finditer(line):
        name = name_agency(fold(match.group()))
        if name:
            found.append((name, match.start()))
    return found


def _read(words: str) -> str:
    return " ".join(fold(words).split()).strip(_MARKS)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
