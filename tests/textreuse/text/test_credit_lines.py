from __future__ import annotations

import textwrap

import pytest
from hypothesis import given

from tests.textreuse.stories import FERRY, RAIN, any_texts, odd_texts, quick
from textreuse import compare, find_boilerplate, split_words
from textreuse.text.credit_lines import is_credit_line

# ruff: noqa: E501 - lines as they stand in articles
CREDITS = """
dpa-infocom, dpa:260503-99-123456/3
Associated Press writers Ann Roe in Paris and Tom Rask in Oakton contributed.
(Except for the headline, this story has not been edited by Harbour staff and is published from a syndicated feed.)
The Associated Press’ health coverage receives financial support from several foundations. AP is solely responsible for all content. Find AP’s standards and a list of supporters at AP.org.
This article was originally published on The Harbour Press. Read the original article.
This story first appeared on Harbour News.
The post Bridge closed until Friday appeared first on The Harbour Press.
Der Beitrag Brücke bis Freitag gesperrt erschien zuerst auf Hafenblatt.
L’article Pont fermé est apparu en premier sur Le Port.
La entrada Puente cerrado se publicó primero en El Puerto.
L’articolo Ponte chiuso proviene da Il Porto.
O post Ponte fechada apareceu primeiro em O Porto.
Het bericht Brug dicht verscheen eerst op De Haven.
Dieser Artikel erschien zuerst im Hafenblatt.
Dit artikel verscheen eerder in De Haven.
Cet article a d’abord été publié par Le Port.
Dit artikel is geschreven door ANP
This article was written by Ann Roe
Copyright 2026 The Harbour Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.
© 2026 The Harbour Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission. Learn more about our Terms of Use.
(Reporting by Tom Rask in Harbourton; Editing by Ann Roe and Maud Ellery)
Our Standards: The Harbour Press Trust Principles.
(Reporting and writing by Tom Rask; additional reporting by Ann Roe in Oakton; editing by J. R. Elm)
Reporting by Tom St. Mary; Editing by Ann Roe
Ann Roe in Oakton contributed to this report.
Associated Press writers Ann Roe in Paris and Tom Rask in Oakton contributed to this report.
Additional reporting by Ann Roe
(AP)
AFP
dpa
(dpa/lno)
abc/dpa/xyz
Quelle: dpa
Quelle: harbour.example, mau/dpa
Quelle: APA
(Keystone-SDA)
SDA/AFP
Fuente: EFE
Con información de EFE
Fonte: Lusa
Lusa/Fim
JH // ABC
Bron: ANP
Source : AFP
avec AFP
Avec AFP et Reuters
mit Material von dpa
Mit Agenturmaterial
© dpa-infocom, dpa:260503-99-123456/3
© Keystone-SDA
RIPRODUZIONE RISERVATA © Copyright ANSA
Riproduzione riservata
© Riproduzione riservata
Copyright Adnkronos
(Xinhua)
Xinhua
==Kyodo
TASS
© EFE 2026. Está expresamente prohibida la redistribución y la redifusión de todo o parte de los contenidos de los servicios de Efe, sin previo y expreso consentimiento de la Agencia EFE S.A.
© 2026 Europa Press. Está expresamente prohibida la redistribución y la redifusión de este contenido sin su previo y expreso consentimiento.
Tous droits de reproduction et de représentation réservés. © 2026 Agence France-Presse
Toute reproduction interdite sans autorisation.
Alle Rechte vorbehalten. Vervielfältigung und Verbreitung nur mit Genehmigung.
Die Weiterverwendung ohne Zustimmung der dpa ist untersagt.
Dieser Text ist urheberrechtlich geschützt.
Todos os direitos reservados. É proibida a reprodução deste conteúdo sem autorização.
Alle rechten voorbehouden. Overname zonder toestemming is verboten.
(Bericht von Tom Rask, redigiert von Ann Roe)
(Bericht von Tom Rask, redigiert von Ann Roe. Bei Rückfragen wenden Sie sich an die Redaktion unter redaktion@harbour.example)
(Reportage Jean Chêne; version française Marc Pin, édité par Anne Orme)
(Reporte de Juan Roble; Editado en español por Ana Olmo)
(Tradotto da Luca Olmo, editing Anna Neri)
(Reportagem de João Faia; Edição de Ana Olmo)
(Bewerkt door Jan Eik)
An diesem Bericht haben Tom Rask und Ann Roe mitgearbeitet.
Follow Tom Rask on X: @tomrask
Bloomberg
(with files from The Canadian Press)
PA Media
Photo: AP
Foto: dpa
Read more at https://harbour.example/bridge
Copyright by Harbour Press
The Associated Press contributed to this report.
Mit Material der dpa
Quelle: dpa/AFP
Bild: dpa
Foto: Keystone
(avec AFP)
Source AFP
Con información de EFE y AP
(EFE).-
Riproduzione riservata © Copyright ANSA
Com Lusa
Agência Lusa
© 2026 LUSA - Agência de Notícias de Portugal, S.A.
Door ANP
© Belga
This story has been published from a wire agency feed without modifications to the text.
(This story has not been edited by our staff and is auto-generated from a syndicated feed.)
With inputs from agencies
Copyright (c) 2026 Harbour Press. All Rights Reserved.
Copyright © 2026, Harbour Press
© 2026 Kyodo News
(c) 2026 AFP
Distributed by Harbour News Service
Dieser Beitrag stammt aus dem Nachrichtenfeed der dpa.
Dieser Text wurde von der Redaktion nicht bearbeitet.
Toute reproduction totale ou partielle sans autorisation est interdite.
Queda prohibida la reproducción total o parcial sin autorización.
Prohibida su reproducción total o parcial.
È vietata la riproduzione anche parziale.
É proibida a reprodução total ou parcial.
Niets uit deze uitgave mag worden overgenomen zonder toestemming.
Der Nachdruck ist nur mit Genehmigung des Verlags gestattet.
Alle Inhalte sind urheberrechtlich geschützt.
Tous droits réservés.
Editing by Maud Ellery
Reporting by Tom Rask, Editing by Ann Roe
(Additional reporting by Tom Rask in Oakton, writing by Ann Roe, editing by Maud Ellery)
(Escrito por Juan Roble. Editado por Ana Olmo)
(Reporte de Juan Roble en Vigo; editado por Ana Olmo)
(Texte de Jean Chêne, édité par Anne Orme)
(Geschreven door Jan Eik; bewerkt door An Berk)
© 2026 Agence Portuaire. Tous droits réservés. Toute reproduction, même partielle, est interdite.
© Hafenpresse 2026. Alle Rechte vorbehalten. Vervielfältigung, auch auszugsweise, nur mit Genehmigung.
© 2026 Agencia del Puerto. Todos los derechos reservados. Prohibida su reproducción total o parcial.
© 2026 Agenzia del Porto. Tutti i diritti riservati. Vietata la riproduzione anche parziale.
© 2026 Agência do Porto. Todos os direitos reservados. É proibida a reprodução sem autorização.
© 2026 Havenpers. Alle rechten voorbehouden. Niets uit dit artikel mag worden overgenomen zonder toestemming.
Copyright 2026 Hafenpresse. Alle Rechte vorbehalten.
Copyright © 2026 Agence Portuaire. Tous droits réservés.
Dieses Werk ist urheberrechtlich geschützt. Jede Verwertung ohne Zustimmung ist unzulässig.
Ce contenu est protégé par le droit d'auteur.
Este contenido está protegido por derechos de autor.
Questo contenuto è protetto da copyright.
Dit artikel is auteursrechtelijk beschermd.
Este conteúdo está protegido por direitos de autor.
Jede Weiterverwendung bedarf der Zustimmung der dpa.
The Harbour Press is solely responsible for all content.
This content is published under a Creative Commons licence.
Reprinted by permission.
For more information on reuse, contact licensing@harbour.example.
To request permission to republish, visit https://harbour.example/rights.
No reproduction without permission.
Not for redistribution.
Do not republish without permission.
Unauthorized use is prohibited.
Reporting by Tom Rask and the Harbour bureau; editing by Ann Roe
Edited by Ann Roe and Tom Rask
Written by Tom Rask with contributions from Ann Roe
With reporting from Tom Rask in Oakton
Tom Rask reported from Oakton. Ann Roe contributed reporting.
Photograph: Ann Roe/Harbour Press
Mit Informationen von dpa und AFP
(Mit Material von AP)
Texte : AFP
La rédaction avec AFP
Redacción con EFE
Redazione con ANSA
Redação com Lusa
Redactie/ANP
Agencia EFE - Madrid
(END) TASS
© Deutsche Presse-Agentur GmbH
dpa-AFX
APA/dpa
Belga/ANP
"""

