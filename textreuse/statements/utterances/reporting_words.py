"""Reporting words: what tells that a sentence gives what somebody said or thinks, by language."""

from __future__ import annotations

REPORTING_WORDS = {
    "english": frozenset(
        """
        say says said saying tell tells told telling ask asks asked add adds added adding note notes
        noted noting according explain explains explained argue argues argued arguing claim claims
        claimed claiming insist insists insisted insisting announce announces announced announcing
        state states stated stating declare declares declared declaring warn warns warned warning
        acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting concede
        conceded deny denies denied denying vow vows vowed vowing promise promised promises pledge
        pledged pledges contend contends contended suggest suggests suggested suggesting maintain
        maintains maintained assert asserts asserted allege alleges alleged accuse accuses accused
        accusing criticize criticized criticise criticised blame blamed blames blaming describe
        describes described describing call calls called calling urge urges urged urging write
        writes wrote written tweet tweeted tweets post posted posts testify testified reply replied
        respond responded answer answered remark remarked comment commented confirm confirmed
        confirms confirming express expressed expresses reiterate reiterated predict predicted
        predicts propose proposed quote quoted quotes recall recalled recalls report reported
        reports reportedly reveal revealed stress stressed emphasize emphasized emphasise emphasised
        think thinks thought believe believes believed hope hopes hoped feel feels felt apologize
        apologized apologise apologised condemn condemned condemning praise praised complain
        complained joke joked boast boasted demand demanded indicate indicated allegedly remarks
        statement speech interview allegation allegations accusation accusations lawsuit complaint
        indictment affidavit testimony memo letter tweets posts
        """.split()
    ),
    "french": frozenset(
        """
        dit disent dire déclare déclaré affirme affirmé ajoute ajouté explique expliqué indique
        indiqué annonce annoncé selon d'après estime estimé précise précisé assure assuré souligne
        souligné juge jugé rappelle rappelé avoue avoué reconnaît reconnu accuse accusé promet
        promis demande demandé écrit répond répondu nie nié dénonce dénoncé regrette regretté
        """.split()
    ),
    "german": frozenset(
        """
        sagt sagte gesagt sagen erklärt erklärte erklären betont betonte teilte mitgeteilt berichtet
        berichtete laut zufolge meint meinte kündigte angekündigt warnte warnt räumte behauptet
        behauptete fordert forderte kritisierte kritisiert bestätigte bestätigt versprach schrieb
        schreibt antwortete fügte verwies nannte nennt sprach bezeichnete glaubt hofft
        """.split()
    ),
    "spanish": frozenset(
        """
        dice dijo dicho decir afirma afirmó afirmado añade añadió explica explicó indica indicó
        anuncia anunció según declara declaró declarado asegura aseguró sostiene sostuvo señala
        señaló advierte advirtió niega negó reconoce reconoció acusa acusó promete prometió pide
        pidió escribe escribió responde respondió confirma confirmó considera consideró cree
        """.split()
    ),
}
"""Verbs of saying and thinking, and words like "according", folded."""
