"""The quotation marks of one paragraph: which of them open, which close, which are left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

CLOSES = {
    '"': '"”“',
    "“": '”"″“',
    "‟": '”"',
    "”": "”",  # Swedish, Finnish
    "„": '“”"',
    "«": "»",
    "»": "«»",  # German books; Swedish
    "‹": "›",
    "›": "‹",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
    "「": "」",
    "『": "』",
    "《": "》",
}
"""By opening mark the marks that may close it, mismatched ones of carelessly typed text too."""
_CLOSING = frozenset('"”»›')
"""Marks that may close what a single mark opened, or no mark at all."""

_FACING = frozenset("«‹「『《“„‟‚")
"""Marks that open wherever they stand, unless they close what is open."""
_SPACED = frozenset("«‹")
"""Marks that have a space inside, as the French write."""
_ENDS = frozenset(".,!?…;—–-")
"""What stands before a mark that closes a whole sentence."""
_BOTH = frozenset('"“')
"""Marks that open, and may close what another mark opened."""
_SINGLE = frozenset("'‘‚")
"""Marks whose closing one may be an apostrophe: they never run over the end of a paragraph."""

_ANY = re.escape("".join(sorted(set("".join(CLOSES)).union(*CLOSES.values()) - set("'’"))))
MARK = re.compile(rf"[{_ANY}'’]")
_APOSTROPHES = frozenset("'’")
_SINGLE_MARK = re.compile(r"(?<![^\W_])['’‘]|['’](?![^\W_])")
_ELISION = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)
"""An apostrophe before a word that was shortened at its beginning ("'90s")."""


class QuotedText(NamedTuple):
    """What stands between two marks, `start:end`, the marks themselves left out."""

    start: int
    end: int


class Open(NamedTuple):
    """A quotation whose end is yet to be found."""

    mark: str
    start: int
    innermost: tuple[int, ...]
    """Places of the last open one of each mark, up to this, innermost first.

    Which of them a mark closes hangs on what opened them: no others need be asked, however many
    are never closed.
    """


class Scan(NamedTuple):
    """The marks of one paragraph, as far as it explains them by itself."""

    first: int
    last: int
    closed: list[QuotedText]
    opened: list[Open]
    """What is never closed there, in order; none of single marks."""
    stray: list[int]
    """Marks that close nothing there, though they stand as closing ones do."""


def scan_paragraph(text: str, first: int, last: int) -> Scan:
    """Return what the marks of the paragraph `first:last` of `text` quote."""
    scan = Scan(first, last, [], [], [])
    pending: list[Open] = []
    for match in MARK.finditer(text, first, last):
        at, mark = match.start(), match.group()
        if mark in _APOSTROPHES and _is_inside_word(text, at):
            continue
        closing = _find_closed(text, at, last, pending)
        if closing is not None:
            opened = pending[closing]
            # What was opened inside it, and not closed, was none.
            del pending[closing:]
            if at > opened.start:
                scan.closed.append(QuotedText(opened.start, at))
        elif _opens(text, first, at, last):
            pending.append(_open(mark, at + 1, pending))
        elif mark in _CLOSING and _stands_closing(text, first, at, last):
            if pending and pending[-1].mark in _SINGLE and text[at - 1] in _ENDS:
                scan.closed.append(QuotedText(pending.pop().start, at))  # 'We sail."
            else:
                scan.stray.append(at)
    left = [one for one in pending if one.mark not in _SINGLE and one.start < last]
    scan.opened.extend(_pair_up(text, left, scan.closed))
    return scan


def _open(mark: str, start: int, pending: Sequence[Open]) -> Open:
    outer = pending[-1].innermost if pending else ()
    others = (place for place in outer if pending[place].mark != mark)
    return Open(mark, start, (len(pending), *others))


def _pair_up(text: str, left: list[Open], closed: list[QuotedText]) -> list[Open]:
    """Close what a mark closes that stands as if it opened: "We sail, "he said."""
    if len(left) == 2 and left[0].mark == left[1].mark == '"':
        start, at = left[0].start, left[1].start - 1
        if text[at - 1].isspace() and text[at - 2] in _ENDS:
            inside = any(start < one.end and one.start < at for one in closed)
            if not inside:
                closed.append(QuotedText(start, at - 1))
                return []
    return left


def _find_closed(text: str, at: int, last: int, pending: Sequence[Open]) -> int | None:
    """Return which of the `pending` the mark at `at` closes: the innermost it can."""
    if not pending:
        return None
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < last else " "
    mark = text[at]
    for index in pending[-1].innermost:
        opened = pending[index].mark
        if mark not in CLOSES[opened]:
            continue
        if opened in _SINGLE and (after.isalnum() or before.isspace()):
            return None  # an apostrophe
        if opened in _SINGLE and _is_possessive(text, at, last):
            return None
        if mark == opened and before.isspace() and not after.isspace():
            continue  # the same mark opens and closes, and here it opens
        if mark != opened and mark in _BOTH and _stands_opening(text, at, after):
            continue  # “the "old" harbour”
        if mark == opened == "“" and (before.isspace() or after.isalnum()):
            continue
        return index
    return None


def _stands_opening(text: str, at: int, after: str) -> bool:
    """Tell whether a mark stands before a word, and no tag begins there: “We sail, "he said."""
    if at == 0 or not text[at - 1].isspace() or not after.isalnum():
        return False
    return text[at - 2 : at - 1] not in _ENDS or after.isupper()


def _opens(text: str, first: int, at: int, last: int) -> bool:
    mark = text[at]
    after = text[at + 1] if at + 1 < last else " "
    if mark not in CLOSES or (after.isspace() and mark not in _SPACED):
        return False
    if mark in _FACING:
        return True
    behind_word = at > first and text[at - 1].isalnum()
    return not behind_word and not (mark in _SINGLE and _ELISION.match(text, at, last))


def _is_inside_word(text: str, at: int) -> bool:
    """Tell whether a mark is an apostrophe, the commonest mark of all: it quotes nothing."""
    return at > 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()


def _is_possessive(text: str, at: int, last: int) -> bool:
    """Tell whether the single mark behind an s is an apostrophe: the quotation ends further on."""
    if text[at - 1] != "s" or not text[at + 1 : at + 3].strip().islower():
        return False
    following = next((match.start() for match in _SINGLE_MARK.finditer(text, at + 1, last)), None)
    return following is not None and text[following - 1] in ".,!?…"


def _stands_closing(text: str, first: int, at: int, last: int) -> bool:
    """Tell whether a mark stands behind a word, or behind the point of a sentence."""
    before = text[at - 1] if at > first else " "
    after = text[at + 1] if at + 1 < last else " "
    return not (before.isspace() or before.isdigit() or after.isalnum())


def is_double(text: str, quotation: QuotedText) -> bool:
    """Tell whether a quotation stands between other marks than single ones."""
    return text[quotation.start - 1] not in _SINGLE
