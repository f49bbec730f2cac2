"""The words of dates by language: months, weekdays, and days told from today."""

from __future__ import annotations

import re

_MONTHS = {
    "english": "january february march april may june july august september october november "
    "december",
    "german": "januar februar märz april mai juni juli august september oktober november dezember",
    "french": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
    "spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
}
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_OTHER_MONTHS = {"sept": 9, "jänner": 1, "feber": 2, "setiembre": 9}
_WEEKDAYS = {
    "english": "monday tuesday wednesday thursday friday saturday sunday",
    "german": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "french": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "spanish": "lunes martes miércoles jueves viernes sábado domingo",
}
_OTHER_WEEKDAYS = {
    "sonnabend": 5, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "montags": 0, "montagabend": 0, "dienstagabend": 1, "mittwochabend": 2,
    "donnerstagabend": 3, "freitagabend": 4, "samstagabend": 5, "sonntagabend": 6,
}  # fmt: skip

MONTHS = {
    **{name: month for names in _MONTHS.values() for month, name in enumerate(names.split(), 1)},
    **{name: month for month, name in enumerate(_SHORT_MONTHS.split(), 1)},
    **_OTHER_MONTHS,
}
"""By word the month, 1 to 12."""
WEEKDAYS = {
    **{name: day for names in _WEEKDAYS.values() for day, name in enumerate(names.split())},
    **_OTHER_WEEKDAYS,
}
"""By word the day of the week, 0 for Monday."""
MAY_BE_OTHERS = frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "august", "mars"})
"""Words that name a month or a day only with a capital, or beside a number."""

DAYS_FROM_TODAY = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
    "gestern": -1, "heute": 0, "vorgestern": -2, "übermorgen": 2,
    "hier": -1, "aujourd'hui": 0, "demain": 1,
    "ayer": -1, "hoy": 0, "anteayer": -2,
}  # fmt: skip
"""By word how many days from the day of publication."""

_PARTS = {
    "early": "early früh earliest",
    "morning": "morning morgen vormittag matin mañana",
    "noon": "noon midday mittag midi mediodía",
    "afternoon": "afternoon nachmittag après-midi tarde",
    "evening": "evening abend soir",
    "night": "night tonight overnight nacht nuit noche",
    "late": "late spät",
}
PARTS_OF_A_DAY = {word: part for part, words in _PARTS.items() for word in words.split()}
"""By word beside a day the part of it."""
PARTS_BEFORE = frozenset({"early", "late"})
"""Those that stand before the day."""

CLOCK = re.compile(
    r"(\d{1,2})(?:[.:h](\d\d))?(?::\d\d)?"
    r"(?:[ \u00a0]?(a\.?m\b\.?|p\.?m\b\.?|uhr\b)|(?<=[:h]\d\d)(?!\d))",
    re.IGNORECASE,
)
"""A time of day: hour, minute, and which half of the day."""

CLOCK_WORDS = {
    "noon": 720, "midday": 720, "midnight": 0, "mitternacht": 0, "minuit": 0, "medianoche": 0,
    "mediodía": 720,
}  # fmt: skip
"""By word the time of day that it is, in minutes from midnight."""
BEFORE_A_CLOCK = frozenset(
    "at by before after until from till um vor nach bis à avant vers a".split()
)
"""What stands before such a word where it is no part of a day."""

BEFORE_A_MONTH = frozenset(
    """
    in of last next this early late mid since by until from through to and or during before after
    im seit bis anfang ende mitte vom en depuis de fin début desde hasta principios finales
    """.split()
)
"""What stands before a month whose name is another word as well."""
ROUNDING = frozenset(
    """
    early late mid around about nearly almost shortly just before after by since until between
    anfang ende mitte gegen etwa kurz vor nach seit bis début fin vers depuis avant après
    principios finales hacia antes después desde hasta
    """.split()
)
"""What before a date or time tells that another one may be meant with it."""
