"""Lines of agencies and of those who sell texts: credits, copyright, what may not be reprinted.

A line is one of these where each of its sentences is; whoever reports on a copyright says more.
"""

from __future__ import annotations

import re
from functools import cache

from textreuse.text.agencies import AGENCY
from textreuse.text.boilerplate_phrases import is_site_phrase
from textreuse.text.normalize import fold
from textreuse.text.reprint_rights import may_open_rights, states_rights

LONGEST_CREDIT = 500
"""Characters of the longest line that is looked at; a paragraph that is longer is reporting."""

_JOINED = r"(?:\ ?(?:[/,;&+|·]|-|\bund\b|\band\b|\bet\b|\by\b|\be\b|\ben\b|\bmit\b|\bwith\b)\ ?)"
_SOURCE = r"""
    (?:sources?|quellen?|fuentes?|font[ei]|bron(?:nen)?|credits?|via|by|from|with|von|mit|aus|nach
      |par|avec|por|con|com|da|di|door|met|van|agence|agencia|agenzia|agência
      |(?:mit|aus)\ material\ (?:von|der)
      |avec\ (?:l')?|con\ información\ de|con\ informazioni\ (?:da|di)|com\ informações\ d[aeo]
      |met\ informatie\ van|(?:with\ )?(?:files?|inputs?)\ from
      |(?:la\ )?rédaction|redacción|redazione|redação|redactie|redaktion|staff|end
      |mit\ informationen\ von|photos?|fotos?|bild(?:er)?
      |pictures?|images?|imagen|immagine|imagem|beeld|video|texte?|tekst)
"""
_SIGNATURE = rf"""
    (?:{_SOURCE}\ ?[:)/]?\ ?)* (?:©\ ?)? {AGENCY} (?:{_JOINED}{AGENCY})* (?:\ ?\d{{4}}
      |\ ?[-–,]\ ?[^\W\d_]{{3,20}})?
"""
_CODES = r"[\w.-]{1,15}(?:\ ?[/,]\ ?[\w.-]{1,15}){1,4}"
_END_MARKS = (
    r"[a-z]{2,5}\ //\ [a-z]{2,5}|enditem|lusa/fim|==\ ?kyodo|dpa(?:-[a-z]+)?,\ ?dpa:[\d/-]+"
)


