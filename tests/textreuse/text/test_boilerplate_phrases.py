from __future__ import annotations

import pytest

from tests.textreuse.stories import FERRY, RAIN
from textreuse import find_boilerplate, split_words

SITES = """
12 commentaires
12 kommentare
2 reacties
3 Minuten Lesezeit
3 commentaires
3 min de lectura
3 min read
3 min. lesezeit
4 min read
5 commenti
5 minuten leestijd
Abonnez-vous à notre newsletter
Abonnieren sie unseren newsletter
Add a comment
Advertentie
Anzeige
Article continues below
Assine a newsletter
Assine a nossa newsletter
Auf WhatsApp teilen
Auf facebook teilen
Añadir comentario
#bridge
#news/local #bridge, #harbour-office
#news of the harbour# #bridge
[[Bridge]] [[Harbour office]]
Tags: bridge, harbour, ferries
Filed under: Local news | Harbour
Schlagwörter: Brücke, Hafen
Cet article est réservé aux abonnés
Comments (12)
Comparte esta noticia
Compartilhe esta notícia
Compartir en whatsapp
Condividi su facebook
Contenido exclusivo para suscriptores
Contenuto riservato agli abbonati
Conteúdo exclusivo para assinantes
Continua depois da publicidade
Delen via e-mail
Deze website gebruikt cookies
Deze website maakt gebruik van cookies
Diese website verwendet cookies, um
Dieser artikel ist nur für abonnenten
Dit artikel is exclusief voor abonnees
Empfehlungen der Redaktion
Empfohlene Artikel
Este site utiliza cookies
Este sitio web utiliza cookies propias y de terceros
Folgen sie uns auf facebook
Get the latest news in your inbox
Hier können Sie unseren Newsletter abonnieren
Il vous reste 75% de cet article à lire
Inscrivez-vous gratuitement à la newsletter
Iscriviti alla nostra newsletter
Jetzt Abo abschließen
Jetzt newsletter abonnieren
Jetzt weiterlesen mit Plus
Join the conversation
Kommentare (12)
Kommentare anzeigen
Kommentare lesen (12)
Lea también: el puente
Lecture 2 min
Lees ook: de brug
Leestijd 5 minuten
Leggi anche il ponte
Leia também: a ponte
Lesedauer: 3 Minuten
Lesedauer: ca. 3 min
Lesen sie auch
Lesen sie auch: brücke gesperrt
Lesezeit: 3 minuten
Lire aussi le pont est fermé
Lire plus tard
Listen to this article
Melden Sie sich hier für unseren kostenlosen Newsletter an.
Melden sie sich für unseren newsletter an
Nous utilisons des cookies pour
Offrir cet article
Partager cet article
Partager sur twitter
Partilhar no facebook
Per E-Mail versenden
Publicité
Questo sito utilizza cookie
Read more: the bridge
Reageer op dit artikel
Receba as notícias no seu e-mail
Recevez gratuitement notre newsletter
Recibe las noticias en tu correo
Recibe nuestras noticias en tu correo
Recommended for you
Resta aggiornato con la nostra newsletter
S'inscrire à la newsletter
Schrijf je in voor de nieuwsbrief
Schrijf je in voor onze nieuwsbrief
Share full article
Share on facebook
Siga-nos no Facebook
Sign up here for our daily newsletter.
Sigue leyendo
Story continues below advertisement
Subscribe to continue reading
Support independent journalism
Suscríbete a nuestra newsletter
Suscríbete a nuestro boletín
Síguenos en Facebook
Te recomendamos
Teilen Sie diesen Artikel
Teilen auf facebook
Tempo di lettura: 4 minuti
Temps de lecture : 3 min
Temps de lecture : 3 min.
Utilizamos cookies propias
Vedi anche
Ver comentarios (3)
View comments
Voir les commentaires
Wij plaatsen cookies om uw bezoek beter te maken.
Wir verwenden cookies
Zur Merkliste hinzufügen
¿ya eres suscriptor? inicia sesión
À lire aussi : le pont
À voir aussi
You have 2 free articles left this month.
You have reached your limit of free articles.
Sie haben noch 2 kostenlose Artikel in diesem Monat.
Vous avez lu 3 articles gratuits ce mois-ci.
Te quedan 2 artículos gratis este mes.
Hai letto 3 articoli gratuiti questo mese.
U hebt nog 2 gratis artikelen deze maand.
Unterstützen Sie unseren Journalismus.
Soutenez un journalisme indépendant.
Apoya el periodismo independiente.
Sostieni il giornalismo indipendente.
Apoie o jornalismo independente.
Steun onafhankelijke journalistiek.
"""

REPORTING = """
Sign up for war, say three thousand teenagers
Never miss a beat: how the drummer came back
Subscribe to the theory or not, voters are angry
Der hafen ist zu
Diese woche kommt der frühling
La ville est triste
Al ponte non c'è nessuno
Recibe la alcaldesa a los pescadores
Teilen ist das neue haben, sagt die stadt
Für die brücke fehlt geld
Sie haben schon ein boot
Ya es tarde para el puerto
Jetzt kommt der winter
Deel van de brug is weg
Schon registriert die polizei mehr unfälle als im vorjahr
Cookies sind lecker, sagt die Bäckerin.
We use salt, said the fisherman.
#metoo changed the harbour office for good
#1 in the county is the harbour office
Tags: two words, he said. It was over.
"""


def lines_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_boilerplate([text], [split_words(text)])]


@pytest.mark.parametrize("line", SITES.strip().split("\n"))
def test_a_line_that_sites_put_around_articles(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == [line]


@pytest.mark.parametrize("line", REPORTING.strip().split("\n"))
def test_a_line_that_begins_alike_but_reports(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == []


@pytest.mark.parametrize("line", ["Kontakt", "Teilen", "Écouter", "Register", "Facebook"])
def test_a_word_of_a_menu_is_boilerplate_only_in_one(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == []
    assert lines_of(f"{FERRY}\n{line}\nWhatsApp\n{RAIN}") == [line, "WhatsApp"]
