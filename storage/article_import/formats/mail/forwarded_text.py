"""A mail that was forwarded within the text of another, below a block of its headers."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABELS = {
    "from": "from|von|de|da|van|från|fra|od|от",
    "date": "date|sent|gesendet|datum|envoyé|enviado(?: el)?|enviada|fecha|data|inviato|verzonden"
    "|skickat|sendt|dato|дата",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема",
    "": "to|an|à|para|a|aan|till|til|do|кому|cc|bcc|kopie|reply-to|antwort an|répondre à"
    "|responder a|rispondi a",
}
"""What mail programs write before headers, by what these tell; in English, German, French,
Spanish, Portuguese, Italian, Dutch, Swedish, Danish and Norwegian, Polish, Russian."""
_LABEL = re.compile(
    r"[>*\s]*(?:"
    + "|".join(f"(?P<{name or 'other'}>{written})" for name, written in _LABELS.items())
    + r")\s?\*?\s?[:\uff1a]\*?\s*(?P<value>.*?)\s*\*?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_MARK = re.compile(r"[>\s]*(?:-{3,}|_{10,}|begin forwarded|anfang der weitergeleiteten).*", re.I)
_LONGEST = 12
"""Lines of a block of headers: those who got it may take several."""


class ForwardedText(NamedTuple):
    """A mail that stood in the text of another."""

    before: str
    """What was said in forwarding it."""
    text: str
    sender: str
    subject: str
    sent: str
    """As it was written."""


def find_forwarded(text: str) -> ForwardedText | None:
    """Return the first mail that stands in a text, with all below it; None where there is none.

    Its headers tell who sent it and either when or about what; without these it is no mail.
    """
    lines = text.split("\n")
    for start, line in enumerate(lines):
        match = _LABEL.match(line)
        if match is None or match["other"]:
            continue
        told, end = _read_block(lines, start)
        if told.get("from") and (told.get("date") or told.get("subject")):
            before = lines[:start]
            while before and (not before[-1].strip(" >") or _MARK.fullmatch(before[-1])):
                before.pop()
            body = "\n".join(lines[end:]).strip("\n")
            return ForwardedText(
                "\n".join(before).strip(),
                _unquote(body),
                told["from"],
                told.get("subject", ""),
                told.get("date", ""),
            )
    return None


def _read_block(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """Return the headers in the lines from `start`, and the line behind them.

    Lines without a label go on the header above them where another one follows.
    """
    told: dict[str, str] = {}
    end = start
    for at in range(start, min(len(lines), start + _LONGEST)):
        match = _LABEL.match(lines[at])
        if match is None:
            continue
        if any(not line.strip(" >") for line in lines[end:at]) and at - end > 1:
            break  # the text has begun
        name = next(one for one in ("from", "date", "subject", "other") if match[one] is not None)
        told.setdefault(name, match["value"])
        end = at + 1
    return told, end


def _unquote(text: str) -> str:
    """Return a text without the marks of a quotation, where all of its lines have them."""
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and all(line.startswith(">") for line in lines):
        return _QUOTED.sub("", text)
    return text
