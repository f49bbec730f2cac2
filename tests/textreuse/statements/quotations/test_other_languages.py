from __future__ import annotations

import pytest

from tests.textreuse.statements.quotations.reading import read, speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("„Der Hafen ist geschlossen“, sagte die Lotsin Anna Kern der Zeitung.", "Anna Kern"),
        ("„Der Hafen ist geschlossen“, so Anna Kern, die Sprecherin der Lotsen.", "Anna Kern"),
        ("Die Lotsin Anna Kern sagte: „Der Hafen ist geschlossen und das bleibt so.“", "Anna Kern"),
        ("Nach Angaben von Anna Kern ist der Hafen „für immer geschlossen“.", "Anna Kern"),
        ("Anna Kern war da. „Der Hafen ist geschlossen“, sagte sie am Montag.", "Anna Kern"),
        ("« Le port est fermé », a déclaré Anne Marin, qui est la cheffe du port.", "Anne Marin"),
        ("« Le port est fermé », a-t-elle dit. « Pour longtemps », dit Anne Marin.", "Anne Marin"),
        ("Selon Anne Marin, le port est « fermé pour toujours » dans la ville.", "Anne Marin"),
        ("Anne Marin est venue. « Le port est fermé », dit-elle dans la ville.", "Anne Marin"),
        ("„Der Hafen bleibt offen“, sagte der Lotse Jan Wolf und auch das Amt.", "Jan Wolf"),
        ("„Der Hafen ist nicht offen“, hatte Anna Kern da noch gesagt.", "Anna Kern"),
        ("Der Hafen sei, so Anna Kern, „für immer geschlossen“ und das auch für uns.", "Anna Kern"),
        ("In der Zeitung sagte Anna Kern, der Hafen sei „für immer geschlossen“.", "Anna Kern"),
        ("Der Hafen ist Anna Kern zufolge „für immer geschlossen“, und das ist so.", "Anna Kern"),
        ("Anna Kern hat den Hafen und die Stadt „eine Gefahr für uns alle“ genannt.", "Anna Kern"),
        ("Die Stadt wurde von Anna Kern „eine Gefahr für uns alle“ genannt.", "Anna Kern"),
        ("Wie Anna Kern mitteilte, ist der Hafen „für immer geschlossen“.", "Anna Kern"),
        ("« Le port est fermé », a dit à la presse Anne Marin dans la ville.", "Anne Marin"),
        ("« Le port est fermé », dit l’élue du port, Anne Marin, dans la ville.", "Anne Marin"),
        ("« Le port est fermé », a fait savoir Anne Marin dans la ville.", "Anne Marin"),
        ("« Le port est fermé », bougonne le pêcheur Paul Marin dans la ville.", "Paul Marin"),
        ("«El puerto está cerrado», bramó la vecina Ana Marín en la ciudad.", "Ana Marín"),
        ("„Der Hafen ist nicht offen“, grollte die Lotsin Anna Kern in der Stadt.", "Anna Kern"),
        ("Pour Anne Marin, le port est « fermé pour toujours » dans la ville.", "Anne Marin"),
        ("Comme l’a dit Anne Marin, le port est « fermé pour toujours » là.", "Anne Marin"),
        ("El puerto fue calificado de «peligro para todos» por Ana Marín.", "Ana Marín"),
        ("Ana Marín habló de la ciudad. «El puerto está cerrado», ha explicado.", "Ana Marín"),
        ("«El puerto está cerrado», ha asegurado Ana Marín en la ciudad.", "Ana Marín"),
        ("«El puerto está cerrado», dijo la presidenta Ana Marín en una entrevista.", "Ana Marín"),
        ("Según Ana Marín, el puerto está «cerrado por hoy» por la tormenta.", "Ana Marín"),
        ("Ana Marín afirmó que el puerto está «cerrado por hoy» por la tormenta.", "Ana Marín"),
    ],
)  # fmt: skip
def test_cues_of_other_languages(text: str, name: str) -> None:
    assert read(text)[-1].speaker.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Man sagt in der Stadt, der Hafen sei „für immer geschlossen“ und leer.",
        "Der Film „Das Boot der alten Lotsen und ihrer Kinder“ ist in der Stadt zu sehen.",
        "Paul Lesage est venu pour Anne Marin après « dix ans de bonheur et de paix » là.",
        "« Le port est fermé », film de la mer par Anne Marin, est dans la ville.",
        "« Le port est fermé », puis Anne Marin est venue dans la ville.",
        "La película «Los marineros de la noche larga» está en la ciudad.",
    ],
)
def test_what_other_languages_do_not_say_is_nobody_s(text: str) -> None:
    assert set(speakers(text)) <= {"unresolved"}
