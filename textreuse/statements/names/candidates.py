"""Runs of capitals read as what they name: each by itself, before it is known who is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textreuse.statements.names.capital_runs import ELECTED, Run, Token
from textreuse.statements.names.first_names import Gender, is_first_name, tell_gender
from textreuse.statements.names.name import Mention, NameKind, Role
from textreuse.statements.names.organisations import ADJECTIVES, HEADS, OFFICES, PLACES
from textreuse.statements.names.roles import (
    find_role_before,
    find_role_behind,
    find_role_told,
)
from textreuse.statements.names.titles import ROLES, TITLES, name_role, tell_title_gender
from textreuse.text.spans import Span
from textreuse.text.words import Words

_MOST_WORDS = 5
"""Of a person's name; longer runs are headlines."""
_SPEAKS = re.compile(
    r" (?:said|says|told|wrote|added|called|asked|argued|warned|accused|tweeted|replied|reports?"
    r"|reported|announced|confirmed|noted|denied|insisted|claimed|declared|responded|suggested)\b"
)
"""What tells of the first word of a sentence that it is a name."""
_BEFORE_FIRST_NAMES = frozenset(
    "st san santa los new mount fort port lake van de el la le o mc saint prince".split()
)
"""What goes before a first name that is one of a place's or a family's."""
_LATER_PARTS = frozenset("jr sr ii iii iv".split())
"""What stands behind a surname."""
_ABBREVIATED_PARTS = frozenset(("jr", "sr"))
"""Those whose full stop is of the name."""


_BELIEVERS = frozenset(
    """
    catholic catholics muslim muslims jewish protestant islamic republican republicans democrat
    democrats american americans
    """.split()
)
"""What no family is called: "Roman Catholic", "Virginia Democrat"."""


class Candidate(NamedTuple):
    """A run as it stands."""

    kind: NameKind
    words: tuple[str, ...]
    """Those of the name, folded, without title or "Jr."."""
    mention: Mention
    roles: tuple[Role, ...]
    gender: Gender
    is_junior: bool
    """Whether "Jr." or the like tells it from an elder bearer of its name."""
    opens: bool
    """Whether it opens a sentence with its only word."""


def read_runs(
    text: str, row: Words, article: int, runs: list[Run], *, have_nouns_capitals: bool
) -> Iterator[Candidate]:
    """Read the runs of one article, by place; those that are titles alone are left out."""
    for whole in runs:
        run, name = whole, _split_title(whole.tokens)
        if have_nouns_capitals:
            name = _split_nouns(name)
            run = _leave_out_nouns(run, len(name))
        if name and len(name[-1].folded) > 1:
            before = find_role_before(text, row, article, run.first)
            candidate = _read(text, article, run, name, before)
            if not (have_nouns_capitals and candidate.kind == "other" and len(name) > 1):
                yield candidate


