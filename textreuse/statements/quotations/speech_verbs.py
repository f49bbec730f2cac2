"""Verbs of saying, by language.

The plain ones report words and nothing else ("said"): whoever is their subject spoke. The others
tell what was done with words ("accused", "praised"): they report a quotation that stands in their
own clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_ENGLISH_REGULAR = """
    acknowledge add admit affirm allege announce answer argue assert assure attest aver bark boast
    claim clarify comment complain concede conclude confess confide confirm contend counter declare
    deny disclose exclaim explain grumble hint inform insist joke lament maintain mention murmur
    muse mutter note observe opine ponder posit post predict proclaim profess promise pronounce
    protest quip react reassure recall reckon recount reiterate rejoin remark remind repeat reply
    report respond retort reveal riposte roar scream shout sigh state stress suggest surmise testify
    text theorize tweet retweet underline underscore urge venture volunteer vow warn whisper worry
    yell ask cry plead read blog interject caution intone scoff chant fume gripe opine rule
"""
"""The plain ones whose forms follow the rules."""
_ENGLISH_IRREGULAR = """
    said say says saying told tell tells telling wrote write writes writing written thought quoted
    spoke tweets
"""
_ENGLISH_OTHERS = """
    share blast scold knock accuse advise advocate agree apologize apologise applaud appeal assail
    attack attribute believe blame brag call cast challenge characterize characterise charge chide
    cite commend compare condemn consider criticize criticise decry defend deem demand denounce
    deride describe dismiss dispute doubt dub elaborate emphasize emphasise encourage endorse
    express extol fault greet hail impute implore indicate invoke label lambaste laud liken mock
    object outline paint pan pledge portray praise press question quote rail ridicule rebuke recite
    recommend reference refer refute reject rip signal slam summarize summarise tag taunt thank
    threaten tout trash uphold voice wonder declare highlight hope expect fear echo paraphrase
    insinuate imply credit
"""
_ENGLISH_OTHERS_IRREGULAR = """
    found finds felt feel feels swear swore swears sang thinks think thinking understood
