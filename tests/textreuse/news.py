"""Invented news: statements in two wordings, reports around them, and stories made of both."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.textreuse.stories import edited


def _pairs(told: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of sentences, parted by blank lines; a stroke parts the two of a pair."""
    pairs = []
    for pair in told.strip().split("\n\n"):
        one, other = pair.split("/")
        pairs.append((" ".join(one.split()), " ".join(other.split())))
    return tuple(pairs)


REWRITTEN = {
    language: _pairs(told)
    for language, told in {
        "english": """
            Prosecutors accuse the former treasurer of moving pension money into secret accounts
            in Cyprus.
            /
            According to prosecutors, pension money was moved by the former treasurer to accounts
            he kept secret in Cyprus.

            The tunnel under the strait will be flooded with seawater if engineers fail to seal
            the cracks before winter.
            /
            Unless the cracks are sealed by winter, engineers warn, seawater will flood the tunnel
            beneath the strait.

            Farmers blocked the border crossing with tractors to protest against cheap grain
            imports from Ukraine.
            /
            In protest at imports of cheap Ukrainian grain, farmers used tractors to block the
            border crossing.

            The airline cancelled 240 flights after a software failure grounded its pilots on
            Friday.
            /
            A failure of software that grounded pilots forced the airline to cancel 240 flights.

            Wolves killed forty sheep on a farm near Altenburg, and the owner is demanding
            compensation.
            /
            A farmer near Altenburg wants compensation for forty sheep killed by wolves.

            The museum returned three bronze masks to Benin that British soldiers had looted in
            1897.
            /
            Three masks of bronze, looted by soldiers from Britain in 1897, have been returned to
            Benin by the museum.

            Scientists discovered a colony of penguins on the ice shelf after satellite pictures
            showed stains of guano.
            /
            Guano stains in pictures taken by satellite led scientists to an unknown penguin
            colony on the ice shelf.

            The court ordered the chemical company to pay villagers for wells poisoned by
            solvents.
            /
            Villagers whose wells were poisoned with solvents must be paid by the chemical
            company, the court ruled.

            Parliament rejected a bill that would have banned smoking in parked cars with children
            inside.
            /
            A ban on smoking in parked cars when children are inside was rejected by parliament.

            The shipyard will dismiss nine hundred welders because orders for tankers have dried
            up.
            /
            With orders for tankers drying up, nine hundred welders at the shipyard are to be
            dismissed.

            Thieves drilled through the cellar wall of the savings bank and emptied three hundred
            lockers.
            /
            Three hundred lockers at the savings bank were emptied by thieves who had drilled a
            hole in the wall of its cellar.

            The vaccine protected nine in ten infants against malaria in a trial across four
            African countries.
            /
            In trials in four countries of Africa, nine out of ten infants were protected from
            malaria by the vaccine.

            Residents must boil their drinking water until the reservoir has been cleaned of
            bacteria.
            /
            Until bacteria are cleaned out of the reservoir, drinking water has to be boiled by
            residents.
        """,
        "french": """
            Le ministère fermera onze maternités rurales d'ici à 2030 faute de sages-femmes.
            /
            Faute de sages-femmes, onze maternités situées en zone rurale seront fermées par le
            ministère avant 2030.

            Les agriculteurs ont bloqué la frontière avec leurs tracteurs pour protester contre
            les importations de céréales ukrainiennes.
            /
            Pour protester contre l'importation de céréales venues d'Ukraine, des agriculteurs ont
            bloqué avec des tracteurs le passage de la frontière.

            Le musée a restitué au Bénin trois masques de bronze que des soldats britanniques
            avaient pillés en 1897.
            /
            Pillés en 1897 par des soldats britanniques, trois masques de bronze ont été restitués
            au Bénin par le musée.
        """,
        "german": """
            Bauern haben mit Traktoren die Grenze blockiert, um gegen billige Getreideimporte zu
            protestieren.
            /
            Aus Protest gegen den Import von billigem Getreide blockierten Bauern die Grenze mit
            ihren Traktoren.

            Wölfe haben auf einem Hof bei Altenburg vierzig Schafe gerissen, und der Besitzer
            verlangt eine Entschädigung.
            /
            Entschädigung verlangt der Besitzer eines Hofes bei Altenburg für vierzig Schafe, die
            von Wölfen gerissen wurden.

            Das Museum hat drei Masken aus Bronze zurückgegeben, die britische Soldaten 1897 in
            Benin geraubt hatten.
            /
            Drei bronzene Masken, 1897 von britischen Soldaten in Benin geraubt, gab das Museum
            nun zurück.
        """,
        "spanish": """
            El museo devolvió a Benín tres máscaras de bronce que soldados británicos habían
            saqueado en 1897.
            /
            Tres máscaras de bronce saqueadas en 1897 por soldados británicos fueron devueltas a
            Benín por el museo.

            Los agricultores bloquearon la frontera con tractores para protestar contra la
            importación de cereales baratos de Ucrania.
            /
            En protesta por las importaciones de cereal barato, varios agricultores bloquearon con
            sus tractores el paso de la frontera.

            Unos ladrones perforaron la pared del sótano y vaciaron trescientas cajas de la caja
            de ahorros.
            /
            Trescientas cajas fueron vaciadas por ladrones que habían perforado una pared en el
            sótano de la caja de ahorros.
        """,
    }.items()
}
"""Sentences that make the same statement in other words, by language."""