def _split_title(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens behind the last title; none where all of them are one."""
    behind = 0
    for index, token in enumerate(tokens):
        if is_first_name(token.folded) and token.folded not in PLACES:
            break
        if token.folded.removesuffix(ELECTED) in TITLES:
            behind = index + 1
    if behind == 0:
        return _split_adjectives(tokens)
    if len(tokens) == behind + 1 and tokens[behind].folded in OFFICES:
        return tokens  # "the Justice Department"
    if behind == len(tokens) and tokens[0].folded in OFFICES:
        return tokens  # "the Department of Justice"
    # "Secretary of State Ann Lee"
    if behind < len(tokens) and tokens[behind].start - tokens[behind - 1].end > len(". "):
        names = (i for i in range(behind + 1, len(tokens)) if is_first_name(tokens[i].folded))
        behind = next(names, len(tokens))
    return tokens[behind:]


def _split_adjectives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens from a first name on that a party, nation, house or firm stands before.

    "New Jersey Republican Ann Lee", "Norvik Editor-in-Chief Ann Lee"
    """
    if is_first_name(tokens[0].folded) or len(tokens[0].folded) == 1:
        return tokens
    for index in range(1, len(tokens) - 1):
        if is_first_name(tokens[index].folded):
            before, behind = tokens[index - 1].folded, tokens[index + 1 :]
            is_whole = before in _BEFORE_FIRST_NAMES or any(one.folded in HEADS for one in behind)
            return tokens if is_whole else tokens[index:]
    return tokens


def _split_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens from the first first name on, where nouns before it have capitals too."""
    for index in range(1, len(tokens) - 1):
        if is_first_name(tokens[index].folded):
            return tokens[index:]
    return tokens


def _leave_out_nouns(run: Run, length: int) -> Run:
    """Return the run from the titles on that stand right before its last `length` tokens."""
    start = len(run.tokens) - length
    while start and run.tokens[start - 1].folded in TITLES:
        start -= 1
    return run._replace(tokens=run.tokens[start:], first=run.first + start)


def _read(
    text: str, article: int, run: Run, name: tuple[Token, ...], before: Role | None
) -> Candidate:
    title = run.tokens[: len(run.tokens) - len(name)]
    first = title[0] if title else name[0]
    words = tuple(one.folded for one in name)
    while len(words) > 1 and words[-1] in _LATER_PARTS:
        words = words[:-1]
    title_text = text[title[0].start : name[0].start].rstrip() if title else ""
    end = name[-1].end
    end += name[-1].folded in _ABBREVIATED_PARTS and text[end : end + 1] == "."
    mention = Mention(
        Span(article, first.start, end),
        text[name[0].start : end],
        title_text,
        run.is_possessive,
    )
    roles = [
        Role(Span(article, one.start, one.end), name_role(one.folded))
        for one in title
        if one.folded in ROLES or name_role(one.folded) != one.folded
    ]
    if before is not None:
        roles.insert(0, before)
    behind = None if run.is_possessive else find_role_behind(text, article, end)
    if behind is not None:
        roles.append(behind)
    kind = _tell_kind(name, words, bool(title), bool(roles))
    told = None if run.is_possessive else find_role_told(text, article, end)
    if told is not None:
        roles.append(told)
    gender = _tell_gender(title, words, roles) if kind == "person" else ""
    opens = run.opens and len(run.tokens) == 1 and not _SPEAKS.match(text, end)
    held = tuple(roles) if kind == "person" else ()
    return Candidate(kind, words, mention, held, gender, len(words) < len(name), opens)


def _tell_kind(
    name: tuple[Token, ...], words: tuple[str, ...], has_title: bool, has_role: bool
) -> NameKind:
    is_organisation = any(word in HEADS for word in words)
    if is_organisation and not (has_title and len(words) == 1):
        return "organisation"
    if len(words) > _MOST_WORDS:
        return "other"
    if all(word in PLACES or word in ADJECTIVES for word in words) and not has_title:
        return "place" if words[-1] in PLACES else "other"
    if has_title:
        return "person"
    if len(words) == 1:
        letters = name[0].text.replace(".", "")
        is_acronym = len(letters) > 1 and letters.isupper() and letters.isalpha()
        return "organisation" if is_acronym else "other"
    if words[-1] in _BELIEVERS:
        return "other"  # "Roman Catholic"
    has_initial = any(len(word) == 1 for word in words[:-1])
    if is_first_name(words[0]) or has_initial or len(words) < len(name):
        return "person"
    return "person" if has_role and words[-1] not in PLACES else "other"


def _tell_gender(title: tuple[Token, ...], words: tuple[str, ...], roles: list[Role]) -> Gender:
    told = {tell_title_gender(one.folded) for one in title}
    if len(words) > 1:
        told.add(tell_gender(words[0]))
    told |= {tell_title_gender(role.head) for role in roles}
    told.discard("")
    return told.pop() if len(told) == 1 else ""
