"""What may not be done with a text, and whom to ask: the sentences of copyright lines."""

from __future__ import annotations

import re
from functools import cache

_SELF = r"""
    (?: (?:this|these|our|all|the\ above)\ (?:\w+\ )?
        (?:articles?|content|stor(?:y|ies)|reports?|materials?|texts?|works?|(?:web)?sites?|pages?
          |publications?|copy)
      | (?:diese[rs]?|unsere|alle)\ (?:\w+\ )?
        (?:artikel|texte?|beitr(?:a|ä)ge?|inhalte?|werke?|meldung(?:en)?|seiten?|materialien|material
          |webseite|website)
      | (?:ce|cet|cette|ces|nos|notre|tous\ les)\s
        (?:articles?|contenus?|dépêches?|textes?|sites?|pages?|publications?|documents?)
      | (?:este|esta|estos|nuestros?|todos\ los)\s
        (?:artículos?|contenidos?|textos?|materia(?:l|les)|noticias?|páginas?|sitios?|obras?)
      | (?:questo|questa|questi|tutti\ i|il\ presente)\s
        (?:articolo|contenut[oi]|testo|materiale|sito|opera)
      | (?:este|esta|todos\ os)\ (?:artigos?|conteúdos?|textos?|materia(?:l|is)|obras?|sites?)
      | (?:dit|deze|onze|alle)\s
        (?:artikel(?:en)?|inhoud|teksten?|materiaal|site|berichten?|publicaties?)
    )
"""
_OF_RIGHTS = r"""
    (?: copyright\w* | reprodu\w+ | republish\w* | redistribut\w+ | syndicat\w+ | creative\ commons
      | urheber\w+ | vervielf\w+ | nachdruck\w* | weiterverb\w+ | weiterverw\w+
      | droits?\ d['’]auteur | derechos\ de\ autor | diritt[io]\ d['’]autore | riprodu\w+
      | direitos\ (?:de\ autor|autorais) | auteursrecht\w* | overgenomen | gereproduceerd
    )\b
"""
_NOBODY_SPEAKS = r"""
    (?! .* (?: [“”"„«»]
      | \b(?:said|says|told|sagte?|erklärte|déclaré|dijo|afirmó|disse|detto|zei|zegt)\b ) )
"""
_FIRST_PUBLISHED = r"""
    this\ (?:article|story|post|piece|text)\ (?:(?:is|was|has\ been)\ )?
      (?:originally|first)\ (?:published|appeared|posted)\b.{0,100}
  | read\ the\ original\ (?:article|story|post)\b.{0,40}
  | dieser\ (?:artikel|text|beitrag)\ (?:ist|erschien|wurde)\s
      (?:zuerst|zunächst|ursprünglich)\b.{0,100}
  | (?:cet\ article|ce\ texte)\ (?:a|est)\ (?:d'abord|initialement)\ (?:été\ )?(?:publié|paru)\b
      .{0,100}
  | este\ (?:artículo|texto)\ (?:fue|se)\ public(?:ado|ó)\s
      (?:originalmente|primero|por\ primera\ vez)\b.{0,80}
  | questo\ articolo\ è\ (?:stato\ )?(?:originariamente\ )?(?:pubblicato|apparso)\s
      (?:originariamente|per\ la\ prima\ volta|su|in)\b.{0,80}
  | este\ (?:artigo|texto)\ foi\ (?:originalmente\ publicado|publicado\ originalmente)\b.{0,80}
  | dit\ (?:artikel|stuk|bericht)\ (?:verscheen|is)\ (?:eerder|eerst|oorspronkelijk)\b.{0,100}
  | the\ post\ .{1,200}\ (?:appeared\ first|first\ appeared)\ on\ .{1,60}
  | der\ beitrag\ .{1,200}\ erschien\ zuerst\ auf\ .{1,60}
  | l'article\ .{1,200}\ est\ apparu\ en\ premier\ sur\ .{1,60}
  | la\ entrada\ .{1,200}\ (?:se\ publicó\ primero|apareció\ primero)\ en\ .{1,60}
  | l'articolo\ .{1,200}\ (?:proviene\ da|sembra\ essere\ il\ primo\ su)\ .{1,60}
  | o\ post\ .{1,200}\ apareceu\ primeiro\ em\ .{1,60}
  | het\ bericht\ .{1,200}\ verscheen\ eerst\ op\ .{1,60}
"""
"""Where a text was published first; the last ones are what WordPress adds to its feeds."""
_RIGHTS = rf"""
    {_NOBODY_SPEAKS} {_SELF} \b.{{0,140}}\b {_OF_RIGHTS} .{{0,160}}
  | jede\ (?:weitere\ )?(?:verwertung|weiterverwendung|vervielfältigung|nutzung
      |weiterverbreitung)\b.{{0,120}}
    \b(?:zustimmung|genehmigung|unzulässig|untersagt|verboten)\b.{{0,80}}
  | (?:do\ not|not\ for)\ (?:republi|redistribut|reproduc|re-?us|distribut)\w+.{{0,80}}
  | no\ (?:republi|redistribut|reproduc|re-?us)\w+\ (?:without|allowed|permitted)\b.{{0,60}}
  | unauthori[sz]ed\ (?:use|copying|reproduction|distribution|publication)\b.{{0,80}}\bprohibited
      \b.{{0,40}}
  | (?:re)?(?:printed|published|used)\ by\ permission.{{0,60}}
  | for\ (?:more\ )?information\ (?:on|about)\ (?:re-?use|licens\w+|syndicat\w+|reprint\w*)\b
      .{{0,80}}
  | .{{0,60}}\bsolely\ responsible\ for\ all\ content\b.{{0,40}}
  | (?:©|\(?c\)).{{0,200}}
  | copyright\b\W*(?:by\ |the\ )*(?:©|\(c\)|\d{{4}}\b).{{0,200}}
  | .{{0,40}}\ball\ rights\ reserved\b.{{0,60}} | some\ rights\ reserved.{{0,60}}
  | .{{0,20}}\balle\ rechte\ vorbehalten\b.{{0,60}} | .{{0,20}}\balle\ rechten\ voorbehouden\b
      .{{0,60}}
  | tous\ droits\b.{{0,60}}\bréservés\b.{{0,80}} | droits\ de\ reproduction\b.{{0,60}}\bréservés
      \b.{{0,60}}
  | .{{0,20}}\btodos\ los\ derechos\ reservados\b.{{0,60}} | (?:quedan\ )?reservados\ todos\b
      .{{0,60}}
  | (?:tutti\ i\ )?diritti\b.{{0,20}}\briservati\b.{{0,60}}
  | .{{0,20}}\btodos\ os\ direitos\b.{{0,20}}\breservados\b.{{0,60}}
  | .{{0,20}}\briproduzione\b.{{0,20}}\b(?:riservata|vietata)\b.{{0,60}}
  | (?:this|the)\ (?:material|content|article|story|report|text|copy|work)\b.{{0,40}}
    \b(?:may|must|can|shall)\ not\ be\ (?:published|reproduced|re-?used|copied|broadcast
      |re-?written|redistributed|distributed|republished|reprinted).{{0,160}}
  | no\ part\ of\ this\ (?:article|material|publication|content|site|story).{{0,140}}
  | (?:unauthori[sz]ed\ )?(?:reproduction|republication|redistribution|copying|duplication
      |reprinting)
    \b.{{0,100}}\b(?:prohibited|forbidden|permission|consent)\b.{{0,60}}
  | (?:reproduction|republication|redistribution)\b.{{0,60}}\bnot\ (?:permitted|allowed)\b.{{0,40}}
  | (?:learn|read)\ more\ about\ our\ .{{0,60}} | (?:see|read)\ our\ terms\b.{{0,60}}
  | (?:for|to)\ (?:permissions?|licens\w+|reprints?|syndication|request\ permission)\b.{{0,80}}
  | our\ standards\ ?:.{{0,80}} | (?:purchase|acquire|get|buy)\ (?:licensing|reprint)\ rights
      .{{0,40}}
  | (?:opens\ new\ tab|terms\ of\ (?:use|service)|terms\ and\ conditions\ apply)
  | (?:re)?published\ (?:here\ )?(?:with\ permission|under)\b.{{0,100}} | (?:used
      |reprinted)\ with\ permission.{{0,60}}
  | this\ (?:article|story|work|text)\ (?:is|was|has\ been)\ (?:originally\ |first\ )?(?:licensed
      |(?:re)?published)\b
    .{{0,100}}\b(?:licen[cs]e|creative\ commons|permission)\b.{{0,60}}
  | licensed\ under\b.{{0,100}}
  | {_NOBODY_SPEAKS} (?: {_FIRST_PUBLISHED} )
  | (?:the\ associated\ press|ap)\b.{{0,80}}\breceives\b.{{0,40}}\bsupport\ from\b.{{0,160}}
  | (?:find|see|read)\ (?:more\ about\ )?ap's\b.{{0,160}}
  | (?:follow|folgen\ sie|suivez|sigue|segui|siga|volg)\b.{{0,80}}(?:https?://\S+|@\w+).{{0,40}}
  | (?:more|full|find|see|read|click|for\ more)\b.{{0,100}}\bhttps?://\S+
  | bei\ rückfragen\ wenden\ sie\ sich\b.{{0,160}}
  | (?:vervielfältigung|weiterverbreitung|weiterverwendung|weitergabe|nachdruck|wiedergabe)
      \b.{{0,120}}
    \b(?:untersagt|verboten|genehmigung|zustimmung|gestattet|erlaubt|einwilligung|vorbehalten)
      \b.{{0,60}}
  | (?:der|die)\ (?:nachdruck|vervielfältigung|weiterverbreitung
      |weiterverwendung|weitergabe|verwertung|übernahme)
      \b.{{0,120}}
    \b(?:untersagt|verboten|genehmigung|zustimmung|gestattet|erlaubt|einwilligung)\b.{{0,60}}
  | (?:dieser|dieses|diese)\ (?:text|artikel|beitrag|material|meldung|inhalte?)\b.{{0,40}}\bd(?:a
      |ü)rf(?:en)?\b
    .{{0,20}}\bnicht\b.{{0,140}}
  | (?:dieser|dieses|diese)\ (?:text|artikel|beitrag|meldung)\b.{{0,80}}
    \b(?:nicht\ (?:redaktionell\ )?bearbeitet|automatisiert|automatisch)\b.{{0,60}}
  | (?:except\ for\ the\ headline,?\ )?
    (?:this|the\ above)\ (?:story|article|report|copy)\ (?:has|was|is)\b.{{0,60}}
    \b(?:wire|agency|syndicated|auto-generated|by\ (?:\w+\ ){{0,2}}staff)\b.{{0,120}}
  | .{{0,80}}\burheberrechtlich\ geschützt\b.{{0,80}}
  | (?:dieser|dieses|diese)\ (?:text|artikel|beitrag|material|meldung|inhalt)\b.{{0,60}}
    \b(?:agentur|nachrichtenagentur|presse-agentur|dpa|apa|sda|afp|reuters)\b.{{0,120}}
  | (?:toute\ )?(?:reproduction|rediffusion|diffusion|reprise)\b.{{0,120}}
    \b(?:interdite?s?|autorisation|accord|réservée?s?)\b.{{0,80}}
  | toutes\ les\ informations\ reproduites\b.{{0,240}}
  | (?:ce|cet|cette)\ (?:article|contenu|dépêche|texte)\b.{{0,60}}\b(?:ne\ peut|protégée?)\b
      .{{0,160}}
  | (?:queda|está|están|se)\b.{{0,30}}\bproh[ií]b\w+\b.{{0,40}}
    \b(?:reproducción|redistribución|redifusión|difusión|distribución|copia)\b.{{0,160}}
  | prohibida\ (?:su|la)\ (?:reproducción|redistribución|redifusión|copia|difusión)\b.{{0,120}}
  | (?:este|esta)\ (?:material|contenido|texto|artículo|información)\b.{{0,20}}\bno\ (?:puede
      |podrá)\b.{{0,160}}
  | (?:è\ )?(?:vietata|proibita)\b.{{0,30}}\b(?:riproduzione|redistribuzione|ridistribuzione
      |diffusione|copia)\b.{{0,120}}
  | (?:questo|il)\ (?:materiale|contenuto|testo|articolo)\b.{{0,20}}\bnon\ può\ essere\b.{{0,160}}
  | (?:é\ |está\ )?(?:expressamente\ )?proibid[ao]\b.{{0,30}}\b(?:reprodução|redistribuição|difusão
      |divulgação|cópia)\b.{{0,120}}
  | (?:a\ )?reprodução\b.{{0,60}}\b(?:proibida|autorização|permitida)\b.{{0,80}}
  | (?:este|o)\ (?:material|conteúdo|texto|artigo)\b.{{0,20}}\bnão\ pode\ ser\b.{{0,160}}
  | (?:niets\ uit|overname|reproductie|verspreiding|publicatie|hergebruik|kopiëren)\b.{{0,120}}
    \b(?:toestemming|verboten|toegestaan|voorbehouden)\b.{{0,60}}
  | (?:dit|deze)\ (?:materiaal|artikel|tekst|inhoud)\b.{{0,20}}\bmag\ niet\b.{{0,160}}
"""

