"""Notices that say what an outlet corrected, told by their words, in seven languages."""

from __future__ import annotations

import re

_LABELS = r"""
    corrections? | clarifications? | corrected | retraction | erratum | errata
  | (?:note\ de\ la\ rédaction|rectificatif|rectification|mise\ à\ jour|précision)
  | editor['’]?s['’]?\ note | update[ds]?
  | korrektur(?:hinweis)? | berichtigung | richtigstellung | anmerkung\ der\ redaktion
  | hinweis\ der\ redaktion | aktualisierung
  | corrección | correcciones | rectificación | aclaración | fe\ de\ erratas? | fe\ de\ errores
  | nota\ (?:de\ la\ redacción|del\ editor|della\ redazione|da\ redação)
  | correzione | rettifica | errata\ corrige | precisazione
  | correção | retificação | erramos | esclarecimento
  | correctie | rectificatie | verbetering | noot\ van\ de\ redactie
"""
_PHRASES = r"""
    \b(?:earlier|previous|original)\ versions?\b
  | \b(?:früheren?|vorherigen?|ursprünglichen?)\ (?:version|fassung)\b
  | \bversion\ (?:précédente|antérieure)\b | \bprécédente\ version\b
  | \bversi[oó]n\ anterior\b | \bversão\ anterior\b | \bversione\ precedente\b
  | \bprecedente\ versione\b | \b(?:eerdere|vorige)\ versie\b
  | \b(?:this|the)\ (?:article|story|post|piece|report|headline|caption|page)\ (?:was|has\ been)\s
    (?:later\ |since\ )?(?:corrected|amended|updated|revised|edited|changed)\b
  | \b(?:dieser|der)\ (?:artikel|beitrag|text)\ wurde\ .{0,40}
    (?:korrigiert|berichtigt|geändert|aktualisiert)\b
  | \b(?:cet|l['’])\ ?article\ a\ été\ (?:corrigé|modifié|mis\ à\ jour)
  | \b(?:este|esta|el|la)\ (?:artículo|noticia)\ (?:ha\ sido|fue)\ (?:corregid|modificad|actualizad)
  | \bquesto\ articolo\ è\ stato\ (?:corretto|modificato|aggiornato)
  | \b(?:este|esta)\ (?:artigo|reportagem|matéria)\ foi\ (?:corrigid|alterad|atualizad)
  | \bdit\ (?:artikel|bericht)\ (?:is|werd)\ .{0,30}(?:gecorrigeerd|aangepast|bijgewerkt)
"""
_DATED = r"(?:\ \([^)]{1,40}\)|,?\ [^:.\n]{0,30}\d[^:.\n]{0,20})?"
"""The day that may follow upon a label."""
_LABEL = re.compile(
    rf"[\W_]*(?:{_LABELS}){_DATED}\ ?(?:[:–—]|\ -\ |\n|\Z)", re.IGNORECASE | re.VERBOSE
)
_PHRASE = re.compile(_PHRASES, re.IGNORECASE | re.VERBOSE)
_LOOKED_AT = 400
"""Characters in which a notice says that it is one."""


def is_correction_notice(text: str) -> bool:
    """Tell whether a sentence or paragraph says that the article was corrected or updated."""
    beginning = text[:_LOOKED_AT]
    return _LABEL.match(beginning) is not None or _PHRASE.search(beginning) is not None