_ROLES = r"""
    \b(?: (?:with\ )?(?:additional\ )?(?:reporting|writing|editing|written|edited|compiled|reported
        |produced|translated|research|graphics?|photograph[ys]|photos?|pictures?|illustrations?
        |video|text|words|subediting|fact-checking|production|distributed|provided|supplied)
      (?:\ (?:and|&)\ (?:additional\ )?(?:editing|edited|writing|reporting|photography))*
      (?:\ assistance)?\ by
    | with\ (?:(?:additional\ )?reporting|contributions?|files?)\ (?:from|by)
    | (?:photograph|photo|picture|image|illustration|video|graphic)s?\ ?:
    | this\ (?:article|story|report)\ was\ (?:written|reported|produced|edited|translated|compiled)
      \ by
    | dit\ artikel\ is\ (?:geschreven|vertaald)\ door
    | dieser\ (?:artikel|text|beitrag)\ wurde\ (?:verfasst|geschrieben)\ von
    | cet\ article\ a\ été\ (?:rédigé|écrit|traduit)\ par
    | este\ artículo\ (?:fue|ha\ sido)\ (?:escrito|traducido|redactado)\ por
    | questo\ articolo\ è\ stato\ (?:scritto|tradotto)\ da
    | este\ artigo\ foi\ (?:escrito|traduzido)\ por
    | (?:zusätzliche[rs]?\ |weitere[rs]?\ )?(?:bericht(?:e|erstattung)?|text|redaktion|reportage
        |geschrieben|redigiert|bearbeitet|bearbeitung|übersetzt|übersetzung|verfasst|mitarbeit
        |zusammengestellt|recherchen?|fotos?|bilder|autor(?:in|en)?)(?:\ von|\ durch|\ ?:)
    | (?:reportages?|rédigé|rédaction|édité|édition|écrit|texte|version\ française|traduit
        |traduction|photos?)(?:\ de|\ par|\ d['’]|\ ?:)
    | reportages?(?=\ \w+\ \w+(?:$|[,;\ ])) | version\ française
    | (?:avec\ )?la\ contribution\ d(?:e|['’])
    | (?:con\ )?(?:reportes?|reportaje|información|redacción|redactado|editado|edición|escrito
        |traducido|traducción|la\ colaboración|fotos?|texto)(?:\ adicional)?(?:\ en\ español)?
      (?:\ de|\ por|\ ?:)
    | (?:servizio|testo|scritto|tradotto|traduzione|editing|redatto|redazione|foto)
      (?:\ da|\ di|\ ?:)
    | editing(?=\ \w+\ \w+$) | in\ redazione(?:\ a\ \w+)? | a\ cura\ d[ia]
    | (?:ha|hanno)\ collaborato
    | (?:com\ )?(?:reportagem|edição|texto|escrito|editado|traduzid[oa]|tradução|fotos?)
      (?:\ adicional)?(?:\ de|\ por|\ ?:)
    | (?:verslag(?:geving)?|tekst|bewerkt|bewerking|geschreven|geredigeerd|(?:eind)?redactie
        |vertaald|vertaling|(?:met\ )?medewerking|foto's?)(?:\ van|\ door|\ ?:)
    )(?!\w)
"""
_CONTRIBUTED = r"""
    \b(?: reported\ from(?=\ [^\W\d_]) | (?:also\ )?contributed(?=\.?$)
    | (?:also\ )?contributed\ (?:reporting|to\ (?:this
      |the)\ (?:report|story|article|piece))
    | (?:a|ont)\ contribué\ à\ (?:cet|ce|cette)\ \w+
    | (?:contribuyó|contribuyeron|han?\ contribuido)\ (?:a|con|en)\ est[ea]\ \w+
    | (?:ha|hanno)\ (?:contribuito|collaborato)(?:\ a\ quest[oa'’]\ ?\w+)?
    | (?:contribuiu|contribuíram|colaborou|colaboraram)(?:\ para|\ com|\ n?est[ea])?\ \w+
    | (?:heeft|hebben)\ (?:bijgedragen|meegewerkt)\ aan\ (?:dit|deze)\ \w+
    | (?:droeg|droegen)\ bij\ aan\ (?:dit|deze)\ \w+
    )
"""
_CONTRIBUTED_IN_GERMAN = r"""
    an\ diesem\ (?:bericht|artikel|text|beitrag)\ (?:hat|haben)\ .{3,120}
    \ (?:mitgearbeitet|mitgewirkt)
"""
_TELLING = (
    *(
        "contribu",
        "collabora",
        "colabor",
        "bijgedragen",
        "meegewerkt",
        "bij aan",
        "mitgewirkt",
        "mitgearbeitet",
    ),
    *("rights reserved", "rechte vorbehalten", "rechten voorbehouden", "derechos reservados"),
    *(
        "solely responsible",
        "direitos reservados",
        "riproduzione riservata",
        "urheberrechtlich geschützt",
        " // ",
    ),
)
"""What gives away a credit that begins with a name."""
_COPYRIGHT = ("©", "c)", "copyright")
_LONGEST_BEHIND_A_NAME = 200
_AMONG_NAMES = frozenset(
    """
    © a al aan and at au aus aux bij bin by c copyright d da das de del della den der des di do dos
    du e ed el en et for from i ibn im in la las le les los mit of on or our the ten ter to und van
    vom von y à bureau correspondent correspondents journalist journalists newsroom reporter
    reporters staff team video writer writers também also
    """.split()
)
_FRAME = ' \t\u00a0\u202f()[]{}•·|*-–—>»«"“”_'
_BETWEEN_SENTENCES = re.compile(
    r"""
      (?: (?<=[^\W_]{2}) | (?<=[)\]"”»]) ) [.!?;]+ [)\]"”»]* (?:\s+|$)
    | \s+ [|•·–—] \s+ | (?<!copyright) \s+ (?=©) | (?<=[)\]]) \s+ (?=[(\[])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOKEN = re.compile(r"\W+")
_AGENCY_WORDS = {
    *re.findall(r"[^\W\d_]{2,}", re.sub(r"\(\?:|\\.|\?", " ", AGENCY)),
    *("agenturen", "agenturmaterial"),
} - {"the", "of", "news", "press", "media"}
_FIRST_WORDS_OF_ROLES = frozenset(
    """
    with additional reporting writing editing written edited compiled reported produced translated
    research graphic graphics photography photographs photo photos picture pictures illustration
    illustrations image images video text words subediting fact-checking production distributed
    provided supplied zusätzliche weitere bericht berichte berichterstattung redaktion reportage
    reportages geschrieben redigiert bearbeitet bearbeitung übersetzt übersetzung verfasst
    mitarbeit zusammengestellt recherche recherchen foto fotos bilder autor autorin autoren rédigé
    rédaction édité édition écrit texte version traduit traduction avec la contribution con reporte
    reportes reportaje información redacción redactado editado edición escrito traducido traducción
    texto servizio testo scritto tradotto traduzione a redatto in redazione ha hanno com reportagem
    edição traduzido traduzida tradução verslag verslaggeving tekst bewerkt bewerking geschreven
    geredigeerd redactie eindredactie vertaald vertaling met medewerking foto's an copyright
    this dit dieser cet este questo
    enditem lusa/fim ==kyodo photograph
    """.split()
)
_LONGEST_SIGNATURE = 100


def may_open_credit(content: str) -> bool:
    """Tell, quickly, whether a line, folded and bare, may be a credit or the beginning of one."""
    content = content.strip(_FRAME)
    first_word = content.partition(" ")[0].rstrip(".,:;")
    if content.startswith(_COPYRIGHT) or may_open_rights(content, first_word):
        return True
    if first_word in _FIRST_WORDS_OF_ROLES and _compile(_ROLES).match(content):
        return True
    if len(content) > _LONGEST_BEHIND_A_NAME:
        return False
    for telling in _TELLING:
        if telling in content:
            return True
    return len(content) <= _LONGEST_SIGNATURE and not _AGENCY_WORDS.isdisjoint(
        _TOKEN.split(content)
    )


def is_copyright_line(content: str) -> bool:
    """Tell whether a line, folded and bare, begins with a copyright, and may go on as it likes."""
    content = content.strip(_FRAME)
    return content.startswith(_COPYRIGHT) and states_rights(content)


def is_credit_line(line: str) -> bool:
    """Tell whether a line, as it stands in a text, only credits, or says whose the text is."""
    if len(line) > LONGEST_CREDIT:
        return False
    line = " ".join(line.split())
    credited = False
    sentences = (one.strip(_FRAME) for one in _BETWEEN_SENTENCES.split(line.strip(_FRAME)))
    for sentence in filter(None, sentences):
        # What a point in a name cuts off is a name.
        if not (_is_credit(sentence) or (credited and _are_names(sentence))):
            return False
        credited = True
    return credited


def _is_credit(sentence: str) -> bool:
    content = _read(sentence)
    if content.startswith(_COPYRIGHT):
        return _are_names(sentence) or _is_signature(content)
    return (
        states_rights(content)
        or _is_signature(content)
        or _names_contributors(sentence, content)
        or is_site_phrase(content)
    )


def _read(line: str) -> str:
    return " ".join(fold(line).split()).strip(_FRAME + ".:")


def _is_signature(content: str) -> bool:
    if len(content) > _LONGEST_SIGNATURE:
        return False
    if _compile(_SIGNATURE).fullmatch(content) or _compile(_END_MARKS).fullmatch(content):
        return True
    # Initials of editors beside an agency: "abc/dpa/xyz", "Quelle: harbour.example, mau/dpa".
    codes = re.sub(r"^(?:quelle|source|fuente|fonte|bron) ?: ?", "", content)
    return _compile(_CODES).fullmatch(codes) is not None and any(
        _compile(AGENCY).fullmatch(code) for code in re.split(r" ?[/,] ?", codes)
    )


def _names_contributors(sentence: str, content: str) -> bool:
    if _compile(_CONTRIBUTED_IN_GERMAN).fullmatch(content):
        return True
    contributed = _compile(_CONTRIBUTED).search(sentence)
    if contributed:
        before, after = sentence[: contributed.start()], sentence[contributed.end() :]
        return (not before or _are_names(before)) and (not after or _are_names(after))
    roles = _compile(_ROLES)
    return roles.match(sentence) is not None and _are_names(roles.sub(" ", sentence))


def _are_names(text: str) -> bool:
    """Tell whether there are names in it, and nothing but what stands between names."""
    words = [word.strip(".,;:()'’&+/") for word in text.split()]
    return any(word[:1].isupper() for word in words) and all(
        not word or word[0].isupper() or word.isdigit() or word in _AMONG_NAMES for word in words
    )


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    # None is needed before such a line is met, and all together take long.
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
