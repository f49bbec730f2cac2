from __future__ import annotations

import pytest

from tests.textreuse.statements.disagreements.filler import FILLER
from textreuse.comparison import compare
from textreuse.statements.disagreements.quantities.find_quantities import find_quantities

Told = tuple[str, float, float, str]


def find(text: str, language: str = "english") -> list[Told]:
    """Return the words, the number or both of a range, and the unit of each quantity."""
    # A language is told by its commonest words, which a line hardly has.
    comparison = compare([f"{text}\n\n{FILLER[language]}"])
    found = find_quantities(comparison.sentence_similarity.units, 0)
    return [
        (comparison.texts[0][one.span.start : one.span.end], *one.told, one.unit)
        for one in found
        if one.span.start < len(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The flood reached 63 houses.", ("63", 63, 63, "")),
        ("The flood reached fifty-two houses.", ("fifty-two", 52, 52, "")),
        ("It reached two hundred and four houses.", ("two hundred and four", 204, 204, "")),
        ("They sold 400,000 chips.", ("400,000", 400_000, 400_000, "")),
        ("They sold 1.2 million chips.", ("1.2 million", 1_200_000, 1_200_000, "")),
        ("They sold a million chips.", ("million", 1_000_000, 1_000_000, "")),
        ("They sold half a million chips.", ("half a million", 500_000, 500_000, "")),
        (
            "They sold two and a half million chips.",
            ("two and a half million", 2_500_000, 2_500_000, ""),
        ),
        (
            "It cost $2 and a half million.",
            ("$2 and a half million", 2_500_000, 2_500_000, "dollar"),
        ),
        ("It took four-and-a-half years.", ("four-and-a-half", 4.5, 4.5, "year")),
        ("Few 12-year-olds are angels.", ("12", 12, 12, "age of anyone")),
        ("They sold three dozen chips.", ("three dozen", 36, 36, "")),
        ("It cost $1.2m.", ("$1.2m", 1_200_000, 1_200_000, "dollar")),
        ("It cost 3 million euros.", ("3 million euros", 3_000_000, 3_000_000, "euro")),
        ("It cost £900,000.", ("£900,000", 900_000, 900_000, "pound")),
        ("Prices rose by 5%.", ("5%", 5, 5, "percent")),
        ("Prices rose by five per cent.", ("five per cent", 5, 5, "percent")),
        ("The water rose by 2.47 metres.", ("2.47", 2.47, 2.47, "metre")),
        ("The week has 40-60 hours.", ("40-60", 40, 60, "hour")),
        ("The 40- to 60-hour week is over.", ("40- to 60", 40, 60, "hour")),
        ("It has between 40 and 60 rooms.", ("40 and 60", 40, 60, "")),
        ("The senate voted 52-48 for it.", ("52-48", 48, 52, "score")),
        ("Edwin Price, 71, cycled home.", ("71", 71, 71, "age")),
        ("A 71-year-old pensioner cycled home.", ("71", 71, 71, "age of anyone")),
        ("It closed 12 years ago.", ("12", 12, 12, "year away")),
        ("The mayor and two others came.", ("two", 2, 2, "others")),
        ("It reached hundreds of houses.", ("hundreds", 200, 1000, "")),
        (
            "It reached several hundred thousand people.",
            ("several hundred thousand", 200_000, 1_000_000, ""),
        ),
        (
            "It reached tens of thousands of people.",
            ("tens of thousands", 20_000, 100_000, ""),
        ),
    ],
)
def test_english(text: str, told: Told) -> None:
    assert find(text) == [told]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("german", "Es kostete 1,2 Mio. Euro.", ("1,2 Mio", 1_200_000, 1_200_000, "")),
        ("german", "Es waren 1.200 Menschen.", ("1.200", 1200, 1200, "")),
        ("german", "Es waren zweihundertfünfzigtausend.", ("zweihundertfünfzigtausend",
            250_000, 250_000, "")),
        ("german", "Es waren einundzwanzig Kühe.", ("einundzwanzig", 21, 21, "")),
        ("german", "Es waren Hunderte Kühe.", ("Hunderte", 200, 1000, "")),
        ("french", "Il a vu 1 200 000 personnes.", ("1 200 000", 1_200_000, 1_200_000, "")),
        ("french", "Il a vu quatre-vingt-dix-sept ânes.", ("quatre-vingt-dix-sept", 97, 97, "")),
        ("french", "Il a payé 3 millions d'euros.", ("3 millions d'euros", 3_000_000, 3_000_000,
            "euro")),
        ("french", "Il a vu des centaines de milliers d'ânes.", ("centaines de milliers",
            200_000, 1_000_000, "")),
        ("spanish", "Había cuarenta y cinco personas.", ("cuarenta y cinco", 45, 45, "")),
        ("spanish", "Costó 1.200 millones de euros.", ("1.200 millones de euros", 1.2e9, 1.2e9,
            "euro")),
        ("spanish", "Subió un 5 por ciento.", ("5 por ciento", 5, 5, "percent")),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, told: Told) -> None:
    assert find(text, language) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1887.",
        "The trial begins on March 12, 2024.",
        "It was heard at 4.10 a.m. and at 15:40.",
        "Section 8 of the act and Route 66 were named.",
        "The fight against COVID-19 and the H200 chip went on.",
        "He flew a Boeing 747 on 9/11.",
        "A 501(c)(3) charity was founded.",
        "No. 10 was closed to visitors.",
        "It was the 21st of them.",
    ],
)
def test_what_measures_and_counts_nothing(text: str) -> None:
    assert find(text) == []
