"""Values of YAML front matter, each on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from storage.models import Article
from storage.wording.terminal_text import reveal_line

# What YAML does not allow as it stands.
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write_text(value: str) -> str:
    """Return a quoted string: whatever stands in it, it is a string."""
    # A JSON string is a double-quoted YAML string.
    line = json.dumps(reveal_line(value), ensure_ascii=False)
    return _NOT_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def write_texts(values: Iterable[str]) -> str:
    """Return a list of quoted strings."""
    return f"[{', '.join(map(write_text, values))}]"


def write_outlets(articles: Iterable[Article]) -> str:
    """Return the outlets of articles as such a list, each once; unknown ones are left out."""
    return write_texts(dict.fromkeys(one.outlet for one in articles if one.outlet))


def write_day(value: str | None) -> str:
    """Return the day of an ISO date or time as a YAML date; empty where it has none."""
    found = _DAY.match(value or "")
    return found.group() if found else ""
