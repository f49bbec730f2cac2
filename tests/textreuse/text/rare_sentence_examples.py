"""More sentences, of what is rarer: dates, orders, firms, titles upon titles."""

from __future__ import annotations

RARE_EXAMPLES = {
    "english": """
The Rev. Al Oak spoke. | He left at 5 p.m. | She left at 6 p.m. on Friday.
“It works,” said Ms. Elm. | “Nobody knows why.”
He lives in St. Louis, Mo. and works in D.C. | He drives.
It is called Project X. | The name stuck.
Did it work? | (It did.) | Nobody knows.
The company (formerly Oak Ltd.) is new.
Mr. T. is here. | He waves.
He said: “Stop!” | They stopped.
""",
    "german": """
Der Bundestag (2. Lesung) hat das Gesetz am 14. 5. 2026 beschlossen. | Es gilt ab Juni.
Am 24. 12. und am 31. 12. ist geschlossen.
Er kommt aus St. Gallen, sie aus Frankfurt a. M. und er aus Halle a. d. Saale.
Das Museum hat Di. bis So. von 10 bis 18 Uhr geöffnet.
Die AfD, die SPD usw. waren da. | Die FDP fehlte.
Ludwig XIV. und Heinrich VIII. waren Könige. | Sie sind tot.
Wer war das? | „Ich“, sagte er. | Das war's.
Laut Art. 5 Abs. 1 GG ist das frei. | Punkt.
Die Temperatur stieg um 1,5 Grad. | 2024 war wärmer.
Es ist die 5. Niederlage in Folge. | Trainer Ulme geht.
Im 1. Stock wohnt Fam. Birke, im 2. Stock niemand.
""",
    "french": """
Mgr. Pin et le R.P. Orme sont là. | Ils prient.
Le 1er mai est férié. | Le 8 aussi.
Il a gagné 2,5 M. d'euros. | C'est beaucoup.
« Pourquoi ? » demanda-t-il. | « Parce que. »
Voir chap. 3 et vol. 2. | C'est long.
Elle a 40 ans. | Lui, 42.
""",
    "spanish": """
El 1.º de mayo es fiesta. | El 2 no.
Sr. Olmo: «¿Quién?» | Nadie.
La S. A. Roble y la S. L. Pino cerraron. | Fin.
Pág. 5, art. 3, inc. 2. | Ahí está.
El Excmo. Sr. Olmo y la Ilma. Sra. Pino salieron.
""",
    "italian": """
Il S. Padre e l'ing. Neri hanno parlato. | Poi silenzio.
Il 1° maggio è festa. | Il 2 no.
La sig.ra Olmo ed il cav. Neri sono qui. | Aspettano.
Ha detto: «Basta!» e se n'è andato.
La S.r.l. Olmo ha chiuso. | È finita.
""",
    "portuguese": """
O 1.º de maio é feriado. | O 2 não.
O Sr. Prof. Dr. Faia chegou. | Falou.
A Prof.ª Olmo e o Dr. Faia vieram. | Gostaram.
Disse: «Basta!» e saiu. | Ninguém falou.
O V. Exa. não veio. | Veio o outro.
""",
    "dutch": """
Jhr. mr. Eik en prof. dr. ir. Berk zijn er. | Ze praten.
De 1e mei is vrij. | De 2e niet.
Hij zei: ‘Stop!’ en ging weg. | Niemand zei iets.
De N.V. Eik is failliet. | Jammer.
Zie ook p. 5 e.v. | Daar staat het.
""",
}