"""
_DOUBLED = frozenset("admit slam refer rip dub pan tag quip chat".split())
"""Those whose last letter is doubled before an ending."""

_NOUNS = frozenset(
    """
    press report charge state question quote voice post note praise comment remark claim demand
    answer reply promise pledge cry call attack challenge label tag cast text tweet blog joke doubt
    fear hope paint object reference shout murmur hint yell whisper scream retort quip thought
    insult credit blame fault trash rail appeal echo greet test
    """.split()
)
"""Forms that are nouns far more often than verbs."""

_FORMS = {
    "german": """
        sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont fügte ergänzte
        ergänzt meinte meint berichtete berichtet teilte schrieb schreibt schrieben twitterte
        antwortete antwortet erwiderte fragte fragt rief ruft warnte warnt forderte fordert kündigte
        behauptete behauptet versicherte versichert bestätigte bestätigt äußerte äußerten
        kommentierte sprach spricht nannte nennt bezeichnete bezeichnet kritisierte kritisiert
        findet fand verspricht versprach versprochen warf wirft vorgeworfen freut freute zeigt
        zeigte verteidigt verteidigte wies weist mahnt mahnte beklagt beklagte bedauert bedauerte
        bekräftigt bekräftigte begründet begründete resümiert resümierte urteilt urteilte klagt
        klagte spottet spottete schimpft schimpfte gesteht gestand erläutert erläuterte erzählt
        erzählte fasste räumte zitierte heißt hieß lobte verlangte entgegnete unterstrich so
        mitteilte mitteilten mitteilt ankündigte ankündigten hinzufügte hinzufügt sprechen berichten
        warnen fordern kritisieren nennen erklären kritisierten forderten warnten berichteten
        nannten genannt geschrieben geantwortet gefragt gefordert gewarnt gerufen gelobt gesprochen
        geäußert hinzugefügt mitgeteilt angekündigt sieht sah
        """,
    "french": """
        dit disait disent déclare déclaré déclarait affirme affirmé affirmait ajoute ajouté ajoutait
        explique expliqué expliquait indique indiqué annonce annoncé précise précisé souligne
        souligné estime estimé assure assuré répond répondu demande demandé écrit raconte raconté
        confie confié conclut lance lancé martèle martelé tweeté tweete rappelle rappelé regrette
        regretté dénonce dénoncé avertit averti insiste insisté poursuit juge jugé reconnaît
        qualifie qualifié appelle promet promis commente parle parlé parlait évoque évoqué accuse
        accusé réclame réclamé critique critiqué défend défendu justifie justifié réagit réagi
        tranche tranché plaide plaidé résume résumé nuance nuancé ironise ironisé réplique répliqué
        rétorque rétorqué considère considéré félicite félicité réjouit désole dite dits savoir
        s'inquiète s'inquiétait s'alarme s'agace s'indigne s'étonne s'interroge s'exclame s'emporte
        s'insurge s'est qualifiée qualifiés accusée accusés critiquée critiqués confirme confirmé
        reconnu écrivait glisse glissé avance avancé voit témoigne témoigné déplore déploré soufflé
        souffle
        """,
    "spanish": """
        dijo dice decía dicho dijeron dicen declaró declara afirmó afirma añadió añade agregó agrega
        explicó explica indicó indica anunció anuncia señaló señala aseguró asegura respondió
        responde preguntó pregunta escribió escribe contó cuenta comentó comenta advirtió advierte
        insistió insiste sostuvo sostiene manifestó manifiesta destacó destaca subrayó subraya
        reconoció reconoce concluyó apuntó apunta tuiteó expresó recordó lamentó denunció criticó
        calificó llamó prometió exclamó admitió admite habló habla acusó acusa pidió pide exigió
        exige reclamó reclama recalcó recalca sentenció sentencia matizó matiza zanjó zanja tachó
        tacha tildó tilda mostró defendió defiende argumentó argumenta reiteró reitera confesó
        aclaró aclara avisó avisa alertó alerta opinó opina consideró considera remarcó remarca
        replicó replica contestó contesta ironizó celebró celebra valoró valora puntualizó declarado
        afirmado añadido agregado explicado indicado anunciado señalado asegurado respondido escrito
        comentado advertido insistido sostenido manifestado destacado subrayado reconocido apuntado
        expresado lamentado denunciado criticado calificado prometido admitido hablado acusado
        pedido exigido reclamado recalcado sentenciado matizado tachado mostrado defendido
        argumentado reiterado confesado aclarado avisado alertado opinado considerado remarcado
        contestado celebrado valorado calificada calificados acusada acusados tachada criticada ve
        promete denuncia lamenta critica califica alegó alega clamó clama expresa llama
        """,
}
_ACCORDING = {
    "english": "according to|per|in the words of|as told by|attributed to",
    "german": "nach angaben|laut|nach den worten",
    "french": "selon|d'après|aux yeux de|pour",
    "spanish": "según|en palabras de|de acuerdo con|a juicio de|en opinión de|para",
}


OPENING = frozenset("pour para".split())
"""What of this tells who thinks something only where a sentence begins with it."""
_ACCORDING_BEHIND = {"german": "zufolge"}


class SpeechVerbs(NamedTuple):
    """The forms of the verbs of one language, folded."""

    plain: frozenset[str]
    every: frozenset[str]
    """The plain ones and the others."""
    nouns: frozenset[str]
    """Forms that are nouns, but behind "to" and the like."""
    forms: frozenset[str]
    """All of these."""
    according: dict[str, tuple[tuple[str, ...], ...]]
    """What stands before a speaker without a verb, word by word, by the first word."""
    behind: frozenset[str]
    """What stands so behind a speaker."""


@lru_cache(maxsize=16)
def list_speech_verbs(language: str | None) -> SpeechVerbs:
    """Return the verbs of saying of `language`; those of English where it is not clear."""
    phrases = [
        tuple(phrase.split())
        for phrase in _ACCORDING.get(language or "english", _ACCORDING["english"]).split("|")
    ]
    according = {
        phrase[0]: tuple(other for other in phrases if other[0] == phrase[0]) for phrase in phrases
    }
    if language in _FORMS:
        forms = frozenset(_FORMS[language].split())
        behind = frozenset(_ACCORDING_BEHIND.get(language or "", "").split())
        return SpeechVerbs(forms, forms, frozenset(), forms, according, behind)
    plain = frozenset(_inflect(_ENGLISH_REGULAR)) | frozenset(_ENGLISH_IRREGULAR.split())
    others = frozenset(_inflect(_ENGLISH_OTHERS)) | frozenset(_ENGLISH_OTHERS_IRREGULAR.split())
    every = plain | others
    return SpeechVerbs(
        plain - _NOUNS, every - _NOUNS, every & _NOUNS, every, according, frozenset()
    )


def _inflect(verbs: str) -> Iterator[str]:
    """Yield the forms of regular English verbs: reply, replies, replied, replying."""
    for verb in verbs.split():
        yield verb
        if verb.endswith("e"):
            yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
        elif verb.endswith("y") and verb[-2] not in "aeou":
            yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        elif verb in _DOUBLED:
            yield from (f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
        else:
            plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
            yield from (f"{verb}{plural}", f"{verb}ed", f"{verb}ing")
