from __future__ import annotations

import pytest

from textreuse.revisions.correction_notices import is_correction_notice


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The dam is in Lower Fen, not in Upper Fen.",
        "CORRECTION (March 3): The dam is in Lower Fen.",
        "Correction, March 3, 2026: The dam is in Lower Fen.",
        "Clarification – The council has nine members.",
        "Editor’s note: The headline has been changed.",
        "An earlier version of this article gave another sum.",
        "• This story was corrected on Friday to give the right sum.",
        "UPDATE: Adds what the council said.",
        "Korrektur: Der Damm liegt in Niederfenn.",
        "In einer früheren Version hieß es, der Damm liege in Oberfenn.",
        "Anmerkung der Redaktion: Der Name wurde geändert.",
        "Rectificatif : le barrage est à Basse-Fenne.",
        "Une version précédente de cet article donnait une autre somme.",
        "Fe de errores: la presa está en Fen Bajo.",
        "En una versión anterior se daba otra suma.",
        "Errata corrige: la diga è a Fen Basso.",
        "Uma versão anterior dava outra soma.",
        "Rectificatie: de dam ligt in Nederveen.",
        "In een eerdere versie stond een ander bedrag.",
    ],
)
def test_a_notice_is_known_by_its_words(line: str) -> None:
    assert is_correction_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "A correction in the price of oranges is expected by traders.",
        "Corrections officers said: nobody has left the prison.",
        "Update your calendar for the ferry.",
        "The mayor corrected himself on Friday.",
        "The version that the council read was another one.",
        "Clarification was asked for by nine members.",
        "",
    ],
)
def test_reporting_is_none(line: str) -> None:
    assert not is_correction_notice(line)
