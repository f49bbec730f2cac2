from __future__ import annotations

from storage.agreement.measuring import AgreementRow, AgreementTable


def test_the_note_says_why_a_measure_is_not_defined() -> None:
    alike = AgreementRow("claim", "sentence", 3, (3, 3), 1.0, None, None, None, None, 1.0)
    mixed = alike._replace(marked=(1, 2, 2), alpha=0.5)

    assert AgreementTable(("Anna", "Ben"), 1, 0, [alike]).note == (
        "1 article that all coders marked as coded."
        " Alpha and kappa are not defined where all units have one value."
    )
    assert AgreementTable(("Anna", "Ben", "Cleo"), 1, 2, [mixed]).note == (
        "1 article that all coders marked as coded. 2 articles left out, which only some did."
        " Kappa is for two coders."
    )
