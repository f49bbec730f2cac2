"""What sites write around their articles, in seven languages: share bars, teasers, sign-ups.

All is held against whole lines, folded and bare of what frames them.
"""

from __future__ import annotations

import re
from functools import cache

from textreuse.text.boilerplate_lines import MENU_ENTRIES, WHOLE_LINES

_NETWORKS = (
    r"(?:facebook|twitter|x|linkedin|pinterest|pocket|whats ?app|reddit|telegram|tumblr|bluesky|"
    r"threads|mastodon|e-?mail|mail|messenger|flipboard|xing|instagram|correo(?: electrónico)?)"
)
_NETWORK = re.compile(_NETWORKS)
_TEASERS = r"""
    (?: read\ (?:more|next|also|full\ story) | see\ also | related | more\ on\ this
      | mehr\ (?:zum\ thema|dazu|lesen) | auch\ interessant | zum\ thema | lesetipp
      | sur\ le\ même\ sujet | (?:également\ )?à\ (?:lire|voir|écouter|découvrir)
      | (?:también\ )?te\ puede\ interesar | más\ información | noticia\ relacionada
      | ti\ potrebbe\ interessare(?:\ anche)? | approfondisci
      | saiba\ mais | veja\ mais | leia\ mais | lees\ (?:meer|verder) | meer\ over\ dit\ onderwerp
    ) \ ?[:>|»–—-] .*
  | (?: lesen\ sie\ (?:hier\ |dazu\ |jetzt\ )?(?:auch|mehr|weiter) | lies\ auch
      | (?:à\ )?(?:re)?lire\ (?:aussi|également) | à\ (?:voir|écouter)\ aussi | voir\ aussi
      | (?:lea|lee|leer|ver|vea|mira|escucha)\ (?:también|además)
      | (?:leggi|guarda|ascolta|vedi)\ anche
      | (?:leia|veja|ler|ver|ouça|assista)\ (?:também|ainda)
      | (?:lees|bekijk|luister|kijk|zie)\ ook
    ) \b .*
"""
_SIGN_UPS = r"""
    (?:sign\ up|subscribe|never\ miss)\b .{0,60}
    \b(?:newsletters?|e-?mails?|inbox|updates|alerts|notifications|channel|briefings?|bulletin
      |digest|for\ free)\b .{0,40}
  | (?:get|receive)\ .{0,60} \b(?:newsletters?|briefings?|inbox|e-?mail|whats\ ?app)\b .{0,40}
  | (?:(?:hier|jetzt|kostenlos|gratis)\ )*
    (?:abonnieren\ sie|abonniere|melden\ sie\ sich|bestellen\ sie|registrieren\ sie\ sich
      |erhalten\ sie|folgen\ sie|(?:unser\ )?newsletter)\b .{0,80}
    \b(?:newsletters?|e-?mails?|kanal|kostenlos|updates|abonnieren|bestellen|anmelden|posteingang
      |nachrichten|push-\w+|whats\ ?app|telegram)\b .{0,60}
  | (?:abonnez-vous|inscrivez-vous|recevez|suivez-nous|rejoignez)\b .{0,80}
    \b(?:newsletters?|infolettre|e-?mails?|gratuit\w*|alertes?|actualités?|boîte|chaîne
      |whats\ ?app)\b .{0,60}
  | (?:suscríbete|suscríbase|apúntate|regístrate|recibe|reciba|síguenos|únete)\b .{0,80}
    \b(?:newsletters?|boletín|boletines|correo|gratis|alertas?|noticias|canal|bandeja
      |whats\ ?app)\b .{0,60}
  | (?:iscriviti|abbonati|ricevi|registrati|seguici|unisciti)\b .{0,80}
    \b(?:newsletters?|e-?mail|gratis|gratuit\w*|notizie|canale|casella|avvisi
      |whats\ ?app)\b .{0,60}
  | (?:assine|subscreva|inscreva-se|receba|registe-se|cadastre-se|siga|junte-se)\b .{0,80}
    \b(?:newsletters?|boletim|e-?mail|grátis|gratuit\w*|notícias|canal|alertas?
      |whats\ ?app)\b .{0,60}
  | (?:schrijf\ (?:je|u)|meld\ (?:je|u)|abonneer\ (?:je|u)|ontvang|volg\ ons)\b .{0,80}
    \b(?:nieuwsbrief|nieuwsbrieven|newsletters?|e-?mail|gratis|meldingen|nieuws|kanaal
      |whats\ ?app)\b .{0,60}
"""
_NEWSLETTER_WORDS = ("newsletter", "nieuwsbrief", "infolettre", "boletín")
_NEWSLETTERS = r"""
    (?! .*(?:\ said|\ sagt|\ schrieb|\ dit\ |\ dijo|\ disse|\ zei\ |[“"„«])) .{0,60}
    (?: (?:newsletters?|nieuwsbrief|infolettre|boletín)\b .{0,40}
        \b(?:here|hier|abonnier\w+|anmelden|bestellen|inschrijven|aanmelden|gratis|gratuit\w*)
      | \b(?:our|unser\w*|notre|nos|nuestr[oa]s?|nostr[aoe]|nossas?|onze|sign\ up|s'inscrire\ à
          |inscri\w+|suscrib\w+|subscri\w+|assin\w+|inschrijven)\b
        .{0,30} \b(?:newsletters?|nieuwsbrief|infolettre|boletín) )
    \b .{0,40}
"""
_PAYWALLS = r"""
    (?:this\ )?(?:article|story|content)\ is\ (?:(?:only|exclusively|available)\ )*
    (?:for|to)\ .{0,12}subscribers.{0,20}
  | already\ (?:a\ subscriber|subscribed|have\ an\ account)(?:\ ?[?!:].{0,50})?
  | to\ (?:continue\ reading|read\ the\ (?:full|rest)).{0,60}
  | subscribe\ (?:now\ |today\ )?
    (?:to|for)\ (?:read|keep\ reading|continue|unlock|full\ access|unlimited).{0,60}
  | (?:dieser|der)\ (?:artikel|beitrag|inhalt|text)\ ist\ .{0,30}abonnent.{0,60}
  | (?:nur|exklusiv)\ für\ .{0,10}abonnent.{0,30}
  | (?:bereits|schon)\ (?:abonnent(?:in)?|abonniert|registriert|kunde)(?:\ ?[?!:].{0,50})?
  | sie\ haben\ (?:bereits|schon)\ ein\ .{0,12}abo.{0,40}
  | jetzt\ (?:\w+\ )?(?:testen|weiterlesen|freischalten).{0,50}
  | (?:(?:cet|un)\ )?(?:article|contenu)\ (?:est\ )?(?:exclusivement\ )?réservé\s
    .{0,12}abonnés.{0,20}
  | la\ suite\ .{0,30}réservée\ .{0,12}abonnés.{0,20}
  | il\ vous\ reste\ .{1,12}%\ de\ cet\ article.{0,20}
  | (?:vous\ êtes\ )?déjà\ abonné(?:e|\(e\))?(?:\ ?[?!:].{0,50})?
  | pour\ lire\ la\ suite.{0,60}
  | (?:este\ )?(?:contenido|artículo)\ (?:es\ )?(?:solo|sólo|exclusiv\w+)\ (?:para|de)\ .{0,12}
    (?:suscriptores|socios|abonados).{0,30}
  | (?:ya\ )?(?:eres|es\ usted|soy)\ suscriptora?(?:\ ?[?!:].{0,50})?
  | para\ (?:seguir|continuar)\ leyendo.{0,60}
  | suscríbete\ (?:ahora\ |ya\ )?(?:para|por|desde)\b.{0,60}
  | (?:questo\ )?(?:contenuto|articolo)\ (?:è\ )?(?:riservato|esclusivo|solo)\s
    .{0,12}abbonati.{0,20}
  | (?:sei\ )?già\ abbonat[oi](?:\ ?[?!:].{0,50})?
  | per\ continuare\ a\ leggere.{0,60}
  | abbonati\ (?:ora\ |subito\ )?(?:per|a|da)\b.{0,60}
  | (?:este\ )?(?:conteúdo|artigo)\ (?:é\ )?(?:exclusivo|reservado|só|apenas)\s
    (?:para|a|aos)\ .{0,12}(?:assinantes|subscritores).{0,20}
  | (?:já\ )?é\ (?:assinante|subscritor)(?:\ ?[?!:].{0,50})?
  | para\ continuar\ (?:a\ ler|lendo).{0,60}
  | (?:assine|subscreva)\ (?:já\ |agora\ )?(?:para|por|a\ partir)\b.{0,60}
  | (?:dit\ (?:artikel|bericht)\ is\ )?(?:alleen|exclusief|enkel)\ .{0,15}abonnees.{0,20}
  | (?:al|reeds|bent\ u\ al|ben\ je\ al)\ (?:abonnee|lid)(?:\ ?[?!:].{0,50})?
  | om\ verder\ te\ lezen.{0,60}
  | word\ (?:nu\ )?(?:abonnee|lid)\ .{0,60}
"""
_METERS = r"""
    you\ have\ (?:\d+|reached|read|used)\b .{0,40}\barticles?\b.{0,60}
  | sie\ haben\ (?:noch\ |bereits\ )?\d+\b .{0,30}artikel\b.{0,40}
  | (?:vous\ avez\ lu|il\ vous\ reste)\ \d+\b .{0,20}articles?\b.{0,40}
  | (?:te\ quedan|has\ leído|le\ quedan)\ \d+\b .{0,20}artículos?\b.{0,40}
  | (?:hai\ letto|ti\ restano)\ \d+\b .{0,20}articol[io]\b.{0,40}
  | (?:restam-lhe|já\ leu|você\ tem)\ \d+\b .{0,20}artigos?\b.{0,40}
  | (?:u\ hebt|je\ hebt)\ (?:nog\ )?\d+\b .{0,20}artikel(?:en)?\b.{0,40}
  | (?:support|unterstützen\ sie|soutenez|apoya|apoye|sostieni|apoie|steun)\b .{0,40}
    \b(?:journalism|journalismus|journalisme|periodismo|giornalismo|jornalismo|journalistiek)
      \b.{0,60}
"""
_COOKIES = r"""
    (?: (?:this|our)\ (?:web)?site | we\ (?:and\ our\ partners\ )?use
      | by\ (?:continuing|clicking|using)
      | wir\ (?:\w+\ ){0,4}(?:verwenden|nutzen|setzen) | (?:diese|unsere)\ (?:web)?(?:site|seite)
      | um\ ihnen | mit\ (?:der|ihrer)\ nutzung | durch\ die\ (?:weitere\ )?nutzung
      | nous\ (?:et\ nos\ partenaires\ )?utilisons | ce\ site | en\ (?:poursuivant|continuant)
      | (?:este|nuestro)\ sitio | esta\ (?:web|página) | utilizamos | usamos | al\ continuar
      | questo\ sito | utilizziamo | usiamo | proseguendo | continuando
      | este\ (?:web)?site | ao\ continuar
      | (?:deze|onze)\ (?:web)?site | (?:wij|we)\ (?:en\ onze\ partners\ )?(?:gebruiken|plaatsen)
      | door\ verder
    ) \b.{0,120}\bcookies?\b .{0,160}
"""
_SHARING = rf"""
    (?:share|teilen|partager|compartir|comparte|condividi|partilhar|partilhe|compartilhar
      |compartilhe|delen|deel|enviar|envoyer|invia|senden|verstuur|send)
    (?:\ (?:this|dit|cet\ article|artikel|article|este\ artículo|questo\ articolo))?
    (?:\ (?:on|via|to|by|auf|per|über|sur|par|en|por|vía|su|con|no|na|em|pelo|op))?\ {_NETWORKS}
  | (?:auf|per|via|über|artikel\ auf)\ {_NETWORKS}\ (?:teilen|senden|empfehlen)
  | (?:via|op)\ {_NETWORKS}\ delen
  | (?:follow\ us|folgen\ sie\ uns|suivez-nous|síguenos|seguici|siga-nos|volg\ ons)
    (?:\ \w+)?\ {_NETWORKS}(?:\W.{{0,60}})?
  | (?:related|recent|popular|latest|trending)\ (?:news|articles|stories|posts|topics)
"""
_MINUTES = r"(?:min(?:s|\.)?|minutes?|minuten|minuut|minutos?|minut[io])"
_COMMENTS = r"""
    (?:comments?|kommentare?|commentaires?|réactions?|comentarios?|comment[oi]|comentários?
      |reacties?)
"""
_COUNTS = rf"""
    (?: (?: (?:estimated\ )?reading\ time | lesezeit | lesedauer | leestijd | lecture | lectura
          | lettura | leitura | (?:temps|durée)\ de\ lecture | tiempo\ (?:estimado\ )?de\ lectura
          | tempo\ (?:stimato\ )?di\ lettura | tempo\ (?:estimado\ )?de\ leitura )
        \ ?:?\ (?:(?:about|ca\.?|etwa|env\.?|environ|circa)\ )? )?
    \d{{1,3}}[\ -]{_MINUTES}
    (?:\ (?: read | lesezeit | lesedauer | leestijd | lezen
      | (?:de|di)\ (?:lecture|lectura|lettura|leitura) ))?
  | {_COMMENTS} (?:\ ?\(?\d{{1,6}}\)?)?
  | \(?\d{{1,6}}\)?\ {_COMMENTS}
"""
_FIRST_WORDS = frozenset(
    """
    you vous has le hai restam-lhe você u je support unterstützen soutenez apoya apoye sostieni
    apoie steun share send teilen senden auf per via über artikel partager envoyer compartir
    comparte enviar condividi invia partilhar partilhe compartilhar compartilhe delen deel op
    verstuur follow related recent popular latest trending read see more mehr auch zum lesetipp
    lesen lies sur à également lire relire voir también te más noticia lea lee leer ver vea mira
    escucha ti approfondisci leggi guarda ascolta vedi saiba veja leia ler ouça assista lees meer
    bekijk luister kijk zie sign subscribe never get hier jetzt kostenlos gratis abonnieren
    abonniere melden bestellen registrieren erhalten folgen receive newsletter unser abonnez-vous
    inscrivez-vous recevez suivez-nous rejoignez suscríbete suscríbase apúntate regístrate recibe
    reciba síguenos únete iscriviti abbonati ricevi registrati seguici unisciti assine subscreva
    inscreva-se receba registe-se cadastre-se siga siga-nos junte-se schrijf meld abonneer ontvang
    volg this article story content already to dieser der nur exklusiv bereits schon sie cet un
    contenu la il déjà pour este contenido artículo ya eres es soy para questo contenuto articolo
    sei già conteúdo artigo já é dit alleen exclusief enkel al reeds bent ben om word estimated
    reading lesezeit lesedauer leestijd lecture lectura lettura leitura temps durée tiempo tempo
    comment comments kommentar kommentare commentaire commentaires réaction réactions comentario
    comentarios commento commenti comentário comentários reactie reacties
    """.split()
)
"""How all of these begin but cookies, newsletters and numbers."""


