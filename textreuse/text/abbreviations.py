"""Abbreviations, by whether the point behind them may end a sentence, and what begins sentences.

What is a word of its own in another language ("on.", "so.", "cap.") counts only in its own.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Abbreviations(NamedTuple):
    """Words before a point, in small letters unless they are written only with a capital.

    Those of several parts are without spaces.
    """

    language: str | None
    inside: frozenset[str]
    """Titles and the like: a sentence goes on."""
    closing: frozenset[str]
    """What may end one: it does where a word follows that opens sentences."""
    before_numbers: frozenset[str]
    """Abbreviations only where a number follows ("No. 10")."""
    openers: frozenset[str]
    """Words that are sure to open a sentence: after an abbreviation a name only goes on."""
    openers_after_initial: frozenset[str]
    """Those of them that no name begins with ("J. La Fontaine")."""
    known: frozenset[str]
    """What a point may abbreviate, alone or together with words before it."""


_INSIDE = """
    adm assn brig bros capt cf cmdr cpl dist dr drs e.g eds gov hon i.e lt maj messrs mgr mlle mlles
    mm mme mmes mr mrs ms mt mx pfc ph prof pvt rep reps rev sen sens sgt supt univ vs
    abzgl allg bspw bzw ca dipl ehem evtl exkl frhr gebr ggf hr hrn hrsg inkl mind sog vgl zzgl
    d.h i.d.r i.s i.v m.e o.g s.o s.u u.a v.a z.b
    c.-à-d env p.ex ste
    avda dña dra dras excma excmo gral ilma ilmo lic p.ej sra sras sres srs srta srtas
    ad.es ades avv cav cfr dott egr geom mons p.es peres sig sigg spett
    exma exmo profa profs
    bijv dhr evt excl incl mej mevr mw resp zgn
    a.d.h.v d.w.z i.p.v i.v.m m.b.t m.i.v m.n m.u.v n.a.v o.a o.l.v t.a.v t.g.v t.o.v t.w z.g
"""
_CLOSING = """
    apr aug ave co corp dec dept feb inc jan jr jul jun ltd nov oct sep sept sr st str
    bhf cia cie dez déc e.a e.d ecc enz etc febr févr janv jh jhd juil ltda mio mld mln mrd
    okt o.ä std tsd u.s.w u.v.m u.ä usw
"""
_BEFORE_NUMBERS = """
    abb abs afb art bd bl blz ch chap eq fig fol kap lfd no nos nr núm op p pag para pg pp pt pág
    ref sec sect tel tél vol ziff
