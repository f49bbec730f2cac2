"""Which paragraph of a page says that its article was corrected or amended."""

from __future__ import annotations

import re

from storage.article_import.formats.pages.html_blocks import Block
from storage.article_import.formats.pages.html_roles import is_named_correction

_FEWEST = 5
"""Words of a correction; fewer are a heading, or lead to a page about corrections."""
_HEADED = re.compile(
    r"^\W*(?:"
    # English
    r"corrections?(?: and clarifications?)?|clarifications?|corrigend(?:um|a)|errat(?:um|a)"
    r"|retraction|amendment|updates?|editors?['’`]?s? note|note from the editors?"
    # German
    r"|korrektur(?:en|hinweis)?|richtigstellung|berichtigung|klarstellung|nachtrag"
    r"|(?:anmerkung|hinweis|anm\.) d(?:er|\.) red(?:aktion|\.)|transparenzhinweis"
    # French
    r"|rectificatif|rectification|précision|mise à jour|note de la rédaction|ndlr"
    # Spanish, Portuguese, Italian
    r"|corrección|fe de (?:erratas?|errores)|rectificación|aclaración|nota de(?: la)? redacción"
    r"|correção|errata|retificação|nota da redação|correzione|errata corrige|rettifica|precisazione"
    # Dutch, Danish, Norwegian, Swedish, Polish, Czech
    r"|correctie|rectificatie|aanvulling|rettelse|retting|præcisering|rättelse|förtydligande"
    r"|sprostowanie|korekta|oprava|upřesnění"
    r")\b[^:.–—|]{0,60}[:.–—|]",
    re.IGNORECASE,
)
"""A word that heads a correction, with a date perhaps, and what parts it from the rest."""
_THIS = r"(?:article|story|piece|post|report|column|headline|video|text|item|obituary|interview)"
_TOLD = re.compile(
    rf"\bthis {_THIS}(?:'s headline)? (?:has been|was|is) (?:\w+ )?"
    r"(?:corrected|amended|updated|edited|changed|revised|modified|clarified)\b"
    rf"|\b(?:earlier|previous|original|prior|initial) versions? of (?:this|the) {_THIS}"
    rf"|\bthis {_THIS} (?:originally|previously|initially|incorrectly|mistakenly|misstated)"
    r"|\bin (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen|älteren) (?:version"
    r"|fassung)|\b(?:eine|die) (?:frühere|vorherige|ursprüngliche) (?:version|fassung) dieses"
    r"|\bdieser (?:artikel|text|beitrag) wurde (?:\S+ ){0,6}(?:korrigiert|aktualisiert|geändert"
    r"|ergänzt|präzisiert|berichtigt)"
    r"|\bune (?:première )?version (?:précédente |antérieure |initiale )?de (?:cet article|ce"
    r" texte)"
    r"|\bcet article a été (?:corrigé|modifié|mis à jour|rectifié|actualisé)"
    r"|\buna versión (?:anterior|previa|inicial) de est[ea]|\best[ea] (?:artículo|texto|nota"
    r"|noticia) (?:ha sido|fue) (?:corregid|actualizad|modificad)"
    r"|\buma versão (?:anterior|inicial) d(?:este|esta|o|a)\b|\beste (?:artigo|texto) foi"
    r" (?:corrigido|atualizado|alterado)"
    r"|\b(?:una|in una) (?:precedente )?versione (?:precedente )?di questo articolo"
    r"|\bquesto articolo è stato (?:corretto|aggiornato|modificato)"
    r"|\bin een eerdere versie van dit|\bdit artikel (?:is|werd) (?:\S+ ){0,4}(?:aangepast"
    r"|gecorrigeerd|bijgewerkt)"
    r"|\bi en tidligere (?:version|versjon|utgave)|\bi en tidigare version"
    r"|\bw (?:poprzedniej|pierwotnej|wcześniejszej) wersji|\bv (?:předchozí|původní) verzi",
    re.IGNORECASE,
)
"""What says that a text was another before."""


def is_correction(block: Block) -> bool:
    """Tell whether a paragraph says of the article what was wrong in it, or that it was changed.

    It is told by its words, in the languages that the engine knows, or by the name that the site
    gave to what it stands in.
    """
    if block.words < _FEWEST:
        return False
    if _HEADED.search(block.text) or _TOLD.search(block.text):
        return True
    return any(
        is_named_correction(one)
        for one in (block.element, *list(block.element.iterancestors())[:2])
    )
