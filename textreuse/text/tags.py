"""Tags: a few words that say who spoke, "he said" or "said Ann Lee"."""

from __future__ import annotations

import re

_VERBS = """
    said says asked asks added adds wrote writes told replied warned argued explained tweeted
    sagte sagt erklärte erklärt meinte schrieb fragte betonte
    dit déclare affirme ajoute explique
    dijo dice afirmó afirma declaró añadió agregó explicó señaló escribió
"""
_PRONOUNS = "he she they er sie il elle él ella"
_VERB = f"(?:{'|'.join(_VERBS.split())})"
_WHO = rf"(?:(?:{'|'.join(_PRONOUNS.split())})\b|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,4}})"
_TAG = re.compile(rf"[,?!…] (?:{_WHO} {_VERB}\b|{_VERB} {_WHO})")


def find_end_before_tag(text: str, start: int, end: int) -> int | None:
    """Return where words of `start:end` end, comma and all, that the first tag there follows."""
    found = _TAG.search(text, start, end)
    return found.start() + 1 if found is not None else None