FLIGHTS, MASKS = REWRITTEN["english"][3], REWRITTEN["english"][5]
WELDERS, THIEVES, BOILED = (REWRITTEN["english"][at] for at in (9, 10, 12))

UNLIKE = dict(
    zip(
        (
            "names",
            "names alone",
            "attribution",
            "lopsided",
            "long frame",
            "subject",
            "topic",
            "event",
        ),
        _pairs(
            """
            Chancellor Elena Brandt met Prime Minister Tomas Weller in Ravensberg to discuss
            fishing quotas.
            /
            Elena Brandt beat Tomas Weller at table tennis during a charity evening in Ravensberg.

            Elena Brandt of Ravensberg called Tomas Weller of Altenburg and Igor Sandel of Cyprus.
            /
            It was Igor Sandel of Cyprus with Tomas Weller of Altenburg who told Elena Brandt of
            Ravensberg.

            The spokesman of the ministry said on Tuesday in an interview that trains would be
            late.
            /
            In an interview on Tuesday, a ministry spokesman announced lower taxes on diesel.

            The dam will be inspected for cracks by engineers in the autumn.
            /
            School classes, photographers and anglers from all over the country have long visited
            the dam that prisoners built in the fifties and that engineers who were sent to look
            for cracks in the autumn of last year found as solid as on its first day although
            water ran over its crown for three nights and washed away the road to the village.

            Forty sheep were killed by wolves near Altenburg and the owner demands compensation.
            /
            The president said in an interview with the newspaper on Tuesday evening that as he had
            already been told by reporters and officials last week the owner demands compensation
            from all of us now that wolves near Altenburg have killed forty sheep.

            The tunnel under the strait will be closed to lorries because ventilation has failed.
            /
            The tunnel through the mountain was opened with a concert for which two hundred
            singers had rehearsed.

            The hospital hired twelve nurses from the Philippines in the spring.
            /
            Nurses at the hospital went on strike over night shifts that last twelve hours.

            The earthquake destroyed four hundred houses in the mountain villages.
            /
            The earthquake was felt by office workers in the capital, who ran into the street.
            """
        ),
        strict=True,
    )
)
"""Sentences that have in common what their name says, or one topic, and make two statements."""

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


_WORDINGS = tuple(wording for pair in REWRITTEN["english"][3:8] for wording in pair)
_NEW_WORDS = ("gladly", "iron", "seven", "Monday", "said", "flights")
_BREAKS = (" ", " ", "\n\n", "\n\n", "\n", "\n\nAdvertisement\n\n")


@st.composite
def news_texts(draw: st.DrawFn) -> str:
    """Draw an article of invented reports, some in the one wording, some in the other, edited."""
    told = draw(st.lists(st.sampled_from(_WORDINGS), min_size=1, max_size=7))
    reports = draw(st.sampled_from(ENGLISH))[: draw(st.integers(2, 6))]
    sentences = draw(st.permutations([*told, *reports]))
    return "".join(
        " ".join(edited(draw, sentence.split(), _NEW_WORDS, most=1))
        + draw(st.sampled_from(_BREAKS))
        for sentence in sentences
    )


def news_stories(most: int = 2) -> st.SearchStrategy[list[str]]:
    """Draw stories of two to `most` such articles."""
    return st.lists(news_texts(), min_size=2, max_size=most)
