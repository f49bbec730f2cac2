"""Exports of databases, made here after the public descriptions of their marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN


class Document(NamedTuple):
    headline: str
    outlet: str
    author: str
    day: str
    """`5 March 2026`."""
    paragraphs: tuple[str, ...]

    @property
    def american(self) -> str:
        number, month, year = self.day.split()
        return f"{month} {number}, {year}"

    @property
    def published(self) -> str:
        return f"2026-03-{int(self.day.split()[0]):02}"


DOCUMENTS = (
    Document("Owl moves in", "The Belfry Gazette", "Nell Harker", "5 March 2026", (OWL, MILL)),
    Document("Mill to open", "The Mill Post", "Tom Ash", "12 March 2026", (MILL, PARADE, BRIDGE)),
    Document("Honey is rare this year", "Bee Weekly", "Ida Wren", "3 March 2026", (HONEY, VAN)),
)


def nexis(documents: Iterable[Document] = DOCUMENTS, of: int = 3) -> list[str]:
    """Return the blocks of an export of LexisNexis as it was."""
    found: list[str] = []
    for number, one in enumerate(documents, 1):
        found += [
            f"                     {number} of {of} DOCUMENTS",
            f"                     {one.outlet}",
            f"                     {one.american} Thursday\n                Final Edition",
            one.headline,
            f"BYLINE: {one.author}",
            "SECTION: NEWS; Pg. 4",
            "LENGTH: 154 words",
            *one.paragraphs,
            "GRAPHIC: PHOTO: A picture of it.",
            "LOAD-DATE: March 20, 2026",
            "LANGUAGE: ENGLISH",
            f"            Copyright 2026 {one.outlet}\n              All Rights Reserved",
        ]
    return found


def nexis_uni(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of Nexis Uni, below the list of its documents."""
    documents = list(documents)
    found = [
        "User Name: reader",
        "Date and Time: Friday, March 20, 2026 10:30:00 AM GMT",
        "Job Number: 1234",
        f"Documents ({len(documents)})",
    ]
    for number, one in enumerate(documents, 1):
        found += [f"{number}. {one.headline}", "Client/Matter: -None-", "Search Terms: owl"]
    for one in documents:
        found += [
            one.headline,
            one.outlet,
            f"{one.american} Thursday",
            f"Copyright 2026 {one.outlet} All Rights Reserved",
            "Section: NEWS; Pg. 4",
            "Length: 154 words",
            f"Byline: By {one.author}",
            "Highlight: What the village says.",
            "Body",
            *one.paragraphs,
            "Graphic",
            "A picture of it.",
            "Load-Date: March 20, 2026",
            "End of Document",
        ]
    return found


def factiva_rows(one: Document, number: int) -> list[tuple[str, str]]:
    lead, *rest = one.paragraphs
    return [
        ("SE", "News"),
        ("HD", one.headline),
        ("BY", f"By {one.author}"),
        ("WC", "154 words"),
        ("PD", one.day),
        ("ET", "10:30"),
        ("SN", one.outlet),
        ("SC", "BELF"),
        ("LA", "English"),
        ("CY", f"(c) 2026 {one.outlet}. All rights reserved"),
        ("LP", lead),
        ("TD", "\n\n".join(rest)),
        ("NS", "gcat : Political/General News"),
        ("PUB", "Belfry Press"),
        ("AN", f"Document BELF00002026030{number}em35000{number}x"),
    ]


def factiva_coded(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of Factiva with codes, each alone on its line."""
    return [
        part
        for number, one in enumerate(documents, 1)
        for code, value in factiva_rows(one, number)
        for part in (code, *value.split("\n\n"))
    ]


def factiva_shown(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of Factiva as documents are shown there."""
    found: list[str] = []
    for number, one in enumerate(documents, 1):
        rows = [value for code, value in factiva_rows(one, number) if code not in ("NS", "PUB")]
        rows[-1] = rows[-1].removeprefix("AN ")
        found += [part for value in rows for part in value.split("\n\n")]
    return found


def factiva_page(documents: Iterable[Document] = DOCUMENTS) -> bytes:
    """Make a page of Factiva with codes in tables."""
    tables = []
    for number, one in enumerate(documents, 1):
        rows = "".join(
            f"<tr><td><b>{code}</b>&nbsp;</td><td>"
            + "".join(f"<p class='articleParagraph'>{part}</p>" for part in value.split("\n\n"))
            + "</td></tr>"
            for code, value in factiva_rows(one, number)
        )
        tables.append(f"<div class='article enArticle'><table>{rows}</table></div><br/>")
    return (
        f"<html><head><title>Factiva</title></head><body>{''.join(tables)}</body></html>".encode()
    )


def proquest(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of ProQuest."""
    documents = list(documents)
    rule = "_" * 60
    found = [rule, "Report Information from ProQuest", "March 20 2026 10:30"]
    for number, one in enumerate(documents, 1):
        given, family = one.author.split()
        first, *rest = one.paragraphs
        found += [
            rule,
            f"Document {number} of {len(documents)}",
            one.headline,
            f"Author: {family}, {given}",
            f"Publication info: {one.outlet} ; Belfry [Belfry]. 01 Jan 2026: A4.",
            "ProQuest document link",
            "Abstract: What the village says.",
            f"Full text: {first}",
            *rest,
            "Subject: Birds; Villages\nLocation: Belfry",
            f"Publication title: {one.outlet}; Belfry\nPublication date: {one.american}",
            "ProQuest document ID: 12345",
        ]
    return [*found, rule, "Database copyright © 2026 ProQuest LLC. All rights reserved."]


def wiso(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of WISO."""
    found: list[str] = []
    for number, one in enumerate(documents, 1):
        day = ".".join(reversed(one.published.split("-")))
        found += [
            f"{one.outlet} vom {day} / Seite {number}",
            "Lokales",
            one.headline,
            f"Von {one.author}",
            *one.paragraphs,
            f"Quelle: {one.outlet}, {day}, Nr. 51, S. {number}",
            "Ressort: Lokales",
            f"Dokumentnummer: BG{number}",
            f"Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/BG__{number}",
            f"Alle Rechte vorbehalten: (c) {one.outlet} GmbH",
            "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH",
        ]
    return found


_MONTHS = {"March": "mars"}


def europresse(documents: Iterable[Document] = DOCUMENTS) -> list[str]:
    """Return the blocks of an export of Europresse."""
    found: list[str] = []
    for number, one in enumerate(documents, 1):
        day, month, year = one.day.split()
        found += [
            f"{one.outlet} (site web)",
            f"{day} {_MONTHS[month]} {year} 1 154 mots, p. {number}",
            one.headline,
            f"Par {one.author}",
            *one.paragraphs,
            f"© {year} {one.outlet}. Tous droits réservés.",
            f"news·{one.published.replace('-', '')}·BG·{number}",
        ]
    return found
