"""Runs of words with capitals, of which names are made."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from operator import not_
from typing import NamedTuple

from textreuse.statements.names.first_names import is_first_name
from textreuse.statements.names.organisations import HEADS, JOINTS, TIMES
from textreuse.statements.names.titles import TITLES
from textreuse.text.abbreviations import list_abbreviations
from textreuse.text.corpus import Corpus
from textreuse.text.function_words import list_function_words
from textreuse.text.language import have_nouns_capitals
from textreuse.text.words import Words

_PARTICLES = frozenset("de la van von der den bin ben al el da di du del dos le ibn ter zu".split())
"""Small words inside the names of persons."""
_NOBLE = frozenset("van von zu de".split())
"""Those that are no article where all nouns have capitals."""
_JOINTS = frozenset(("of", "for", "on", "of the", "for the", "on the", "de", "de la", "des", "du"))
"""Small words inside the names of organisations, behind a head word."""
_OFFICES = frozenset("speaker secretary minister undersecretary chief".split())
"""Titles that go on behind "of" ("Secretary of State")."""
_WITH_SEVERAL_TASKS = frozenset("department committee ministry house senate".split())
"""Whose names have an "and" inside."""
_MOST_SMALL = 2
"""Small words between two of a name."""
_OPENING_MARKS = frozenset("\"“”„«»‹›‘'‚([—–:•-")
_ABBREVIATED = 4
"""Letters of the longest title whose full stop stands inside a name."""
_SAID = frozenset("said says added adds asked replied wrote".split())
_FLAT_GAPS = frozenset((" ", "\u00a0", " & "))
ELECTED = "-elect"
"""What a title ends with before its bearer takes office."""
_LONGEST_SYLLABLE = 4
"""Letters of a part of a name without a capital."""
_COMPOUNDS = frozenset(
    """
    led era born wide like free run fed made held bred area type only old long look size sent
    """.split()
)
"""What stands behind the hyphen of other compounds."""
_MONTHS_AND_NAMES = frozenset(("jan",))
_HYPHENS = frozenset("-\u2010\u2011")


class Token(NamedTuple):
    """One word of a run."""

    start: int
    end: int
    """Without a possessive 's."""
    text: str
    folded: str


class Run(NamedTuple):
    """Words with capitals that follow one another."""

    tokens: tuple[Token, ...]
    is_possessive: bool
    first: int
    """Which word of the article its first one is."""
    opens: bool
    """Whether its first word opens a sentence, so that its capital tells nothing."""


def find_runs(corpus: Corpus, article: int) -> list[Run]:
    """Return the runs of an article, by place; words that any sentence opens with are in none."""
    text, row = corpus.texts[article], corpus.words[article]
    base = corpus.first[article]
    is_capital = list(map(str.isupper, map(text.__getitem__, row.starts)))
    capitals = list(compress(range(len(is_capital)), is_capital))
    small = set(compress(row.keys, map(not_, is_capital)))
    language = corpus.languages[article] or "english"
    common, plain = _list_common(language), _list_plain(language)
    particles = _NOBLE if have_nouns_capitals(language) else _PARTICLES
    openings = {first - base for first, _ in corpus.sentences[article]}
    found: list[Run] = []
    tokens: list[Token] = []
    opens = is_possessive = False
    previous = first = -2
    for index in capitals:
        if index <= previous:
            continue  # a later part of a compound
        if row.keys[index] in plain and text[row.ends[index] : row.ends[index] + 1] not in _HYPHENS:
            if tokens:
                found.append(Run(tuple(tokens), is_possessive, first, opens))
                tokens, is_possessive = [], False
            previous = index
            continue
        token, with_s, end = _read_token(text, row, index)
        at_opening = index in openings or _stands_behind_mark(text, token.start)
        goes_on = (
            bool(tokens)
            and not is_possessive
            and _joins(text, row, previous, index, tokens, particles)
        )
        is_initial = goes_on and len(token.text) == 1 and text[token.end : token.end + 1] == "."
        known = is_first_name(token.folded) or token.folded in TITLES
        is_common = token.folded in common or row.keys[index] in common
        # "the New York Times", "told The Times"
        is_head = token.folded in HEADS and not at_opening
        is_word = (
            (is_common and not is_initial and not is_head)
            or (
                token.folded in TIMES
                and not (goes_on and is_first_name(tokens[-1].folded))
                and not _is_first_name_too(text, row, token, end)
            )
            or (
                at_opening
                and (token.folded in small or token.folded in _SAID)
                and not known
                and not _opens_organisation(text, row, end)
            )
            or (end > index + 1 and not _is_name_of_parts(text, row, index, end, goes_on=goes_on))
        )
        if tokens and (is_word or not goes_on):
            found.append(Run(tuple(tokens), is_possessive, first, opens))
            tokens, is_possessive = [], False
        previous = end - 1
        if is_word:
            continue
        if not tokens:
            opens, first = at_opening, index
        tokens.append(token)
        is_possessive = with_s
    if tokens:
        found.append(Run(tuple(tokens), is_possessive, first, opens))
    return found