REPORTING = """
Reporting by the Guardian found that ministers lied about the bridge.
Copyright law is changing, says the minister of culture in a report.
The AP said that it would appeal.
AFP reported the storm from the coast.
Die Veröffentlichung der Akten ist untersagt, sagte das Gericht.
È vietata la pesca nel porto fino a venerdì.
Unauthorised fishing is prohibited in the bay, the office said.
This material may be toxic, the office said.
Editing by committee is what killed the bridge.
Reuters was founded in 1851
Tass is a river in Siberia.
The bridge was built with permission of the king.
Text messages were sent by Tom Rask to Ann Roe before the storm.
Fotos von der Brücke zeigen Risse.
Con información de la policía, el alcalde cerró el puente.
Tom Rask contributed to the collapse of the bridge.
Reproduction is difficult for the harbour seal, biologists say.
Nach dpa-Informationen soll die Brücke im Mai fertig sein.
Video by a passer-by shows the crack.
La reproduction des phoques est interdite aux regards, dit M. Chêne.
Se prohíbe la pesca en el puerto.
Redaktion und Verlag streiten sich über den Umbau.
A cura di Anna, il porto rinasce come museo e scuola di vela per tutti.
This article of the treaty protects the rights of fishermen.
This report was published without permission of the ministry.
All works on the pier need a licence from the harbour office.
Diese Seite der Brücke ist seit Mai gesperrt.
Cet article du traité protège les droits des pêcheurs.
Support for the bridge has grown since May.
Unauthorised use of the pier is a crime, the mayor said.
No reproduction of the painting comes near it.
This story of the bridge was first published as a novel, said Ann Roe.
The post of harbour master was first filled on Monday.
The report was first published by the ministry in 2019.
Der Beitrag der Stadt zum Umbau erschien zuerst gering.
The Associated Press received a letter from the mayor.
This article was written by a machine
Este texto se publicó en 1999 y nadie lo leyó.
"""


