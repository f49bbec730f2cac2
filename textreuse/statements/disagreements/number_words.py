"""Number words by language, and what may stand around a number."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

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
_LINKS = {"english": "of", "german": "von", "french": "de", "spanish": "de"}

_COMPARED = {
    "english": {("more", "than"): 1, ("at", "least"): 1, ("greater", "than"): 1, ("over",): 1,
                ("upwards", "of"): 1, ("exceeding",): 1, ("no", "fewer", "than"): 1,
                ("no", "less", "than"): 1, ("less", "than"): -1, ("fewer", "than"): -1,
                ("up", "to"): -1, ("as", "many", "as"): -1, ("as", "much", "as"): -1,
                ("under",): -1, ("no", "more", "than"): -1, ("at", "most"): -1,
                ("about",): 0, ("around",): 0, ("roughly",): 0, ("approximately",): 0,
                ("some",): 0, ("an", "estimated"): 0, ("estimated",): 0, ("nearly",): 0,
                ("almost",): 0, ("close", "to"): 0, ("perhaps",): 0, ("just", "over"): 0,
                ("just", "under"): 0, ("well", "over"): 1, ("circa",): 0},
    "german": {("mehr", "als"): 1, ("mindestens",): 1, ("über",): 1, ("weniger", "als"): -1,
               ("bis", "zu"): -1, ("unter",): -1, ("höchstens",): -1, ("wenigstens",): 1,
               ("etwa",): 0, ("rund",): 0, ("ungefähr",): 0, ("circa",): 0, ("ca",): 0,
               ("knapp",): 0, ("fast",): 0, ("gut",): 0, ("nahezu",): 0},
    "french": {("plus", "de"): 1, ("au", "moins"): 1, ("moins", "de"): -1, ("jusqu'à",): -1,
               ("environ",): 0, ("près", "de"): 0, ("quelque",): 0, ("presque",): 0,
               ("autour", "de"): 0},
    "spanish": {("más", "de"): 1, ("al", "menos"): 1, ("por", "lo", "menos"): 1,
                ("menos", "de"): -1, ("hasta",): -1, ("unos",): 0, ("unas",): 0,
                ("cerca", "de"): 0, ("alrededor", "de"): 0, ("aproximadamente",): 0,
                ("casi",): 0},
}  # fmt: skip
"""What stands before a number that is not exact: 1 says at least, -1 at most, 0 about."""


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
    compared: dict[tuple[str, ...], int]
    """What stands before a number that is not exact: 1 says at least, -1 at most, 0 about."""
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
        _COMPARED.get(name, {}),
        100 if name == "english" else 20,
        name not in ("", "english"),
    )


def short_scale(letters: str) -> int | None:
    """Return what letters right behind figures multiply by: "m" in "1.2m"."""
    return _EVERYWHERE.get(letters)
