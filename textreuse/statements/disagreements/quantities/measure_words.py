"""What numbers measure and count: currencies, units, ages, and what became of people.

Words of all languages that have number words stand together: which of them is meant the number
before it says.
"""

from __future__ import annotations

CURRENCY_SIGNS = {
    "$": "dollar", "\uff04": "dollar", "€": "euro", "£": "pound", "\uffe1": "pound", "¥": "yen",
    "\uffe5": "yen", "₹": "rupee", "₽": "rouble", "₩": "won", "₺": "lira", "₴": "hryvnia",
    "₪": "shekel", "₦": "naira", "฿": "baht", "₫": "dong", "¢": "cent",
}  # fmt: skip

_CURRENCIES = {
    "dollar": "dollar dollars usd dólar dólares",
    "euro": "euro euros eur",
    "pound": "pounds gbp pfund livres libras",
    "yen": "yen jpy",
    "yuan": "yuan renminbi rmb cny",
    "rupee": "rupee rupees rupien roupies rupias",
    "rouble": "rouble roubles ruble rubles rubel rublos",
    "franc": "francs franken chf",
    "peso": "pesos",
    "krona": "kronor kroner kronen couronnes coronas",
    "won": "won",
    "zloty": "zloty zlotys",
}
_MEASURES = {
    "metre": "metre metres meter meters metern mètre mètres metro metros",
    "centimetre": "centimetre centimetres centimeter centimeters zentimeter centimètres cm",
    "kilometre": "kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres "
    "kilómetro kilómetros km",
    "mile": "mile miles meile meilen millas mph",
    "kilometre an hour": "kph kmh",
    "foot": "foot feet ft fuß pieds pies",
    "inch": "inch inches zoll pouces pulgadas",
    "yard": "yard yards",
    "acre": "acre acres",
    "hectare": "hectare hectares hektar hectáreas ha",
    "kilogram": "kilogram kilograms kilo kilos kilogramm kg",
    "tonne": "ton tons tonne tonnes tonnen toneladas",
    "barrel": "barrel barrels fass barils barriles",
    "litre": "litre litres liter liters litern litros",
    "gallon": "gallon gallons",
    "megawatt": "megawatt megawatts mw",
    "degree": "degrees grad degrés grados",
    "second": "second seconds sekunde sekunden seconde secondes segundo segundos",
    "minute": "minute minutes minuten minuto minutos",
    "hour": "hour hours stunde stunden heure heures hora horas",
    "day": "day days tag tage tagen jour jours día días",
    "week": "week weeks woche wochen semaine semaines semana semanas",
    "month": "month months monat monate monaten mois mes meses",
    "year": "year years jahr jahre jahren an ans année années año años",
    "point": "point points punkte punkten puntos",
    "percent": "percent pct prozent",
}
_FATES = {
    "dead": "dead killed killing kill kills died die deaths death fatalities fatally lives slain "
    "tote toten tot getötet starben gestorben ums todesopfer "
    "morts mort mortes tués tué tuées décès muertos muerto muertas fallecidos murieron muertes",
    "hurt": "injured wounded hurt injuries injuring wounding verletzt verletzte verletzten "
    "blessés blessé blessées heridos herido heridas",
    "missing": "missing vermisst vermisste vermissten disparus desaparecidos",
    "held": "arrested arrests detained jailed festgenommen festnahmen arrêtés arrestations "
    "detenidos arrestados",
    "fled": "displaced evacuated homeless evakuiert évacués evacuados desplazados",
    "ill": "infected cases hospitalized infiziert infizierte contaminés contagiados casos",
}
_GENERIC = """
    people person persons men women man woman children officers members others victims residents
    menschen personen leute männer frauen kinder mitglieder personnes gens hommes femmes enfants
    personas gente hombres mujeres niños
    time times thing things mal fois veces way ways kind type part parts
"""


def _turn(lists: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words.split()}


CURRENCIES = _turn(_CURRENCIES)
"""By word the currency."""
MEASURES = _turn(_MEASURES)
"""By word the unit."""
FATES = _turn(_FATES)
"""By word what became of people. Such figures are told anew while a story runs."""
GENERIC = frozenset(_GENERIC.split())
"""Nouns that count nearly anything: two figures that have no more in common are two figures."""
CENT_OF = {("per", "cent"), ("pour", "cent"), ("por", "ciento")}
"""Two words for the per cent sign."""
AGE_WORDS = frozenset({"old", "olds", "alt", "alte", "alter"})
BEFORE_AN_AGE = frozenset({"aged", "âgé", "âgée"})
COUNTRIES = {"a": " a", "c": " c", "hk": " hk", "nz": " nz", "au": " a", "ca": " c", "r": " r"}
"""What right before the sign of a dollar makes it another country's; "US$" is the dollar."""
BEFORE_NOUNS = frozenset("of the other more further de des du der les autres otros otras".split())
"""What may stand between a number and what it counts."""
ADJECTIVES_OF_AGE = ("jährig",)
"""Parts of German adjectives that give an age: "71-jährige"."""
OF = frozenset("of von des der de du del".split())
"""What stands between a thing and what it is a thing of."""
NUMBERED = frozenset(
    """
    no number nr núm section article chapter page route highway channel room flight grade class
    district title phase level rule form act proposition amendment resolution
    paragraph verse interstate apollo boeing version volume episode season
    paragraf artikel seite kapitel linie zimmer article numéro página artículo capítulo ley
    """.split()
)
"""What the number behind it only numbers."""
OTHERS = frozenset(
    """
    other others another more further additional else andere anderen weitere weiteren autres
    supplémentaires otros otras más
    """.split()
)
"""What beside a number says that it is not all there are."""
NOT_DESCRIBING = frozenset({*_CURRENCIES, "percent", "point"})
"""Units behind which another noun is none that the number describes: "$5 million Friday"."""
LENGTHS = frozenset({"metre", "kilometre", "mile", "foot", "yard"})
"""Units of distances."""
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of time."""
FROM_A_TIME = frozenset(
    """
    ago earlier later before after previously afterwards since früher später zuvor danach vor nach
    avant après antes después
    """.split()
)
"""What behind them counts from some time, which may be another one in another report."""
RISING = frozenset(
    """
    rose risen rises rising climbed climbs grew updated gestiegen stieg steigt erhöhte
    inzwischen alourdi alourdie monté aumentó ascendió elevó asciende
    """.split()
)
"""What says that a figure of victims was still going up."""
DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
"""How many days the units of time have in which stretches of it are told."""
LASTING = {
    "hourslong": "hour", "dayslong": "day", "weekslong": "week", "monthslong": "month",
    "yearslong": "year", "monatelang": "month", "monatelange": "month", "monatelangen": "month",
    "jahrelang": "year", "jahrelange": "year", "jahrelangen": "year", "wochenlang": "week",
    "wochenlange": "week", "wochenlangen": "week", "tagelang": "day", "tagelange": "day",
    "tagelangen": "day", "stundenlang": "hour", "stundenlange": "hour", "stundenlangen": "hour",
}  # fmt: skip
"""By word that says how long without a number the unit of which it was several."""