"""

_ONLY_IN = {
    "english": ("al approx atty blvd col esp est ft gen hwy insp pres", "tel", "c"),
    "german": (
        "Mag abg bes betr dt engl fam fr frl frz geb gegr gen gest hl insb jur lt med phil rer",
        "Di Do Fr Mi Mo Sa So max min sek",
        "s z",
    ),
    "french": ("av bd boul dép éd me min pr", "hab max", "al s f"),
    "spanish": (
        "aprox cap col d dpto gen ing sta sto tte",
        "abr ago cía dic ene ud uds",
        "n s",
    ),
    "italian": (
        "arch cap col es ill ing magg on rag s sen ten",
        "ago dic gen giu lug mag mar ott set",
        "c n s",
    ),
    "portuguese": (
        "av cap cel dep des eng gen min pe r sta sto ten",
        "abr dez fev out set",
        "n s",
    ),
    "dutch": ("ds gem ing ir jhr min", "jl max mrt", "s"),
}
"""By language: inside, closing, before numbers."""

_OPENERS = {
    "english": """
        a after although an and as at because before but by despite during earlier
        everyone for from he her his how however i if in it its last later many meanwhile
        most no nobody nothing now on one or other our several she since so some still that the
        their then there these they this those to today under until we what when where which while
        who why with yesterday yet you
        """,
    "german": """
        aber alle als am an auch auf aus bei bis da dabei dafür damit danach dann darum das dass
        der deshalb die dies diese dieser doch dort durch ein eine einer er es für gegen gestern
        hat heute hier ich ihr ihre im in ist jetzt kein man mehr mit nach nicht noch nun nur ob
        oder schon sein seine seit seitdem sie so sogar sondern trotzdem um und unter vom von vor
        warum was weil wenn wer wie wir wo zu zudem zum zur zwar über
        """,
    "french": """
        a alors après au aujourd'hui aussi aux avant avec beaucoup car ce cela celui ces cet cette
        chaque comme d'après d'autres dans depuis des donc elle elles en enfin ensuite et hier il
        ils j'ai je l'on la le les leur lors lui mais nous on or où par pendant plus plusieurs pour
        pourquoi puis quand que qui sa sans selon ses seul si son sous sur tous tout un une vous à
        """,
    "spanish": """
        a ahora al algunos allí antes así aunque ayer aún cada como con cuando de desde después
        donde durante el ella ellas ellos en entonces era es esa ese eso esta estas este esto estos
        fue había hasta hay hoy la las lo los luego mañana mientras muchos muy más nada nadie ni no
        nos nunca o para pero poco por porque pues que quien se según si sin sobre su sus también
        tampoco todo todos tras un una unos y ya yo
        """,
    "italian": """
        a al alcuni alla allora anche ancora che chi ci come con così da dal dalla dopo dove due e
        ecco era essi fra già gli ha hanno i ieri il in infatti intanto invece io l'altro la le lei
        lo loro lui ma mai mentre molti nei nel nella nessuno noi non nulla o oggi ogni per perché
        però più poi prima qualche quando quanto quella quello questa questi questo qui se secondo
        senza si solo sono sotto stamattina su tra tutti tutto un una uno è
        """,
    "portuguese": """
        a agora ainda algumas alguns ali além ao aos após aqui as assim até cada com como da das de
        depois desde do dos e ela elas ele eles em enquanto entre então era essa esse esta este eu
        foi hoje há isso isto já mais mas muitos na nas nem ninguém no nos nunca não nós o onde
        ontem os ou para pela pelo pois por porque porém quando que quem se segundo sem seu sob
        sobre sua só também tem todos tudo um uma é
        """,
    "dutch": """
        al alle als bij daar daarna daarom dan dat de deze die dit door een en er gisteren haar had
        heeft het hier hij hoe ik in is later maar mensen met na naar niemand niet nog nu of om
        omdat onder ons ook op over sinds te toch toen tot uit van vandaag veel volgens voor waar
        waarom want wat we wie wij ze zij zijn zo zonder
        """,
}
_LAST_OF_SEVERAL = frozenset("chr ej es ex zt".split())
"""Last words of "v. Chr.", "p. ej." and the like."""
_FRAGMENTS = frozenset("ad al da de del der di dos du el il la las le les lo los o van von")
"""Openers that a name may begin with as well."""


@cache
def list_abbreviations(language: str | None) -> Abbreviations:
    """Return those of a language, by its name in `LANGUAGES`, and those that all have."""
    only_here = _ONLY_IN.get(language or "english", ("", "", ""))
    inside, closing, before_numbers = (
        frozenset(f"{words} {own}".split())
        for words, own in zip((_INSIDE, _CLOSING, _BEFORE_NUMBERS), only_here, strict=True)
    )
    spoken = [language] if language in _OPENERS else list(_OPENERS)
    openers = frozenset(word for one in spoken for word in _OPENERS[one].split())
    return Abbreviations(
        language,
        inside - closing,
        closing,
        before_numbers,
        openers,
        openers - _FRAGMENTS,
        inside | closing | before_numbers | _LAST_OF_SEVERAL,
    )


KNOWN_EVERYWHERE = frozenset(f"{_INSIDE} {_CLOSING} {_BEFORE_NUMBERS}".split())
"""The abbreviations of all languages, less what is a word in another."""