def lines_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_boilerplate([text], [split_words(text)])]


@pytest.mark.parametrize("line", CREDITS.strip().split("\n"))
def test_a_line_that_only_credits_or_says_whose_the_text_is(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == [line]


@pytest.mark.parametrize("line", REPORTING.strip().split("\n"))
def test_a_line_that_begins_alike_but_reports(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == []


@pytest.mark.parametrize("line", [line for line in CREDITS.strip().split("\n") if len(line) > 75])
def test_a_wrapped_credit_is_known_line_by_line(line: str) -> None:
    lines = textwrap.wrap(line, 60)

    assert lines_of("\n".join([FERRY, "", *lines, "", RAIN])) == lines


def test_a_blank_line_ends_a_wrapped_credit() -> None:
    first, second = (
        "This material may not be published, broadcast,",
        "or rewritten. Reporting by Tom",
    )

    assert lines_of(f"{FERRY}\n\n{first}\n{second}\n\n{RAIN}") == [first, second]
    assert lines_of(f"{FERRY}\n\n{first}\n\n{second}\n\n{RAIN}") == [first]


def test_a_copyright_that_goes_on_to_report_is_reporting() -> None:
    assert lines_of(f"All rights reserved. {FERRY}") == []
    assert lines_of(f"Alle Rechte vorbehalten. {FERRY} {RAIN}") == []


def test_a_paragraph_is_too_long_to_be_a_credit() -> None:
    assert not is_credit_line("Reporting by " + " ".join(["Tom Rask"] * 80))


def test_two_outlets_share_no_agency_line() -> None:
    line = "Copyright 2026 The Harbour Press. All rights reserved. Nobody may reprint it."
    line = line.replace("Nobody may reprint it", "This material may not be published")

    assert compare([f"{FERRY}\n\n{line}", f"{RAIN}\n\n{line}"]).passages == ()


@quick
@given(any_texts() | odd_texts())
def test_any_line_is_told(text: str) -> None:
    assert is_credit_line(text) in (True, False)