_FIRST_WORDS = frozenset(
    """
    jede tous droits todos quedan reservados tutti diritti riproduzione unauthorized
    unauthorised reproduction republication redistribution copying duplication reprinting purchase
    acquire terms printed republished reprinted licensed follow folgen suivez sigue segui siga volg
    vervielfältigung weiterverbreitung weiterverwendung weitergabe nachdruck wiedergabe toute
    rediffusion diffusion reprise queda prohibida vietata proibita expressamente proibida proibido
    reprodução niets overname reproductie verspreiding hergebruik kopiëren opens our
    """.split()
)
_COMMON_FIRST_WORDS = {
    first_word: telling
    for first_words, telling in {
        "the": (" not be ", " first on ", " first appeared on ", "support from "),
        "ap ap's": ("support from ",),
        "except": ("headline",),
        "der": (" zuerst auf ",),
        "het": (" eerst op ",),
        "l'article": (" en premier sur ",),
        "l'articolo": (" proviene da ", " il primo su "),
        "all buy do find for full get learn more no not our read see some these this to used": (
            *(" not be ", "rights", "terms", "permission", "licens", "licence", "no part of"),
            *("http", "about our", "see our", "syndicat", "reprint", "agency", "staff"),
            *("copyright", "republi", "reprodu", "redistribut", "reuse", "re-use", "©"),
            *("originally", "first ", "original ", " ap's "),
        ),
        "alle bei der die diese dieser dieses unsere": (
            *("untersagt", "verboten", "gestattet", "erlaubt", "zustimmung", "genehmigung"),
            *(
                "einwilligung",
                " nicht ",
                "agentur",
                "dpa",
                "apa",
                "sda",
                "rückfragen",
                "urheber",
                "rechte vorbeh",
                *("zuerst", "zunächst", "ursprünglich"),
            ),
        ),
        "ce ces cet cette nos notre toutes": (
            "ne peut",
            "protégé",
            "reprodu",
            "droit",
            "autorisation",
            *("publié", "paru"),
        ),
        "es esta este estos está están la nuestro se": (
            *("prohib", "no puede", "no podrá", "não pode", "derechos", "autoriza", "direitos"),
            *("reprodu", "public", " primero en "),
        ),
        "il questa questi questo è": (
            *(
                "non può",
                "vietata",
                "proibita",
                "diritt",
                "riprodu",
                "copyright",
                "riservat",
                "pubblicat",
                "apparso",
            ),
        ),
        "a o é": ("proibid", "reprodução", "não pode", " primeiro em "),
        "deze dit onze publicatie": (
            *("mag niet", "toestemming", "verboten", "voorbehouden", "auteursrecht", "overgenomen"),
            *("eerder", "eerst", "oorspronkelijk"),
        ),
    }.items()
    for first_word in first_words.split()
}
"""Common words that such a sentence may begin with, and what gives it away then."""


def may_open_rights(content: str, first_word: str) -> bool:
    """Tell, quickly, whether a line, folded and bare, may begin with such a sentence."""
    telling = _COMMON_FIRST_WORDS.get(first_word)
    if telling is None:
        return first_word in _FIRST_WORDS
    return any(word in content for word in telling)


def states_rights(sentence: str) -> bool:
    """Tell whether that is all that a sentence says, folded and bare of what frames it."""
    return _compile_rights().fullmatch(sentence) is not None


@cache
def _compile_rights() -> re.Pattern[str]:
    return re.compile(_RIGHTS, re.VERBOSE)
