"""Encodings of a time before UTF-8, where a text surely is in one of them."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import NamedTuple

_WESTERN_SIGNS = frozenset(
    "‘’“”‚„–—…•‹›«»€™\u00a0\u00ad©®°§£·¡¿àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØŒÙÚÛÜ"
)
_MOST_ACCENTS = 0.3
"""Share of letters beyond ASCII above which a text is in another script."""
_STRAY = re.compile(
    r"ç(?![aeiouáàâãéêóôõúü])|ã(?=[^\W\d_])(?![eos])|æ[aeiou]|[aou]æ"
    r"|[^\W\d_][‘“”‚„…•‹›][^\W\d_]|[^\W\d_][‚„]|\b[^\W\d_a-z]{3,}\b|‘[^\W\d_a-z]{2,}\b",
    re.IGNORECASE,
)
"""Letters where no Western language has them, whole words of them, or a quote within a word."""
_STRAY_SIGN = re.compile(r"[^\W\d_][§©®°£¡¿«»€™][^\W\d_]|[a-zß-öø-ÿ][À-ÖØ-ÞŒ]|[^\W\d_][–—]\s")
"""A sign within a word, a capital behind a small letter, a dash that hangs on a word: letters and
quotes of another code page."""
_CUT_SEQUENCE = re.compile(
    rb"[\xc3-\xf4][\x80-\xbf]{1,2}(?![\x80-\xbf])|[\xc2-\xf4](?=[\x80-\xbf])"
)
_SAMPLE = 262_144
"""Bytes that the encoding is guessed from."""
_LONGEST_SIGN = 4
"""Bytes of one sign in a legacy encoding."""
_LEAST_BEYOND = 0.04
"""Share of the letters' bytes beyond ASCII below which a text in ASCII quotes other words only:
statistics of a language tell nothing of these."""
_LEAST_CONFIDENCE = 0.1
"""Of what chardet guesses; random bytes reach 0.06, short sentences of every language 0.11."""
LOST = "\ufffd"
"""What stands for a byte that is no sign."""
_MOST_LOST = 0.02
"""Share of the signs, beside one at its end, above which a text is in no encoding, however sure
chardet is."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_NAMES = {"cp932": "Shift_JIS", "shift_jis": "Shift_JIS", "big5": "Big5"} | {
    "macroman": "Mac Roman",
    "maccyrillic": "Mac Cyrillic",
    "maclatin2": "Mac Latin-2",
}


class LegacyText(NamedTuple):
    """A text and the name of the encoding that it was in."""

    text: str
    encoding: str
    lost: int = 0
    """Bytes that stand as `�` in it."""


def read_legacy(data: bytes) -> LegacyText | None:
    """Read what is no UTF-8; None where no encoding is sure.

    Windows-1252 is sure where nothing speaks against it, as few as its signs may be; the others
    where chardet is, and enough of the text is written in them, or where it names the only one of
    the other Western ones that nothing speaks against.
    """
    if _is_cut_utf_8(data):
        return None
    western = _decode(data, "cp1252")
    if western and is_western(western):
        return LegacyText(western, "Windows-1252")
    codec, confidence = _guess(data)
    text = _decode(data, codec, "replace")
    lost = text.count(LOST)
    if not text or _CONTROLS.search(text) or lost > 1 + _MOST_LOST * len(text):
        return None
    is_written_in_it = confidence >= _LEAST_CONFIDENCE and _measure_beyond(data) >= _LEAST_BEYOND
    if is_written_in_it or {text} == set(filter(is_western, _list_western(data))):
        return LegacyText(text, name_codec(codec), lost)
    return None


def guess_codec(data: bytes) -> str:
    """Return the codec that a text seems to be written in; empty where nothing can be said."""
    return _guess(data)[0]


def name_likeliest(data: bytes) -> str:
    """Return what the encoding of a text seems to be; empty where nothing can be said."""
    codec, _ = _guess(data)
    return name_codec(codec) if codec else ""


def is_western(text: str) -> bool:
    """Tell whether text read as Windows-1252 could be what was meant.

    Other code pages put letters where Windows-1252 has signs or rare letters, or make letters
    beyond ASCII the rule, and so give themselves away; Hungarian, Romanian, Croatian and Latvian
    only by where õ, ã, æ and ç would stand, DOS and Macintosh pages by quotes inside words.
    """
    counts = Counter(text)
    letters = sum(count for sign, count in counts.items() if sign.isalpha())
    beyond = {sign: count for sign, count in counts.items() if sign >= "\x80"}
    accents = sum(count for sign, count in beyond.items() if sign.isalpha())
    return (
        _WESTERN_SIGNS.issuperset(beyond)
        and accents <= _MOST_ACCENTS * letters
        and not ("õ" in beyond and "ã" not in beyond)
        and not _STRAY.search(text)
        and not _STRAY_SIGN.search(text)
    )


def name_codec(codec: str) -> str:
    """Return what people call an encoding."""
    name = codecs.lookup(codec).name
    if name.startswith("cp125"):
        return name.replace("cp", "Windows-")
    if name.startswith("iso8859"):
        return name.replace("iso8859", "ISO-8859")
    return _NAMES.get(name, _NAMES.get(codec.lower(), name.replace("_", "-").upper()))


def _list_western(data: bytes) -> list[str]:
    """Return what a text is in the Western encodings of other systems."""
    return [_decode(data, codec) for codec in ("mac_roman", "cp850", "cp437", "iso8859_15")]


def _is_cut_utf_8(data: bytes) -> bool:
    """Tell whether all that is beyond ASCII are beginnings of longer signs in UTF-8."""
    return not _CUT_SEQUENCE.sub(b"", data).translate(None, bytes(range(128)))


def _measure_beyond(data: bytes) -> float:
    letters = sum(count for byte, count in Counter(data).items() if byte > 0x40)
    return sum(count for byte, count in Counter(data).items() if byte > 0x7F) / max(1, letters)


def _decode(data: bytes, codec: str, errors: str = "strict") -> str:
    try:
        return data.decode(codec, errors) if codec else ""
    except (UnicodeDecodeError, LookupError):
        return ""


def _guess(data: bytes) -> tuple[str, float]:
    """Return the likeliest codec, empty where there is none, and how likely it is, 0 to 1."""
    import chardet  # hardly ever needed

    codec, confidence = "", 0.0
    # A text that is cut within a sign is in no encoding to chardet.
    for cut in range(_LONGEST_SIGN):
        found = chardet.detect(data[: min(len(data), _SAMPLE) - cut])
        if (found["confidence"] or 0.0) > confidence and found["encoding"]:
            codec, confidence = found["encoding"], float(found["confidence"])
        if confidence >= _LEAST_CONFIDENCE:
            break
    return ("", 0.0) if codec.lower() in ("ascii", "utf-8") else (codec, confidence)
