"""Text in XML 1.0, which has no sign for most control characters."""

from __future__ import annotations

import re

_NO_SIGN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_xml(text: str) -> str:
    """Return `text` with a visible sign for each character that XML cannot hold."""
    return _NO_SIGN.sub(_show, text) if _NO_SIGN.search(text) else text


def _show(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
