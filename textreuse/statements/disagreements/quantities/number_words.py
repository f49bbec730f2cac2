"""Number words by language, and what may stand around a number."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from textreuse.statements.disagreements.quantities.quantity import Bound

_UNITS = {
    "english": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
        "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90,
    },
    "german": {
        "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13,
        "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
        "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
        "siebzig": 70, "achtzig": 80, "neunzig": 90,
    },
    "french": {
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
        "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
        "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
        "nonante": 90,
    },
    "spanish": {
        "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
        "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
        "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
        "veintiuno": 21, "veintiún": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
        "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
        "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
        "setenta": 70, "ochenta": 80, "noventa": 90, "doscientos": 200, "doscientas": 200,
        "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "cuatrocientas": 400,
        "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
        "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800,
        "novecientos": 900, "novecientas": 900,
    },
}  # fmt: skip
"""What is added. "One" that is an article or a pronoun as well is left out."""

_MILLION, _BILLION = 10**6, 10**9
_EVERYWHERE = {
    "m": _MILLION, "mn": _MILLION, "mln": _MILLION, "bn": _BILLION, "k": 1000,
}  # fmt: skip
"""Short scales, only behind figures."""

_SCALES = {
    "english": {
        "hundred": 100, "thousand": 1000, "million": _MILLION, "billion": _BILLION,
        "trillion": 10**12, "dozen": 12,
    },
    "german": {
        "hundert": 100, "tausend": 1000, "tsd": 1000, "million": _MILLION, "millionen": _MILLION,
        "mio": _MILLION, "milliarde": _BILLION, "milliarden": _BILLION, "mrd": _BILLION,
        "billion": 10**12, "billionen": 10**12, "dutzend": 12,
    },
    "french": {
        "cent": 100, "cents": 100, "mille": 1000, "million": _MILLION, "millions": _MILLION,
        "milliard": _BILLION, "milliards": _BILLION, "md": _BILLION, "mds": _BILLION,
        "billion": 10**12, "billions": 10**12,
    },
    "spanish": {
        "cien": 100, "ciento": 100, "mil": 1000, "millón": _MILLION, "millones": _MILLION,
        "billón": 10**12, "billones": 10**12,
    },
}  # fmt: skip
"""What multiplies."""

_VAGUE = {
    "english": {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
                "millions": _MILLION, "billions": _BILLION, "trillions": 10**12},
    "german": {"dutzende": 12, "dutzenden": 12, "hunderte": 100, "hunderten": 100,
               "tausende": 1000, "tausenden": 1000, "zehntausende": 10_000,
               "zehntausenden": 10_000, "hunderttausende": 100_000, "hunderttausenden": 100_000},
    "french": {"dizaines": 10, "centaines": 100, "milliers": 1000},
    "spanish": {"decenas": 10, "cientos": 100, "centenares": 100, "miles": 1000},
}  # fmt: skip
"""What says "several of": "hundreds"."""

_SEVERAL = {
    "english": "several few many",
    "german": "mehrere mehreren mehrerer einige einigen einiger etliche",
    "french": "plusieurs quelques",
    "spanish": "varios varias algunos algunas unos unas",
}
_JOINING = {"english": "and", "german": "und", "french": "et", "spanish": "y"}
_AND_A_HALF = {"english": ("and", "a", "half")}
_LINKS = {"english": "of", "german": "von", "french": "de", "spanish": "de"}

_COMPARED: dict[str, dict[Bound, str]] = {
    "english": {
        "more than": "more than, greater than, over, upwards of, exceeding, well over",
        "at least": "at least, no fewer than, no less than",
        "less than": "less than, fewer than, under",
        "at most": "up to, as many as, as much as, no more than, at most",
        "about": "about, around, roughly, approximately, some, an estimated, estimated, nearly, "
        "almost, close to, perhaps, just over, just under, circa",
    },
    "german": {
        "more than": "mehr als, über",
        "at least": "mindestens, wenigstens",
        "less than": "weniger als, unter",
        "at most": "bis zu, höchstens",
        "about": "etwa, rund, ungefähr, circa, ca, knapp, fast, gut, nahezu",
    },
    "french": {
        "more than": "plus de",
        "at least": "au moins",
        "less than": "moins de",
        "at most": "jusqu'à",
        "about": "environ, près de, quelque, presque, autour de",
    },
    "spanish": {
        "more than": "más de",
        "at least": "al menos, por lo menos",
        "less than": "menos de",
        "at most": "hasta",
        "about": "unos, unas, cerca de, alrededor de, aproximadamente, casi",
    },
}
"""What stands before a number that is not exact."""


class NumberWords(NamedTuple):
    """The words that make numbers in one language, folded."""

    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    several: frozenset[str]
    joining: str
    """Between the parts of a number: "and"; empty where there is none."""
    link: str
    """Between two vague words: "hundreds of thousands"; empty where there is none."""
    and_a_half: tuple[str, ...]
    """What adds a half behind a number; empty where nothing does."""
    compared: dict[tuple[str, ...], Bound]
    """What stands before a number that is not exact, and what it makes of it."""
    joins_from: int
    """The least number that the joining word may stand behind."""
    point_groups: bool
    """Whether a point parts thousands and a comma the decimals."""

    @property
    def starters(self) -> frozenset[str]:
        """The words that a number may begin with."""
        return frozenset((*self.units, *self.scales, *self.vague))


@lru_cache(maxsize=16)
def list_number_words(language: str | None) -> NumberWords:
    """Return the number words of `language`; those of `None` and others are figures alone."""
    name = language or ""
    return NumberWords(
        _UNITS.get(name, {}),
        _SCALES.get(name, {}),
        _VAGUE.get(name, {}),
        frozenset(_SEVERAL.get(name, "").split()),
        _JOINING.get(name, ""),
        _LINKS.get(name, ""),
        _AND_A_HALF.get(name, ()),
        {
            tuple(words.split()): bound
            for bound, listed in _COMPARED.get(name, {}).items()
            for words in listed.split(", ")
        },
        100 if name == "english" else 20,
        name not in ("", "english"),
    )


def short_scale(letters: str) -> int | None:
    """Return what letters right behind figures multiply by: "m" in "1.2m"."""
    return _EVERYWHERE.get(letters)
