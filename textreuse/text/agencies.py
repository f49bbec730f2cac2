"""News agencies: the names by which texts credit them, folded."""

from __future__ import annotations

import re
from functools import cache

_AGENCIES = {
    "AP": r"(?:the\ )?associated\ press | ap",
    "AFP": r"afp | agence\ france[- ]presse",
    "Reuters": r"(?:thomson\ )?reuters(?:\ news(?:\ agency)?)?",
    "dpa": r"dpa(?:[-/][a-z0-9]+)* | deutsche[nr]?\ presse-agentur",
    "APA": r"apa | austria\ presse\ agentur",
    "Keystone-SDA": r"sda(?:-ats)? | keystone(?:[-/](?:sda|ats)(?:-ats)?)? | ats",
    "epd": r"epd",
    "KNA": r"kna",
    "SID": r"sid",
    "dapd": r"dapd",
    "AFX": r"afx",
    "EFE": r"(?:agencia\ )?efe",
    "Europa Press": r"europa\ press",
    "Servimedia": r"servimedia",
    "Colpisa": r"colpisa",
    "Télam": r"télam | telam",
    "Notimex": r"notimex",
    "ANSA": r"(?:agenzia\ )?ansa",
    "Adnkronos": r"adnkronos",
    "AGI": r"agi",
    "Askanews": r"askanews",
    "LaPresse": r"lapresse",
    "Radiocor": r"radiocor",
    "Lusa": r"(?:agência\ )?lusa",
    "Agência Brasil": r"agência\ brasil",
    "Estadão Conteúdo": r"estadão\ conteúdo",
    "Folhapress": r"folhapress",
    "Belga": r"(?:agence\ )?belga",
    "ANP": r"anp",
    "Novum": r"novum",
    "PA": r"pa(?:\ media|\ news)? | (?:the\ )?press\ association",
    "TASS": r"(?:itar-)?tass",
    "RIA Novosti": r"ria\ novosti",
    "Interfax": r"interfax",
    "Ukrinform": r"ukrinform",
    "Xinhua": r"xinhua",
    "Kyodo": r"kyodo(?:\ news)?",
    "Jiji": r"jiji(?:\ press)?",
    "Yonhap": r"yonhap",
    "Bloomberg": r"bloomberg(?:\ news)?",
    "UPI": r"upi | united\ press\ international",
    "AAP": r"aap",
    "The Canadian Press": r"cp | (?:the\ )?canadian\ press",
    "PTI": r"pti | press\ trust\ of\ india",
    "ANI": r"ani",
    "IANS": r"ians",
    "Anadolu": r"anadolu(?:\ agency)? | aa",
    "NTB": r"ntb",
    "Ritzau": r"ritzau",
    "TT": r"tt",
    "STT": r"stt",
    "MTI": r"mti",
    "PAP": r"pap",
    "ČTK": r"čtk",
    "Tanjug": r"tanjug",
    "HINA": r"hina",
}
"""By the name that readers know the names in texts."""

RELEASE_SERVICES = {
    "ots": r"ots",
    "PR Newswire": r"pr\ ?newswire",
    "Business Wire": r"business\ wire",
    "GlobeNewswire": r"globe\ ?newswire",
    "EurekAlert": r"eurekalert!?",
    "APA-OTS": r"apa-ots",
}
"""Who sends out what others than journalists wrote."""

_GENERIC = r"""
    agentur(?:en|material)? | agencias | agências | agenzie | agences | agentschappen | agencies
  | news\ agenc(?:y|ies) | nachrichtenagentur(?:en)? | persbureaus?
"""

AGENCY = rf"(?: {' | '.join([*_AGENCIES.values(), 'ots', _GENERIC])} )"
"""The pattern, verbose, of a folded name of an agency, or of what stands for one."""


def name_agency(words: str) -> str | None:
    """Return the agency that the folded `words` are a name of; None if they are of none."""
    return _find_name(words, _compile(tuple(_AGENCIES.items())))


def name_release_service(words: str) -> str | None:
    """Return the service for press releases that the folded `words` are a name of, if any."""
    return _find_name(words, _compile(tuple(RELEASE_SERVICES.items())))


def _find_name(words: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    return next((name for name, pattern in patterns if pattern.fullmatch(words)), None)


@cache
def _compile(patterns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.VERBOSE)) for name, pattern in patterns)
