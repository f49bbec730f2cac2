"""Invented reports that have nothing to do with each other, and articles with news among them."""

from __future__ import annotations

from collections.abc import Sequence

REPORTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        (
            "The regional orchestra opened its autumn season with a programme of film music.",
            "Fishermen have complained for years that the channel is too shallow for their boats.",
            "A bakery near the station was fined after inspectors found mice in the storeroom.",
            "The library will stay open until midnight while students prepare for their exams.",
            "Swimmers are asked to avoid the eastern beach because of jellyfish.",
            "Rents in the city centre rose by a tenth last year.",
        ),
        (
            "A retired teacher has donated her collection of butterflies to the parish.",
            "The cable car is closed for repairs and will run again in May.",
            "Volunteers planted two thousand oaks along the motorway this spring.",
            "Chess players from nine lands are meeting in the casino this weekend.",
            "The brewery has bought the hotel next door and wants to pull it down.",
            "Two goats escaped from the zoo and were caught behind a theatre.",
        ),
    ),
    "french": (
        (
            "L'orchestre régional a ouvert sa saison d'automne avec de la musique de film.",
            "Les pêcheurs se plaignent que le chenal est trop étroit pour leurs bateaux.",
            "Une boulangerie près de la gare a reçu une amende à cause de souris dans la réserve.",
            "La bibliothèque restera ouverte jusqu'à minuit pendant les examens.",
            "Les baigneurs doivent éviter la plage de l'est en raison des méduses.",
            "Les loyers du centre ont augmenté d'un dixième.",
        ),
        (
            "Une institutrice à la retraite a légué sa collection de papillons à la commune.",
            "Le téléphérique est arrêté pour des travaux et ne roulera qu'au printemps.",
            "Des bénévoles ont planté deux mille chênes le long de l'autoroute.",
            "Des joueurs d'échecs de neuf pays se retrouvent au casino ce week-end.",
            "La brasserie a acheté l'hôtel voisin et veut le démolir.",
            "Deux chèvres se sont échappées du zoo et ont été prises sur un parking.",
        ),
    ),
    "german": (
        (
            "Das Orchester hat die Saison mit einem Abend voller Filmmusik eröffnet.",
            "Die Fischer klagen seit langem, dass die Fahrrinne für ihre Boote zu flach ist.",
            "Eine Bäckerei am Bahnhof muss eine Strafe zahlen, weil Mäuse im Lager waren.",
            "Die Bibliothek bleibt bis Mitternacht offen, solange Studenten für Prüfungen lernen.",
            "Schwimmer sollen den östlichen Strand wegen der Quallen meiden.",
            "Die Mieten in der Innenstadt sind um ein Zehntel gestiegen.",
        ),
        (
            "Eine pensionierte Lehrerin hat ihre Schmetterlinge der Gemeinde vermacht.",
            "Die Seilbahn ist wegen Reparaturen gesperrt und fährt erst im Frühling wieder.",
            "Freiwillige haben zweitausend Eichen an der Autobahn gepflanzt.",
            "Schachspieler aus neun Ländern treffen sich am Wochenende im Kasino.",
            "Die Brauerei hat das Hotel nebenan gekauft und will es abreißen.",
            "Zwei Ziegen sind aus dem Zoo entkommen und wurden auf einem Parkplatz gefangen.",
        ),
    ),
    "spanish": (
        (
            "La orquesta abrió su temporada de otoño con un programa de música de cine.",
            "Los pescadores se quejan de que el canal es poco profundo para sus barcos.",
            "Una panadería cerca de la estación fue multada porque había ratones en el almacén.",
            "La biblioteca estará abierta hasta medianoche mientras hay exámenes.",
            "Los bañistas deben evitar la playa del este a causa de las medusas.",
            "Los alquileres del centro subieron una décima parte.",
        ),
        (
            "Una maestra jubilada ha donado su colección de mariposas al ayuntamiento.",
            "El teleférico está cerrado por reparaciones y no volverá a funcionar hasta mayo.",
            "Los voluntarios plantaron dos mil robles a lo largo de la autopista.",
            "Jugadores de ajedrez de nueve países se reúnen este fin de semana en el casino.",
            "La cervecería ha comprado el hotel vecino y lo quiere derribar.",
            "Dos cabras se escaparon del zoo y fueron capturadas en un aparcamiento.",
        ),
    ),
}
"""By language, what two articles report that has nothing to do with each other."""

ENGLISH = REPORTS["english"]


def among(told: str, reports: Sequence[str]) -> str:
    """Return an article that has `told` in its middle."""
    half = len(reports) // 2
    return "\n\n".join((*reports[:half], told, *reports[half:]))


def two_articles(
    one: str, other: str, reports: tuple[Sequence[str], Sequence[str]] = ENGLISH
) -> list[str]:
    """Return two articles on different things, `one` told in the first, `other` in the second."""
    return [among(one, reports[0]), among(other, reports[1])]
