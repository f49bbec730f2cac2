"""Spellings: what makes "colour" and "color", "okay" and "OK", "five" and "5" one word.

For terms alone, by which statements are compared. A copy that changed a spelling was edited, and
shows it.
"""

from __future__ import annotations

import re

_NUMBERS = {
    "english": """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""",
    "french": """
        zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize dix-sept dix-huit dix-neuf vingt""",
    "german": """
        null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig""",
    "spanish": """
        cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
        dieciséis diecisiete dieciocho diecinueve veinte""",
    "italian": """
        zero un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici
        quindici sedici diciassette diciotto diciannove venti""",
    "portuguese": """
        zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze
        dezasseis dezassete dezoito dezanove vinte""",
    "dutch": """
        nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
        zestien zeventien achttien negentien twintig""",
}
"""The numbers from 0 to 20 in words. One is an article in most languages, and left as it is."""

_OTHERS = {
    "english": {
        "ok": "okay", "percent": "cent", "grey": "gray", "programme": "program",
        "programmes": "programs", "cheque": "check", "cheques": "checks", "tyre": "tire",
        "tyres": "tires", "plough": "plow", "mould": "mold", "moult": "molt", "sceptic": "skeptic",
        "sceptics": "skeptics", "sceptical": "skeptical", "scepticism": "skepticism",
        "jewellery": "jewelry", "aluminium": "aluminum", "ageing": "aging",
        "judgement": "judgment", "judgements": "judgments", "cosy": "cozy", "pyjamas": "pajamas",
        "kerb": "curb", "moustache": "mustache", "storey": "story", "defence": "defense",
        "defences": "defenses", "offence": "offense", "offences": "offenses",
        "pretence": "pretense", "licence": "license", "licences": "licenses",
        "practise": "practice", "practised": "practiced", "artefact": "artifact",
        "artefacts": "artifacts", "enquiry": "inquiry", "enquiries": "inquiries",
        "fulfil": "fulfill", "enrol": "enroll", "instalment": "installment", "skilful": "skillful",
        "towards": "toward", "afterwards": "afterward", "whilst": "while", "amongst": "among",
        "gaol": "jail", "foetus": "fetus", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
        "paediatric": "pediatric", "anaemia": "anemia", "anaesthetic": "anesthetic",
        "haemorrhage": "hemorrhage", "leukaemia": "leukemia", "diarrhoea": "diarrhea",
        "encyclopaedia": "encyclopedia", "orthopaedic": "orthopedic",
    },
}  # fmt: skip
"""Words that no rule below reaches, by the other spelling."""

_KNOWN = {
    language: {word: str(number) for number, word in enumerate(numbers.split()) if number != 1}
    | _OTHERS.get(language, {})
    for language, numbers in _NUMBERS.items()
}
_NO_WORDS: dict[str, str] = {}

_UNIT = re.compile(r"(\d+(?:\.\d+)?)(?:m|mn|bn|b|k|tn|pm|am|st|nd|rd|th)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")

_VOWELS = "aeiouy"
_SPELT = (
    # colour, neighbourhood, favourable; not hour, pour, four, tour, flour.
    (re.compile(rf"(?<=[^{_VOWELS}])our(?=(?:s|ed|ing|able|ably|ite|ites|less|ful|hood|hoods)?$)"),
     "or"),
    # realise, organisation, analysed
    (re.compile(r"(?<=\w{3})([iy])s(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), r"\1z"),
    # centre, theatre, litres; not acre
    (re.compile(r"(?<=\w{2}[tb])re(?=s?$)"), "er"),
    # travelled, counsellor; not filled
    (re.compile(rf"(?:(?<=[{_VOWELS}][^{_VOWELS}])|(?<=[{_VOWELS}][^{_VOWELS}]{{2}}))([aeiou])ll"
                r"(?=(?:ed|ing|er|ers|or|ors|ous)$)"),
     r"\1l"),
    # catalogue, dialogue
    (re.compile(r"(?<=\w{2}al)ogue(?=s?$)"), "og"),
)  # fmt: skip
_SHORTEST = 6
"""Letters of a word, below which no rule is asked: "hour" is no other spelling of "hor"."""


_ANY_SPELT = re.compile(r"our|[iy]s[ei]|isat|[tb]re|ll|logue")
"""What is in every word that a rule reaches: most words have none of it."""


def unify_spelling(word: str, language: str | None) -> str:
    """Return the one spelling under which a folded word of `language` is compared.

    It need not be a word; it is the same for all spellings of one.
    """
    known = _KNOWN.get(language or "", _NO_WORDS).get(word)
    if known is not None:
        return known
    if word[0].isdigit():
        return _unify_number(word, grouped=language == "english")
    if language == "english" and len(word) >= _SHORTEST and _ANY_SPELT.search(word):
        for pattern, spelling in _SPELT:
            word = pattern.sub(spelling, word)
    return word


def _unify_number(word: str, *, grouped: bool) -> str:
    """Return a number without its unit, "1.2m" as in "1.2 million", and 1,200 as 1200."""
    unit = _UNIT.fullmatch(word)
    if unit is not None:
        word = unit[1]
    return word.replace(",", "") if grouped and _GROUPED.fullmatch(word) else word
