"""What findings, speakers and origins are called, wherever people read of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.wording.plural import pluralize

if TYPE_CHECKING:
    from textreuse import (
        Derivation,
        Disagreement,
        Form,
        Origin,
        OriginKind,
        OverlapKind,
        Quotation,
        Relation,
        Speaker,
    )

ORDER_CAVEAT = "An order, not a proof."
"""Stands with whatever says who had something first."""
CONFIRMED = "confirmed"
"""What is said of a finding that the reader confirmed."""
UNRESOLVED_SPEAKER = "speaker not told"
UNNAMED_SPEAKER = "unnamed"

_RELATIONS: dict[Relation, str] = {
    "same": "the same",
    "cut": "cut",
    "altered": "altered",
    "extended": "extended",
    "narration_elsewhere": "told as fact elsewhere",
    "reattributed": "of another speaker",
}
_FORMS: dict[Form, str] = {
    "direct": "in quotation marks",
    "indirect": "reported",
    "narration": "told as fact",
}
_DERIVATIONS: dict[Derivation, str] = {
    "wholly": "wholly derived from the others",
    "partly": "partly derived from the others",
    "not": "not derived from the others",
}
_ORIGINS: dict[OriginKind, str] = {
    "wire": "news agency",
    "release": "press release or statement",
    "outlet": "one of the articles",
    "unknown": "origin outside the story",
}
_OVERLAPS: dict[OverlapKind, str] = {
    "none": "little in common",
    "quotations": "the same quotations only",
    "common origin": "a common origin",
    "outlet to outlet": "from one to the other",
}


def name_relation(relation: Relation) -> str:
    """Return how two articles give a quotation, as a word or two behind it: `cut`."""
    return _RELATIONS[relation]


def name_disagreement(found: Disagreement) -> str:
    """Return what sort of disagreement it is: `number, conflict`."""
    return f"{found.kind}, {found.severity}"


def name_speaker(speaker: Speaker) -> str:
    """Return who said it as far as the text tells; never empty."""
    if speaker.kind == "unresolved":
        return UNRESOLVED_SPEAKER
    if speaker.kind == "anonymous":
        return f"{UNNAMED_SPEAKER} ({speaker.name})" if speaker.name else UNNAMED_SPEAKER
    return speaker.name


def name_form(form: Form) -> str:
    """Return how an article gives what was said: as a quotation, or in its own words."""
    return _FORMS[form]


def name_voice(quotation: Quotation) -> str:
    """Return in whose voice an article has these words: that of a speaker, or its own."""
    form = name_form(quotation.form)
    if quotation.form == "narration" and quotation.speaker.kind == "unresolved":
        return form
    said = name_speaker(quotation.speaker)
    return said if quotation.form == "direct" else f"{said}, {form}"


def add_verdict(said: str, *, is_confirmed: bool) -> str:
    """Return what is said of a finding, with that the reader confirmed it where that is so."""
    return f"{said}, {CONFIRMED}" if is_confirmed else said


def count_origins(articles: int, origins: Sequence[Origin]) -> str:
    """Return the one line on origins: `5 articles, 4 independent origins`."""
    return f"{pluralize(articles, 'article')}, {pluralize(len(origins), 'independent origin')}"


def describe_origin(origin: Origin) -> str:
    """Return what an origin is and what it is called, if it has a name: `news agency, Reuters`.

    Of an article that is its own origin no more than the name, if there is one.
    """
    is_itself = origin.kind == "outlet" and len(origin.articles) == 1
    what = "" if is_itself else _ORIGINS[origin.kind]
    return ", ".join(filter(None, (what, origin.name)))


def name_derivation(derivation: Derivation) -> str:
    """Return how much of an article comes from the others: no more than the estimate says."""
    return _DERIVATIONS[derivation]


def name_overlap(kind: OverlapKind) -> str:
    """Return what that which two articles have in common comes of."""
    return _OVERLAPS[kind]
