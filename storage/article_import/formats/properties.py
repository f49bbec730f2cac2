"""What the properties of a file say of its author: a person, or the account of a computer."""

from __future__ import annotations

import re

_NOBODY = re.compile(
    r"(?:microsoft(?: office)?|windows|office|default|ms)? ?(?:user|author|admin|administrator)s?"
    r"|microsoft(?: corporation)?|python-docx|apache poi|un-?named|unknown|owner|root|openoffice"
    r"|libreoffice|anonymous|docx4j|aspose.*|calibre|pandoc|(?:home|pc|hp|dell|acer|lenovo|asus|toshiba)",
    re.IGNORECASE,
)
"""What programs and new computers call their user, or themselves."""


def choose_author(stated: str) -> str:
    """Return the people among the authors that a file states; empty where there are none."""
    names = (" ".join(name.split()) for name in stated.split(";"))
    return ", ".join(name for name in names if name and not _NOBODY.fullmatch(name))
