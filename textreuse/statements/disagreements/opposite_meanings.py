"""Words of which one statement has one or the other: before and after, fired and resigned.

Word lists by language; each dimension has poles, and words of two poles contradict each other. Most
do only where they stand in the place of one another; with a "!" also where the statements around
them are alike.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from textreuse.statements.disagreements.disagreement import DisagreementKind

_DIMENSIONS: dict[str, tuple[tuple[DisagreementKind, str], ...]] = {
    "english": (
        ("wording", "! resigned resigns resigning quit quits stepped | fired sacked ousted"),
        ("wording", "! convicted | acquitted exonerated"),
        ("wording", "! approved passed adopted | rejected defeated"),
        ("wording", """
            ! rose climbed increased grew jumped soared | fell dropped declined decreased shrank
            plunged slid"""),
        ("wording", "! won | lost"),
        ("wording", "wrote emailed texted | called phoned telephoned"),
        ("wording", "accepted agreed | refused declined rejected"),
        ("wording", "confirmed acknowledged admitted | denied"),
        ("wording", """
            supported supports backed backs favored favors favoured favours | opposed opposes"""),
        ("wording", "bought buys purchased | sold sells"),
        ("wording", "opened opens reopened | closed closes shut"),
        ("wording", "arrived arrives | left departed"),
        ("wording", "remembered remembers | forgot forgets"),
        ("wording", "before | after"),
        ("wording", "more greater | less fewer"),
        ("wording", "largest biggest | smallest"),
        ("wording", "highest | lowest"),
        ("wording", "oldest | youngest"),
        ("wording", "always | never"),
        ("wording", "public publicly | private privately"),
        ("wording", "alive | dead"),
        ("date", "morning | afternoon | evening night"),
        ("place", "northern | southern | eastern | western"),
        ("place", "north | south | east | west"),
        ("place", "northeast | northwest | southeast | southwest"),
        ("role", """
            wife | husband | sister | brother | mother | father | daughter | son | cousin |
            uncle | aunt | nephew | niece | grandmother | grandfather | girlfriend | boyfriend |
            neighbour neighbor"""),
        ("role", "man | woman | boy | girl"),
    ),
    "german": (
        ("wording", "! zurückgetreten rücktritt | entlassen gefeuert"),
        ("wording", "! verurteilt | freigesprochen"),
        ("wording", "! angenommen gebilligt verabschiedet | abgelehnt"),
        ("wording", "! stieg gestiegen wuchs | sank gesunken fiel gefallen"),
        ("wording", "! gewann gewonnen | verlor verloren"),
        ("wording", "schrieb geschrieben | anrief angerufen telefonierte"),
        ("wording", "bestätigte bestätigt | bestritt bestritten dementierte dementiert"),
        ("wording", "vor | nach"),
        ("wording", "mehr | weniger"),
        ("date", "morgens vormittags | nachmittags | abends nachts"),
        ("place", "nördlich | südlich | östlich | westlich"),
        ("role", """
            frau ehefrau | mann ehemann | schwester | bruder | mutter | vater | tochter | sohn"""),
    ),
    "french": (
        ("wording", "! démissionné démission | limogé renvoyé licencié"),
        ("wording", "! condamné | acquitté relaxé"),
        ("wording", "! approuvé adopté | rejeté"),
        ("wording", "! augmenté progressé grimpé | baissé diminué reculé chuté"),
        ("wording", "! gagné remporté | perdu"),
        ("wording", "écrit | appelé téléphoné"),
        ("wording", "confirmé | démenti nié"),
        ("wording", "avant | après"),
        ("place", "nord | sud | est | ouest"),
        ("role", "femme épouse | mari époux | soeur sœur | frère | mère | père | fille | fils"),
    ),
    "spanish": (
        ("wording", "! dimitió renunció dimitido | destituido despedido cesado"),
        ("wording", "! condenado | absuelto"),
        ("wording", "! aprobó aprobado | rechazó rechazado"),
        ("wording", "! subió aumentó creció | bajó cayó disminuyó"),
        ("wording", "! ganó | perdió"),
        ("wording", "escribió | llamó telefoneó"),
        ("wording", "confirmó | negó desmintió"),
        ("wording", "antes | después"),
        ("place", "norte | sur | este | oeste"),
        ("role", "esposa mujer | esposo marido | hermana | hermano | madre | padre | hija | hijo"),
    ),
}  # fmt: skip

_NEGATORS = {
    "english": "not no never neither nor without cannot can't don't doesn't didn't isn't aren't "
    "wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't none nobody nothing",
    "german": "nicht kein keine keinen keiner keinem nie niemals ohne niemand nichts",
    "french": "ne n' pas jamais aucun aucune sans personne rien ni",
    "spanish": "no nunca jamás sin ningún ninguna nadie nada ni",
}


class Pole(NamedTuple):
    """Where a word stands in a dimension."""

    kind: DisagreementKind
    dimension: int
    pole: int
    anywhere: bool
    """Whether two of them contradict each other wherever they stand in like statements."""


@lru_cache(maxsize=16)
def list_poles(language: str | None) -> dict[str, tuple[Pole, ...]]:
    """Return by word, folded, where it stands; nothing for a language without a list."""
    found: dict[str, tuple[Pole, ...]] = {}
    for dimension, (kind, poles) in enumerate(_DIMENSIONS.get(language or "", ())):
        for number, words in enumerate(poles.split("|")):
            for word in words.strip().removeprefix("!").split():
                pole = Pole(kind, dimension, number, poles.strip().startswith("!"))
                found[word] = (*found.get(word, ()), pole)
    return found


@lru_cache(maxsize=16)
def list_negators(language: str | None) -> frozenset[str]:
    """Return the words, folded, that negate; nothing for a language without a list."""
    return frozenset(_NEGATORS.get(language or "", "").split())
