"""Lines at the top of a newsletter that only lead to its page."""

from __future__ import annotations

import re

_LEADS = re.compile(
    r"(?:(?:view|read|see|open|having trouble|trouble|can['’]?t|problems?|web ?version|browser)"
    r"\b.{0,80}\b(?:browser|online|web ?version|website|on the web|images|properly)\b"
    r"|.{0,80}\b(?:im browser|online(?:version|-version|ansicht)|webversion|web-version|webansicht"
    r"|korrekt (?:dargestellt|angezeigt))\b"
    r"|.{0,80}\b(?:dans (?:votre|le|un) navigateur|version en ligne|version web)\b"
    r"|.{0,80}\b(?:en (?:su|tu|el) navegador|versión (?:en línea|online|web))\b"
    r"|(?:view )?(?:web ?version|online version))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[<(\[]*https?://\S+")
_TOP = 6
"""Lines with something in them among which such lines stand."""
_SHORT = 20
"""Words below which a line that names a browser says nothing else."""


def drop_web_version(text: str) -> str:
    """Return a newsletter without the lines at its top that lead to its page, and their addresses.

    A line of prose is kept, whatever it speaks of; so is all where nothing else would be left.
    """
    lines = text.split("\n")
    kept: list[str] = []
    seen = 0
    led = False
    for at, line in enumerate(lines):
        words = _ADDRESS.sub(" ", line).split()
        if seen == _TOP:
            kept += lines[at:]
            break
        seen += bool(line.strip())
        leads = 0 < len(words) < _SHORT and _LEADS.match(" ".join(words)) is not None
        is_address = not words and line.strip() != ""
        if leads or (led and is_address):
            led = True
            continue
        led = led and not line.strip()
        kept.append(line)
    left = "\n".join(kept).lstrip("\n")
    return left if left.strip() else text