_TAGS = r"""
    (?: (?:tags?|tagged(?:\ (?:as|with))?|keywords?|filed\ under|schlag(?:wort|worte|wörter)
      |stichworte?|mots[- ]cl[ée]s|étiquettes|etiquetas|palabras\ clave|palavras-chave
      |parole\ chiave|trefwoorden) \ ?:\ ? [^.?!]{1,200}
    | (?:\#[^\s\#]++(?:[^\n\#]{0,40}\#(?!\S))?[\ ,]*+)++
    | (?:\[\[[^\[\]\n]{1,80}\]\][\ ,·]*){2,} )
"""
"""Tags as sites, note programs (`#news/local`, in Bear `#news of here#`) and wikis list them."""


def is_menu_entry(content: str) -> bool:
    """Tell whether a line is an entry of a share bar, or a subheading if it stands alone."""
    return content in MENU_ENTRIES or _NETWORK.fullmatch(content) is not None


def is_site_phrase(content: str) -> bool:
    """Tell whether a line, folded and bare, is what sites are known to put around articles."""
    if content in WHOLE_LINES or content.rstrip("0123456789() ") in WHOLE_LINES:
        return True
    if "cookie" in content and _is_like(_COOKIES, content):
        return True
    if any(word in content for word in _NEWSLETTER_WORDS) and _is_like(_NEWSLETTERS, content):
        return True
    if (content[:1] in "#[" or ":" in content) and _is_like(_TAGS, content):
        return True
    first = content.lstrip("(¿").partition(" ")[0].rstrip(".:,")
    return (first in _FIRST_WORDS or first[:1].isdigit()) and any(
        _is_like(kind, content)
        for kind in (_COUNTS, _SHARING, _TEASERS, _SIGN_UPS, _PAYWALLS, _METERS)
    )


def _is_like(pattern: str, content: str) -> bool:
    return _compile(pattern).fullmatch(content.lstrip("¿")) is not None


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    # None is needed before such a line is met, and all together take long.
    return re.compile(pattern, re.VERBOSE)