@lru_cache(maxsize=16)
def _list_common(language: str) -> frozenset[str]:
    """Return the words whose capital tells nothing."""
    return list_function_words(language) | list_abbreviations(language).openers


@lru_cache(maxsize=16)
def _list_plain(language: str) -> frozenset[str]:
    """Return those of which no name is made wherever they stand: no more need be read of them."""
    return frozenset(word for word in _list_common(language) if len(word) > 1) - HEADS


def _read_token(text: str, row: Words, index: int) -> tuple[Token, bool, int]:
    """Return the token that begins with a word, if it has an 's, and behind which word it ends."""
    start, last = row.starts[index], index
    while last + 1 < len(row) and text[row.ends[last] : row.starts[last + 1]] in _HYPHENS:
        last += 1
    end = row.ends[last]
    folded = "-".join(row.keys[index : last + 1])
    with_s = folded.endswith("'s") and len(folded) > len("'s")
    if with_s:
        end, folded = end - 2, folded[:-2]
    elif text[end : end + 1] in ("'", "’") and folded.endswith("s"):
        with_s = True
    return Token(start, end, text[start:end], folded), with_s, last + 1


def _is_name_of_parts(text: str, row: Words, first: int, last: int, *, goes_on: bool) -> bool:
    """Tell whether a compound is a name: "Strauss-Kahn", but not "Boston-based" or "D-Iowa"."""
    if row.ends[first] - row.starts[first] == 1:
        return False
    end = row.keys[last - 1]
    if text[row.starts[last - 1]].isupper() or f"-{end}" == ELECTED:
        return True
    # "Ban Ki-moon"
    return goes_on and len(end) <= _LONGEST_SYLLABLE and end not in _COMPOUNDS


def _is_first_name_too(text: str, row: Words, token: Token, following: int) -> bool:
    """Tell whether a month in short, without its point and before a capital, is a name: "Jan"."""
    if token.folded not in _MONTHS_AND_NAMES or following >= len(row):
        return False
    return text[token.end : row.starts[following] + 1][:1] == " " and (
        text[row.starts[following]].isupper()
    )


def _opens_organisation(text: str, row: Words, following: int) -> bool:
    """Tell whether a head word with a capital comes next: "Safari Club"."""
    if following >= len(row) or text[row.ends[following - 1] : row.starts[following]] != " ":
        return False
    return row.keys[following] in HEADS and text[row.starts[following]].isupper()


def _stands_behind_mark(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return before[-1:] in _OPENING_MARKS or (before[-1:] == " " and before[:1] in ":—–•")


def _joins(
    text: str,
    row: Words,
    left: int,
    right: int,
    tokens: list[Token],
    particles: frozenset[str],
) -> bool:
    """Tell whether the word `right` goes on with a run whose last word is `left`."""
    gap = text[row.ends[left] : row.starts[right]]
    if gap in _FLAT_GAPS:
        return True
    if gap == ". ":
        word = tokens[-1].folded
        return len(word) == 1 or (len(word) <= _ABBREVIATED and word in TITLES | {"st", "mt", "ft"})
    if right - left > _MOST_SMALL + 1 or any(mark in gap for mark in ",.;:!?\n()\"“”—–'’"):
        return False
    if "--" in gap or " -" in gap:
        return False
    if right == left + 1:
        return gap.isspace() or gap == "&"
    between = " ".join(row.keys[left + 1 : right])
    if between in ("of", "of the") and tokens[-1].folded in _OFFICES:
        return True
    if between in _JOINTS:
        return any(one.folded in JOINTS for one in tokens)
    if between == "and":
        return any(one.folded in _WITH_SEVERAL_TASKS for one in tokens) and len(tokens) > 1
    return all(word in particles for word in row.keys[left + 1 : right])
