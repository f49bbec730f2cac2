"""Folding: what makes two spellings of one word equal.

Case, compatibility forms (ligatures, full-width letters), composed and decomposed letters are
folded as Unicode's NFKC_Casefold does (The Unicode Standard, 3.13); soft hyphens and zero-width
characters vanish; every apostrophe becomes the straight one, and so do the marks that are written
for it: a backtick, an acute accent, a prime, the 0x92 of Windows. Accents stay: "resume" is not
"résumé".
"""

from __future__ import annotations

import re
from unicodedata import normalize

IGNORABLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark."""

BLANK = r"\s\x1c-\x1f"
"""What `str.isspace` calls white space, inside a character class of the regex module."""

LETTER_APOSTROPHES = "\u02b9\u02bb\u02bc\ua78c"
"""Letters to Unicode, but apostrophes to those who write them."""

APOSTROPHES = "'`\u0091\u0092\u00b4\u2018\u2019\u201b\u2032\u055a\uff07\uff40" + LETTER_APOSTROPHES
"""Whatever is folded to the straight apostrophe."""

_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""What ends a line beside the line feed, alone of those that `str.splitlines` knows."""

_MARK = re.compile(f"[{IGNORABLE}{APOSTROPHES}]")
_MARKS = str.maketrans(dict.fromkeys(IGNORABLE, "") | dict.fromkeys(APOSTROPHES, "'"))
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Whatever is folded to the hyphen."""
DOUBLE_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
"""Whatever is folded to the straight quotation mark."""

_PUNCTUATION = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(DOUBLE_QUOTES, '"'))


def fold(text: str) -> str:
    """Return the form under which `text` equals its other spellings; idempotent."""
    if text.isascii():
        return text.lower().replace("`", "'")
    folded = normalize("NFKC", _replace_marks(text)).casefold()
    return _replace_marks(normalize("NFKC", folded))


def _replace_marks(text: str) -> str:
    # Most text has none, and to look for them is much quicker than to translate it.
    return text.translate(_MARKS) if _MARK.search(text) else text


def unify_line_breaks(text: str) -> str:
    """Return the text with a line feed for every break of a line or page; no offset changes."""
    for mark in _LINE_BREAKS:
        text = text.replace(mark, "\n")
    return text


def fold_punctuation(mark: str) -> str:
    """Return the straight form of a quote, the hyphen for any dash, else `fold(mark)`."""
    return fold(mark).translate(_PUNCTUATION)
