from __future__ import annotations

from storage.errors import AmbiguousError


def test_of_many_choices_the_first_are_named_and_the_others_counted() -> None:
    error = AmbiguousError("“owl” matches 7 articles:", [f"{number} Owl" for number in range(7)])

    assert error.sentences == ("“owl” matches 7 articles:",)
    assert error.choices == ("0 Owl", "1 Owl", "2 Owl", "3 Owl", "4 Owl", "and 2 more")
    assert str(error) == "“owl” matches 7 articles: 0 Owl; 1 Owl; 2 Owl; 3 Owl; 4 Owl; and 2 more"


def test_few_choices_are_all_named() -> None:
    assert AmbiguousError("Which?", ["a", "b"]).choices == ("a", "b")
