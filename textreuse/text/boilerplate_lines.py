"""Lines that sites put around their articles, in seven languages, folded and bare."""

from __future__ import annotations

import re

_LINES = """
    accept all / accept all cookies / accept cookies / add a comment / add comment /
    advertisement / advertisement - story continues below / all rights reserved /
    article continues below / article continues below advertisement / back to top /
    be the first to comment / become a member / continue reading / cookie policy /
    cookie preferences / cookie settings / editor's pick / editor's picks / editors pick /
    editors picks / editors' picks / email this article / follow us / gift this article /
    in other news / join the conversation / join the discussion / keep reading / leave a comment /
    leave a reply / listen to article / listen to this article / load more / log in /
    manage cookies / more from this section / more on this story / more on this topic /
    more stories / most popular / most read / most viewed / opens in new tab / opens new tab /
    post a comment / post a reply / print this article / privacy policy / read also /
    read comments / read full story / read more / read more here / read next /
    read the full story / recommended for you / recommended stories / reject all /
    related content / report a typo / report an error / save article / save for later / see also /
    see more / see next / select language / share / share article / share full article /
    share full story / share page / share post / share story / share this / share this article /
    share this page / share this post / share this story / show comments / show more / sign in /
    skip to content / skip to main content / sponsored / story continues below /
    story continues below advertisement / subscribe / subscribe now / subscribe today /
    subscriber exclusive / subscriber only / subscribers only / suggest a correction /
    support independent journalism / support our journalism / terms and conditions /
    terms of service / terms of use / thank you for reading / thanks for reading / top stories /
    trending now / view comments / what to read next / write a comment / you may also like /
    you might also like

    abo abschliessen / abonnieren / advertorial / alle ablehnen / alle akzeptieren /
    alle cookies akzeptieren / alles zum thema / am meisten gelesen / anzeige / artikel als pdf /
    artikel anhören / artikel drucken / artikel empfehlen / artikel hören / artikel kommentieren /
    artikel merken / artikel teilen / artikel verschenken / artikel vorlesen / auch interessant /
    auf die merkliste / beitrag teilen / cookie-einstellungen / cookies ablehnen /
    cookies akzeptieren / cookies verwalten / das könnte dich auch interessieren /
    das könnte sie auch interessieren / datenschutz / datenschutzerklärung /
    die wichtigsten nachrichten / diesen artikel teilen / diskutieren sie mit /
    einen kommentar schreiben / einloggen / empfehlungen der redaktion / empfohlene artikel /
    empfohlener inhalt / externer inhalt / fehler gefunden / fehler melden /
    jetzt abo abschliessen / jetzt abonnieren / jetzt anmelden / jetzt kommentieren /
    kommentar abgeben / kommentar hinterlassen / kommentar schreiben / kommentar verfassen /
    kommentare anzeigen / kommentare ausblenden / kommentare lesen / link kopieren /
    mehr aus dem ressort / mehr aus dieser rubrik / mehr dazu / mehr lesen / mehr nachrichten /
    mehr zum thema / meist gelesen / meistgelesen / meistgelesene artikel / merkliste /
    mitdiskutieren / nach der anzeige weiterlesen / nach oben / neueste artikel /
    neueste nachrichten / nutzungsbedingungen / per e-mail versenden / per mail versenden /
    privatsphäre-einstellungen / schreiben sie einen kommentar / seite drucken / seite teilen /
    teilen sie diesen artikel / top-themen / verwandte artikel / verwandte themen / weiter lesen /
    weitere artikel / weitere beiträge / weitere meldungen / weitere nachrichten / weitere themen /
    weiterlesen / weiterlesen nach der anzeige / werbung / zum abo / zum hauptinhalt springen /
    zum inhalt / zum inhalt springen / zum thema / zur merkliste hinzufügen / zur startseite /
    zurück zur startseite / ähnliche artikel / ähnliche themen

    abonnez-vous / accepter les cookies / accepter tous les cookies / afficher les commentaires /
    ajouter aux favoris / ajouter un commentaire / ajouter à mes favoris / aller au contenu /
    aller au contenu principal / annonce / articles liés / articles recommandés /
    articles similaires / commenter cet article / conditions générales d'utilisation /
    contenu sponsorisé / continuer la lecture / continuer sans accepter / copier le lien /
    dans la même rubrique / en savoir plus / enregistrer l'article / envoyer par e-mail /
    envoyer par mail / gérer les cookies / haut de page / imprimer l'article / je m'abonne /
    la suite après cette publicité / la suite après la publicité / laisser un commentaire /
    laissez un commentaire / les articles les plus lus / les derniers articles / les plus lus /
    lire aussi / lire la suite / lire la suite de l'article / lire les commentaires /
    lire plus tard / lire également / mentions légales / nos derniers articles /
    nos recommandations / offrir cet article / offrir l'article / paramétrer les cookies /
    partager cet article / partager l'article / politique de confidentialité /
    poster un commentaire / poursuivre la lecture / publicité / recommandé pour vous /
    recommandés pour vous / retour en haut / retour à l'accueil / réagir à cet article /
    s'abonner / s'identifier / s'inscrire / s'inscrire à la newsletter / se connecter /
    signaler une erreur / sponsorisé / suivez-nous / sur le même sujet / sur le même thème /
    tout accepter / tout refuser / toute l'actualité / voir aussi / voir les commentaires /
    voir plus / à découvrir / à lire aussi / à lire également / à ne pas manquer / à voir aussi /
    écouter cet article / écouter l'article

    aceptar cookies / aceptar las cookies / aceptar todas las cookies / aceptar todo /
    agregar comentario / anuncio / artículos relacionados / aviso legal / añadir comentario /
    comparte esta noticia / comparte este artículo / compartir artículo / compartir esta noticia /
    compartir este artículo / compartir noticia / configurar cookies / contenido relacionado /
    continuar leyendo / continúa después de la publicidad / continúa leyendo / copiar el enlace /
    copiar enlace / deja tu comentario / deja un comentario / deje su comentario /
    enviar comentario / escribe un comentario / escucha este artículo / escuchar noticia /
    guardar artículo / guardar noticia / hazte socio / imprimir noticia / inicia sesión /
    iniciar sesión / ir al contenido / la noticia continúa tras la publicidad / las más leídas /
    lea también / lee más / lee también / leer más / leer también / lo más leído / lo más visto /
    mira también / mostrar comentarios / más información / más leídas / más noticias /
    más sobre este tema / noticias relacionadas / patrocinado / política de cookies /
    política de privacidad / publicidad / puede interesarle / quiero suscribirme /
    rechazar cookies / rechazar todo / recomendado para ti / regístrate / reportar un error /
    saltar al contenido / saltar al contenido principal / seguir leyendo / sigue leyendo /
    suscribirme / suscribirse / suscríbase / suscríbete / síguenos / también te puede interesar /
    te podría interesar / te puede interesar / te puede interesar también / te recomendamos /
    temas relacionados / términos y condiciones / vea también / ver comentarios / ver más /
    ver también / volver arriba / ya soy suscriptor / últimas noticias

    abbonati / accedi / accetta i cookie / accetta tutti i cookie / accetta tutto /
    aggiungi un commento / altre notizie / annuncio / approfondisci / articoli correlati /
    ascolta anche / ascolta l'articolo / ascolta questo articolo / commenta l'articolo /
    condividi articolo / condividi l'articolo / condividi questo articolo / consigliati per te /
    contenuti correlati / contenuto sponsorizzato / continua a leggere /
    continua dopo la pubblicità / continua la lettura / continua senza accettare / copia il link /
    copia link / da non perdere / gestisci i cookie / guarda anche / i più letti / i più visti /
    informativa sulla privacy / iscriviti / lascia un commento / le più lette / le ultime notizie /
    leggi anche / leggi di più / leggi i commenti / leggi tutto / mostra altro / mostra commenti /
    mostra i commenti / note legali / notizie correlate / più lette / più letti /
    potrebbe interessarti / potrebbe interessarti anche / pubblicità / regala questo articolo /
    rifiuta tutto / salta al contenuto / salva articolo / salva l'articolo / scrivi un commento /
    segnala un errore / seguici / sponsorizzato / stampa articolo / stampa l'articolo /
    termini e condizioni / ti potrebbe interessare / ti potrebbe interessare anche /
    ti potrebbero interessare / ti potrebbero interessare anche / torna in alto / torna su /
    ultime notizie / vai al contenuto / vai al contenuto principale / vedi anche / vedi i commenti

    aceitar cookies / aceitar os cookies / aceitar todos os cookies / aceitar tudo / anúncio /
    artigos relacionados / as mais lidas / assinar / assine / assine já / cadastre-se /
    compartilhar notícia / compartilhe esta notícia / compartilhe este artigo /
    conteúdo exclusivo para assinantes / conteúdo patrocinado / conteúdos relacionados /
    continua após a publicidade / continua depois da publicidade / continua depois do anúncio /
    continuar a ler / continue lendo / copiar link / deixar um comentário / deixe a sua opinião /
    deixe o seu comentário / deixe um comentário / gerir cookies / guardar artigo /
    imprimir notícia / iniciar sessão / ir para o conteúdo / já sou assinante / leia mais /
    leia também / ler mais / ler também / mais lidas / mais lidos / mais notícias / mais vistas /
    mostrar comentários / notícias relacionadas / oferecer artigo / ouvir notícia /
    ouça este artigo / ouça também / partilhar artigo / partilhar este artigo / partilhar notícia /
    partilhe esta notícia / pode interessar / pode interessar-lhe / política de privacidade /
    publicidade / pular para o conteúdo / recomendado para si / recomendado para você /
    registe-se / rejeitar tudo / reportar erro / saiba mais / saltar para o conteúdo / siga-nos /
    sou assinante / subscreva / subscrever / termos de uso / termos e condições / veja mais /
    veja também / ver comentários / ver mais / voltar ao topo / últimas notícias

    aanbevolen artikelen / aanbevolen voor jou / aanbevolen voor u / abonneer / abonneer nu /
    abonneren / advertentie / al abonnee / algemene voorwaarden / alle cookies accepteren /
    alles accepteren / alles weigeren / artikel cadeau geven / artikel delen / artikel opslaan /
    bekijk alle reacties / bekijk ook / bekijk reacties / bewaar artikel / bewaar dit artikel /
    cadeau geven / cookiebeleid / cookies accepteren / cookies beheren / deel dit artikel /
    deel dit bericht / doorgaan zonder accepteren / fout gezien / ga direct naar de inhoud /
    ga naar de inhoud / ga naar inhoud / gebruiksvoorwaarden / geef een reactie /
    gerelateerd nieuws / gerelateerde artikelen / gerelateerde berichten / gesponsord / inloggen /
    kijk ook / kopieer link / laat een reactie achter / laatste nieuws / lees meer / lees ook /
    lees reacties / lees verder / luister dit artikel / luister naar dit artikel / luister ook /
    meer artikelen / meer lezen / meer lezen over / meer nieuws / meer over dit onderwerp /
    meest bekeken / meest gelezen / misschien vind je dit ook interessant /
    misschien vindt u dit ook interessant / naar de inhoud / naar inhoud / plaats een reactie /
    print dit artikel / privacybeleid / privacyverklaring / reacties bekijken /
    reageer op dit artikel / reclame / schrijf een reactie /
    tekst gaat verder onder de advertentie / tekst gaat verder onder de foto /
    tekst loopt door onder de advertentie / terug naar boven / toon meer / toon reacties /
    volg ons / word abonnee / word lid / zie ook
"""
_MENU_ENTRIES = """
    aanbevolen / aanmelden / accetta / afdrukken / agb / alle artikel / anhören / anmelden /
    approfondimenti / ascolta / bewaren / buscar / cerca / close / comentar / comente / commenta /
    commenter / comparte / compartilhar / compartilhe / compartir / condividi / connexion /
    consigliati / contact / copia il link / copia link / copiar el enlace / copiar enlace /
    copiar link / copiar o link / copier le lien / copy link / deel / delen / donate now /
    drucken / empfohlen / en portada / enregistrer / entrar / escuchar / guardar / home /
    impressum / imprimer / imprimir / jetzt lesen / kommentieren / kontakt / kopieer link /
    link kopieren / link kopiëren / listen / lo último / log out / luister / menu / merken /
    net binnen / open menu / ouvir / partager / partilhar / partilhe / pesquisar / print /
    reageer / reageren / recherche / recomendados / recommended / registar / register / registrar /
    registrarse / registrati / registreren / registrieren / relacionadas / réagir / salva /
    salvar / save / search / stampa / startseite / suche / teilen / vorlesen / zoeken / écouter /
    últimas
"""


def _read(lines: str) -> frozenset[str]:
    return frozenset(" ".join(line.split()) for line in re.split(r" /|\n\n", lines))


WHOLE_LINES = _read(_LINES)
MENU_ENTRIES = _read(_MENU_ENTRIES)
"""Words of share bars and menus, which may be subheadings where they stand alone."""
