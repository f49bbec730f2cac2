"""House style: what two outlets that quote the same words may write in two ways, by language."""

from __future__ import annotations

ABBREVIATED = {
    "english": {
        "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
        "gen": "general", "gov": "governor", "govs": "governors", "dr": "doctor",
        "prof": "professor", "lt": "lieutenant", "col": "colonel", "capt": "captain",
        "cmdr": "commander", "maj": "major", "sgt": "sergeant", "adm": "admiral",
        "rev": "reverend", "pres": "president", "dept": "department", "govt": "government",
        "vs": "versus", "mr": "mister", "mrs": "missus", "st": "saint",
        "jan": "january", "feb": "february", "aug": "august", "sept": "september",
        "oct": "october", "nov": "november", "dec": "december",
    },
    "french": {
        "m": "monsieur", "mm": "messieurs", "mme": "madame", "mlle": "mademoiselle",
        "dr": "docteur", "pr": "professeur",
    },
    "german": {
        "dr": "doktor", "prof": "professor", "mrd": "milliarden", "mio": "millionen",
        "nr": "nummer", "bzw": "beziehungsweise",
    },
    "spanish": {
        "sr": "señor", "sra": "señora", "srta": "señorita", "dr": "doctor", "dra": "doctora",
        "ud": "usted", "uds": "ustedes", "eeuu": "estados unidos",
    },
}  # fmt: skip
"""What short forms are written in full, folded."""

PAIRS = {
    "english": {("united", "states"): "us", ("united", "kingdom"): "uk", ("per", "cent"): "cent",
                ("all", "right"): "alright"},
    "french": {("états", "unis"): "usa", ("pour", "cent"): "cent"},
    "german": {("vereinigten", "staaten"): "usa", ("vereinigte", "staaten"): "usa"},
    "spanish": {("por", "ciento"): "cent"},
}  # fmt: skip
"""Two words that are also written as one or as a sign."""

PER_CENT = "cent"
"""What a sign of per cent is read as."""

SIGN_WORDS = {
    "german": {"prozent": PER_CENT},
    "dutch": {"procent": PER_CENT},
    "spanish": {"porciento": PER_CENT},
}
"""Words for that sign that are spelt otherwise."""

CURRENCIES = {
    "english": {"dollar": "$", "dollars": "$", "pounds": "£", "euro": "€", "euros": "€",
                "yen": "¥"},
    "french": {"dollar": "$", "dollars": "$", "livres": "£", "euro": "€", "euros": "€",
               "yens": "¥"},
    "german": {"dollar": "$", "pfund": "£", "euro": "€", "yen": "¥"},
    "spanish": {"dólar": "$", "dólares": "$", "libras": "£", "euro": "€", "euros": "€",
                "yenes": "¥"},
}  # fmt: skip
"""Words behind a sum, by the sign that is written beside it instead."""

SCALES = {
    "english": "hundred thousand million billion trillion".split(),
    "french": "mille million millions milliard milliards".split(),
    "german": "tausend million millionen milliarde milliarden".split(),
    "spanish": "mil millón millones".split(),
}
"""Words between a number and its currency."""

SCALE_LETTERS = {
    "english": {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion",
                "tn": "trillion"},
}  # fmt: skip
"""Letters right behind a sum that stand for such a word."""

AND = {"english": "and", "french": "et", "german": "und", "spanish": "y"}
"""What the sign & is read as."""

TENS = {
    "english": {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
                "seventy": "70", "eighty": "80", "ninety": "90"},
    "french": {"vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50",
               "soixante": "60"},
}  # fmt: skip
"""Numbers in words, behind which another one follows a hyphen."""

CONTRACTED = {
    "english": {
        "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"),
        "shan't": ("shall", "not"), "ain't": ("is", "not"), "gonna": ("going", "to"),
        "wanna": ("want", "to"), "gotta": ("got", "to"), "kinda": ("kind", "of"),
        "let's": ("let", "us"),
    },
}  # fmt: skip
"""Contractions that no ending below explains."""

CONTRACTED_ENDINGS = {
    "english": {
        "n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",),
        "'d": ("would", "had"), "'s": ("is", "has"),
    },
}  # fmt: skip
"""What an ending stands for; of two, either."""

FILLERS = {
    "english": frozenset("uh um er ah oh well so and but look now okay actually".split()),
    "french": frozenset("euh ben bon alors et mais donc voilà hein".split()),
    "german": frozenset("äh ähm also und aber nun ja naja halt".split()),
    "spanish": frozenset("eh pues bueno y pero entonces mira".split()),
}
"""Words with which people begin or halt, and which editors leave out."""

FILLING_PHRASES = {
    "english": (("you", "know"), ("i", "mean"), ("i", "think"), ("kind", "of"), ("sort", "of")),
    "spanish": (("o", "sea"),),
}
"""The same in two words."""
