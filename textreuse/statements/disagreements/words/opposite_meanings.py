"""Words of which one statement has one or the other: before and after, fired and resigned.

Word lists by language; each dimension has poles, and words of two poles contradict each other. Most
do only where they stand in the place of one another; with a "!" also where the statements around
them are alike. Two words that say it together have a "_" between them.
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
        ("wording", "accepted agreed accept agree | refused declined rejected refuse decline"),
        ("wording", """
            confirmed acknowledged admitted announced conceded confirm admit |
            denied disputed deny"""),
        ("wording", """
            supported supports support backed backs favored favors favoured favours |
            opposed opposes oppose"""),
        ("wording", "bought buys buy purchased | sold sells sell"),
        ("wording", "opened opens open reopened | closed closes close shut"),
        ("wording", "arrived arrives | left departed"),
        ("wording", "remembered remembers | forgot forgets"),
        ("wording", "win wins winning | lose loses losing"),
        ("wording", "rise rises rising increase grow | fall falls falling decrease decline drop"),
        ("wording", "raised raise raising | cut lowered lower reduced reduce"),
        ("wording", """
            allowed allow allows permitted permit | banned ban bans barred forbade prohibited"""),
        ("wording", "hired hire | fired fire dismissed dismiss"),
        ("wording", "began begun started begin start | ended finished end finish stopped"),
        ("wording", "entered enter | exited"),
        ("wording", "charged | cleared"),
        ("wording", "guilty | innocent"),
        ("wording", "true | false"),
        ("negation", "legal legally lawful lawfully | illegal illegally unlawful unlawfully"),
        ("negation", "possible likely | impossible unlikely"),
        ("negation", "able | unable"),
        ("negation", "willing | unwilling"),
        ("negation", "known | unknown"),
        ("negation", "usual | unusual"),
        ("negation", "fair fairly | unfair unfairly"),
        ("negation", "safe | unsafe"),
        ("negation", "stable | unstable"),
        ("negation", "armed | unarmed"),
        ("negation", "conscious | unconscious"),
        ("negation", "paid | unpaid"),
        ("negation", "insured | uninsured"),
        ("negation", "successful successfully | unsuccessful unsuccessfully"),
        ("negation", "constitutional | unconstitutional"),
        ("negation", "official | unofficial"),
        ("negation", "direct directly | indirect indirectly"),
        ("negation", "complete | incomplete"),
        ("negation", "accurate accurately | inaccurate inaccurately"),
        ("negation", "correct correctly | incorrect incorrectly"),
        ("negation", "voluntary voluntarily | involuntary involuntarily"),
        ("negation", "agreed agrees agree | disagreed disagrees disagree"),
        ("negation", "approves approve approval | disapproves disapprove disapproval"),
        ("wording", "will | may might could"),
        ("wording", "minor slight | serious severe grave"),
        ("wording", "civil | criminal"),
        ("wording", "felony felonies | misdemeanor misdemeanors"),
        ("wording", "murder murdering | manslaughter"),
        ("wording", "unanimous unanimously | narrow narrowly"),
        ("wording", "married | divorced | separated | single | widowed"),
        ("wording", """
            shot | stabbed | strangled | poisoned | drowned | hanged | beheaded | bludgeoned |
            suffocated | burned"""),
        ("wording", "gun | knife | axe | hammer | crowbar | sword | bat"),
        ("wording", "pistol handgun revolver | rifle | shotgun"),
        ("wording", """
            arm arms | leg legs | head | chest | stomach abdomen | neck | shoulder | hand hands |
            foot feet | hip | knee | ankle | wrist | elbow | thigh | face | throat | jaw | eye |
            ear | nose"""),
        ("wording", """
            red | blue | green | yellow | black | white | grey gray | brown | orange | purple |
            pink"""),
        ("wording", """
            car | van | lorry truck | bus coach | motorcycle motorbike | bicycle bike | train |
            tram | helicopter | plane | boat"""),
        ("wording", """
            baseball | softball | basketball | football | hockey | cricket | rugby | tennis"""),
        ("wording", "spring | summer | autumn fall | winter"),
        ("wording", "before | after"),
        ("wording", "more greater | less fewer"),
        ("wording", "largest biggest | smallest"),
        ("wording", "highest | lowest"),
        ("wording", "oldest | youngest"),
        ("wording", "older | younger"),
        ("wording", "always | never"),
        ("wording", "public publicly | private privately"),
        ("wording", "alive | dead"),
        ("number", """
            first 1st | second 2nd | third 3rd | fourth 4th | fifth 5th | sixth 6th | seventh 7th |
            eighth 8th | ninth 9th | tenth 10th | eleventh 11th | twelfth 12th"""),
        ("number", "daily | weekly | monthly | yearly annual"),
        ("date", "morning | afternoon | evening night"),
        ("date", "last_week | last_month | next_week | next_month"),
        ("date", "last_year | next_year"),
        ("place", "northern | southern | eastern | western"),
        ("place", "north | south | east | west"),
        ("place", "northeast | northwest | southeast | southwest"),
        ("place", """
            hospital | prison jail | school | church | hotel | restaurant | museum | airport |
            station | mosque | synagogue | theatre theater | auditorium | ballroom | library |
            supermarket | pub | factory | hall"""),
        ("place", "kitchen | bedroom | bathroom | garage | cellar basement | attic | garden"),
        ("place", "senate | house"),
        ("role", """
            wife | husband | sister | brother | mother | father | daughter | son | cousin |
            uncle | aunt | nephew | niece | grandmother | grandfather | girlfriend | boyfriend |
            neighbour neighbor"""),
        ("role", "man | woman | boy | girl"),
        ("role", "republican republicans | democrat democrats democratic"),
        ("role", "defendant | plaintiff | witness | juror"),
        ("role", """
            teacher | pupil student | doctor | nurse | engineer | farmer | driver | pilot |
            plumber | electrician | carpenter | baker | butcher | journalist reporter | priest |
            soldier | sailor | fisherman | miner | lawyer"""),
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
        ("wording", "schuldig | unschuldig"),
        ("wording", "verheiratet | geschieden | ledig | verwitwet"),
        ("wording", "erschossen | erstochen | erwürgt | vergiftet | ertrunken"),
        ("wording", """
            rot rote roten rotes | blau blaue blauen blaues | grün grüne grünen grünes |
            schwarz schwarze schwarzen schwarzes | weiß weiße weißen weißes"""),
        ("number", """
            erste ersten erster erstes | zweite zweiten zweiter zweites |
            dritte dritten dritter drittes | vierte vierten vierter viertes |
            fünfte fünften fünfter fünftes"""),
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
        ("wording", "coupable | innocent"),
        ("wording", "marié mariée | divorcé divorcée | célibataire | veuf veuve"),
        ("number", """
            premier première | deuxième second seconde | troisième | quatrième | cinquième"""),
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
        ("wording", "culpable | inocente"),
        ("wording", "casado casada | divorciado divorciada | soltero soltera | viudo viuda"),
        ("number", """
            primer primera primero | segundo segunda | tercer tercera tercero | cuarto cuarta"""),
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
