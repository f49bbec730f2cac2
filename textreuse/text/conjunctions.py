"""Conjunctions: the words that open a clause, relative pronouns among them."""

from __future__ import annotations

from functools import lru_cache

_CONJUNCTIONS = {
    "dutch": "en of maar dat die omdat terwijl toen wanneer als nadat voordat hoewel waar wie",
    "english": """
        and or but that which who whom whose because while when where after before if although
        though unless until since""",
    "french": """
        et ou mais que qui dont où lorsque quand parce puisque tandis si car qu'il qu'elle qu'ils
        qu'elles""",
    "german": "und oder aber sondern dass weil während als wenn nachdem bevor obwohl wo",
    "italian": "e o ma che chi cui dove quando perché mentre se poiché sebbene finché",
    "portuguese": "e ou mas que quem cujo cuja onde quando porque enquanto se embora",
    "russian": "и или но что чтобы который которая которое которые которых когда где если потому",
    "spanish": "y e o u pero que quien quienes cuyo cuya donde cuando porque mientras si aunque",
    "swedish": "och eller men att som där när medan eftersom om sedan innan",
}


@lru_cache(maxsize=16)
def list_conjunctions(language: str | None) -> frozenset[str]:
    """Return the conjunctions of `language`, folded; none where the language has no list."""
    return frozenset(_CONJUNCTIONS.get(language or "", "").split())
