"""A mail that was forwarded within the text of another, below a block of its headers."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABELS = {
    "from": "from|von|de(?: la)?|da|van|från|fra|od|от|від|lähettäjä|feladó|kimden|από"
    "|差出人|发件人|寄件者|보낸 사람",
    "date": "date|sent|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|enviada(?: em)?|fecha|data"
    "|inviato|verzonden|skickat|sendt|dato|wysłano|дата|отправлено|надіслано|lähetetty|päivämäärä"
    "|odesláno|elküldve|dátum|gönderildi|gönderme tarihi|tarih|trimis|dată|ημερομηνία|στάλθηκε"
    "|送信日時|日付|发送时间|发送日期|日期|寄件日期|보낸 날짜|날짜",
    "subject": "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема"
    "|aihe|předmět|tárgy|konu|subiect|θέμα|件名|主题|主旨|제목",
    "": "to|an|à|pour|para|a|aan|till|til|do|кому|vastaanottaja|komu|címzett|kime|către|προς|宛先"
    "|收件人|收件者|받는 사람|cc|bcc|kopie|copie à|reply-to|antwort an|répondre à|responder a"
    "|rispondi a",
}
"""What mail programs write before headers, by what these tell; in English, German, French,
Spanish, Portuguese, Italian, Dutch, Swedish, Danish and Norwegian, Polish, Russian, Ukrainian,
Finnish, Czech, Hungarian, Turkish, Romanian, Greek, Japanese, Chinese, Korean."""
_LABEL = re.compile(
    r"[>*\s]*(?:"
    + "|".join(f"(?P<{name or 'other'}>{written})" for name, written in _LABELS.items())
    + r")\s?\*?\s?[:\uff1a][*\s]*(?P<value>.*?)[*\s]*$",
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
