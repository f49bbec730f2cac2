"""Invented news: statements in two wordings, and pairs that only look alike."""

from __future__ import annotations


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
