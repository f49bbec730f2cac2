"""The names in a byline: what is left of it without job titles, places and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPENS = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|text|analysis|review|interview|article"
    r"|submitted|created|geschrieben|verfasst|ein (?:artikel|beitrag|gastbeitrag)|gastbeitrag|un"
    r" artículo|publié|publicado|escrito|scritto|rédigé|geplaatst|skrivet|skrevet)\s+)?"
    r"(?:by|von|vom|par|por|di|door|av|af|przez|od)\b:?\s+"
    r"|^(?:authors?|autor(?:en|in|innen|es|a|as|i|zy|ka)?|auteurs?|autrices?|tekst|text|texte|texto"
    r"|testo|words|story|reporter|redaktion|foto|photos?|verfasser(?:in)?|author name"
    r"|view all posts by|all posts by|posts by|alle (?:beiträge|artikel) von)\s*:?\s+"
    r"(?:(?:by|von|par|por|di)\s+)?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*[|;/•·\n\t&+]\s*|\s*,\s*|\s+[–—-]\s+"
    r"|\s+(?:and|und|et|y|e|og|och|en|i|with|mit|avec|con|sowie)\s+"
)
_LABEL = re.compile(r"^[^:\uff1a]{1,30}[:\uff1a]\s*")
_ENDS = re.compile(
    r"\s+(?i:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?,?\s+\d.*$|"
    r"\s+(?:in|for|at|from|on|für|aus|am|im|pour|à|para|del?\s+diario|per|voor|i)\s+\S.*$"
    r"|\s*[\(\[<].*$|\s*\d.*$|\s+[–—-]\s.*$|\s*@\w.*$"
)
"""What follows a name: a place, an outlet, a date, an address."""
_JOINED = re.compile(r"^(?:and|und|et|y|e|og|och|en|i|with|mit)\s+")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[JS]r|Ph\.?D)\.$")
_DROPPED = re.compile(r"\S+@\S+\.\w+|https?://\S+|(?<!\w)@\w+|[\"“”„«»*#~]")
_JOBS = frozenset(
    # English
    "editor editors correspondent correspondents reporter reporters journalist journalists writer"
    " writers columnist columnists contributor contributors chief bureau producer photographer"
    " fellow director head senior junior staff freelance freelancer critic analyst anchor intern"
    " editorial newsroom desk professor lecturer researcher manager assistant deputy executive"
    " admin administrator author guest"
    # German
    " redakteur redakteurin redakteure redaktion korrespondent korrespondentin reporterin"
    " journalistin autor autorin volontär volontärin leiter leiterin chefredakteur chefredakteurin"
    " ressortleiter ressortleiterin chefreporter chefreporterin gastautor gastautorin"
    # Romance languages
    " journaliste correspondant correspondante rédacteur rédactrice envoyé envoyée chef rédaction"
    " corresponsal redactor redactora periodista editora reportero reportera redacción giornalista"
    " corrispondente inviato inviata redazione jornalista repórter correspondente redação"
    # Dutch, Scandinavian, Polish
    " redacteur redactrice verslaggever verslaggeefster journalisten redaktör reportern redaktør"
    " redaktor redaktorka dziennikarz dziennikarka korespondent".split()
)
"""Words that name an office, never a person."""
_NO_NAMES = frozenset(
    "name unknown anonymous et y e og och en i with mit avec con sowie read more updated published"
    " share follow comments comment photo minutes"
    " min image video by von par por und and".split()
)
_PARTICLES = frozenset(
    "de da do dos das di del della dello der den dem des du d' van von vom zu zum zur la le les lo"
    " el al bin bint ibn ben y e of ten ter 't af av".split()
)
_MOST_WORDS = 5
"""Words that a name has at most."""
_WORD = re.compile(r"[^\W\d_][\w.'’\u00b4`\-‐\u00ad]*")


def parse_byline(written: str) -> list[str]:
    """Return the names in a byline such as `By Tom Rask, Transport Editor, and Maud Ellery`.

    They stand in its order, each once. An office, a place, a date, an address is left out.
    """
    line = " ".join(_DROPPED.sub(" ", written.replace("\n", " | ")).split()).strip(" |,;:-–—")
    line = _OPENS.sub("", _LABEL.sub("", line), count=1)
    names = merge_names(_cut_name(part) for part in _PARTS.split(line))
    whole = [name for name in names if " " in name]
    return whole or names  # beside whole names, a word alone is a place or an agency


def merge_names(names: Iterable[str]) -> list[str]:
    """Return names without repetition, whatever their case; empty ones are left out."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(name.casefold(), name)
    return list(found.values())


def _cut_name(part: str) -> str:
    """Return the name that a part of a byline begins with; empty where there is none."""
    name = _ENDS.sub("", _OPENS.sub("", _JOINED.sub("", part.strip()), count=1))
    name = name.strip(" ,;:|-–—")
    if not _ABBREVIATED.search(name):
        name = name.rstrip(".")
    words = name.split()
    jobs = [at for at, word in enumerate(words, 1) if word.casefold() in _JOBS]
    if jobs and len(words) - jobs[-1] > 1:  # Transport Editor Tom Rask
        name = " ".join(words[jobs[-1] :])
    return name if is_name(name) else ""


def is_name(written: str) -> bool:
    """Tell whether something may be the name of a person, or that somebody writes under."""
    words = written.split()
    if not 0 < len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    small = [word.casefold().strip(".") for word in words]
    if not _JOBS.isdisjoint(small) or set(small) <= _NO_NAMES or small[0] == "the":
        return False
    if len(words) == 1:
        return True
    return all(
        word[0].isupper() or not word[0].islower() or word.casefold() in _PARTICLES
        for word in words
    ) and not all(word.casefold() in _PARTICLES for word in words)
