"""Framing: words that say who spoke, when and in what office, but nothing of what was said.

News about anything has them. Two sentences that have only these in common, and names, name the
same speaker; they do not make the same statement.
"""

from __future__ import annotations

from functools import lru_cache

from textreuse.text.language import LANGUAGES, list_common_words

_FRAMING_WORDS = {
    "english": """
        say said says saying tell told telling ask asked add added adding note noted according
        speak spoke speaking talk talked answer answered reply replied respond responded comment
        comments describe described call called write wrote written tweet tweeted twitter statement
        interview interviewed remarks press conference news newspaper reporter reporters journalist
        report reported reports spokesman spokeswoman spokesperson source sources familiar matter
        anonymity anonymous official officials release released
        mr mrs ms dr sir president senator sen congressman congresswoman representative rep governor
        gov mayor secretary attorney general chairman chairwoman chair minister prime leader speaker
        house senate congress majority minority whip committee
        judge justice director chief deputy former ex editor executive ceo professor republican
        democrat democratic conservative liberal labour party aide manager adviser advisor
        strategist counsel analyst founder top senior ranking candidate
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning
        afternoon evening night week month year day last next earlier later
        january february march april june july august september october november december
        like just also even already still now then here there first two one more most much many
        show host make made take took get got go went come came want wanted think thought thing
        include including included people time new way would could can
        significant significantly development developments represent represents represented
        highlight highlights highlighted key major important importance impact implication
        implications notable notably shift shifts turning landscape landscapes global overall signal
        signals backdrop
        """,
    "french": """
        dire dit disent déclaré déclarer déclare affirmé affirme affirmer ajouté ajoute expliqué
        explique indiqué indique annoncé selon d'après interview entretien presse conférence journal
        journaliste porte parole source communiqué président ministre premier député sénateur maire
        directeur chef ancien monsieur madame lundi mardi mercredi jeudi vendredi samedi dimanche
        aujourd'hui hier demain semaine mois année jour janvier février mars avril mai juin juillet
        août septembre octobre novembre décembre fait faire être avoir très tout aussi encore
        """,
    "german": """
        sagen sagt sagte gesagt erklärt erklärte erklären betont betonte mitgeteilt teilte mit
        berichtet berichtete laut zufolge interview presse konferenz zeitung sprecher sprecherin
        quelle mitteilung agentur präsident minister ministerpräsident kanzler bundeskanzler
        abgeordneter bürgermeister chef chefin leiter ehemalige früherer herr frau montag dienstag
        mittwoch donnerstag freitag samstag sonntag heute gestern morgen woche monat jahr tag januar
        februar märz april mai juni juli august september oktober november dezember machen haben
        sein sehr ganz schon noch mehr
        """,
    "spanish": """
        decir dijo dice dicho declarado declaró declarar afirmó afirma afirmar añadió añade explicó
        explica indicó indica anunció según entrevista prensa rueda periódico periodista portavoz
        fuente comunicado presidente ministro primer diputado senador alcalde director jefe ex señor
        señora lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana semana mes año
        día enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        hacer hecho ser estar muy todo también todavía
        """,
}


def list_framing_words(language: str | None) -> list[str]:
    """Return the framing words of `language`, folded; none where the language has no list."""
    return _FRAMING_WORDS.get(language or "", "").split()


@lru_cache(maxsize=16)
def list_general_words(language: str | None) -> frozenset[str]:
    """Return the framing and the commonest words of a language, folded; of `None`, none."""
    return list_common_words(language).union(list_framing_words(language))


def list_everyday_words() -> frozenset[str]:
    """Return the words, folded, that news about anything has: framing and commonest words.

    Of all languages that have a list.
    """
    return frozenset(word for language in LANGUAGES for word in list_general_words(language))
