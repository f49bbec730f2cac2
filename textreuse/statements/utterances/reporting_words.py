"""Reporting words: what tells that a sentence may give what somebody said, by language."""

from __future__ import annotations

from functools import lru_cache

from textreuse.statements.quotations.speech_verbs import list_speech_verbs

_OTHERS = {
    "english": """
        according accused accuse accuses accusing allegation allegations allegedly reportedly
        accusation accusations apologized apologize apologizes apologised believe believes believed
        blame blames blamed blaming call calls called calling complaint condemned condemning
        criticized criticised demand demanded demands denounced describe describes described
        emphasized emphasised expressed expects expected feel feels felt hope hopes hoped indicted
        indictment affidavit interview lawsuit letter memo pledge pledges pledged praised proposed
        speech statement suggest suggests suggested testimony think thinks thinking warned wants
        vow vows vowed""",
    "german": """
        laut zufolge angeblich vorwurf vorwürfe glaubt glauben hofft hoffte nannte interview rede
        erklärung mitteilung anklage klage bezeichnete versprach beschuldigte denkt findet will
        angaben räumte""",
    "french": """
        selon d'après prétend prétendu accusé accuse accusation accusations croit pense espère
        communiqué entretien discours plainte lettre promis dénoncé""",
    "spanish": """
        según supuestamente acusó acusa acusación acusaciones cree piensa espera comunicado
        entrevista discurso demanda carta prometió denunció""",
}
"""Verbs of thinking and judging, and nouns of what is said."""

_ORDINARY = frozenset("state states text texts counter counters went read reads".split())
"""Forms of verbs of saying that mostly are other words."""


@lru_cache(maxsize=16)
def list_reporting_words(language: str | None) -> frozenset[str]:
    """Return the reporting words of `language`, folded; those of English where it is not clear."""
    others = _OTHERS.get(language or "english", "").split()
    return list_speech_verbs(language).plain.union(others) - _ORDINARY
