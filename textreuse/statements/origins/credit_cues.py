"""Words by which texts tell that others wrote them, or parts of them, by language; folded."""

from __future__ import annotations

BYLINES = "by von par por di da door de"
"""What stands before who wrote a text, at the beginning of a line."""

BEFORE_AGENCIES = r"\bof\b | \bfor\b | \bder\b | \bfür\b | \bpour\b | \bpara\b | \bper\b | \bvoor\b"
"""What stands between somebody's name and the agency's in a byline."""

WRITERS = r"""
    (?: staff | senior | sports? | science | business | political | national | chief )? \ *
    (?: writers? | reporters? | correspondents? | korrespondent(?:in)? | redaktion | staff )
"""
"""What may stand behind the agency's name in a byline."""

PICTURES = r"""
    \b(?: photo\w* | foto\w* | picture\w* | image\w* | imagen | immagine | imagem | bild\w* | beeld
      | video | grafik | graphic\w* | credit | archiv\w* )
"""
"""What tells that a line credits a picture, not the text."""

CONTRIBUTIONS = r"""
    \b(?: contribu\w+ | (?:with\ )?(?:files?|inputs?|material|information)\ from
      | additional\ reporting | mit\ (?:material|informationen)\b | mitgearbeitet | mitgewirkt
      | beigetragen | avec | con\ información | con\ datos | colabor\w+ | collabora\w+
      | con\ informazioni | com\ informações | met\ informatie | bijgedragen | meegewerkt )
"""
"""What tells that somebody gave a part of the text."""

TAKEN_OVER = r"""
    \b(?: this | the | dieser | der | diese | die | cet | l['’] | este | questo | dit )\ ?
    (?: article | story | report | piece | artikel | text | bericht | meldung | beitrag | artículo
      | texto | articolo | bericht )
    .{0,60}? \b(?: from | by | of | von | der | de | par | por | di | da | van )\ (?:the\ |der\ )?$
"""
"""What stands right before the agency in a line that says where the text is from."""

RELEASE_LINES = frozenset(
    """
    for immediate release/press release/news release/media release/press statement
    /media statement/pressemitteilung/presseinformation/pressemeldung/medienmitteilung
    /presseaussendung/communiqué de presse/communiqué/comunicado de prensa/nota de prensa
    /comunicato stampa/comunicado de imprensa/nota à imprensa/persbericht
    """.replace("\n    /", "/")
    .strip()
    .split("/")
)
"""Lines at the top of a press release."""

RELEASE = r"""
    \b(?: (?:press|news|media)\ releases? | \bin\ a\ release\b
      | presse(?:mitteilung|meldung|information|aussendung)(?:en)? | medienmitteilung(?:en)?
      | communiqués?\ de\ presse | notas?\ de\ prensa | comunicados?\ de\ prensa
      | comunicat[oi]\ stampa | comunicados?\ de\ imprensa | notas?\ à\ imprensa
      | persberichten | persbericht )\b
"""
"""What a text calls a press release that it reports from."""

RELEASE_PARTS = tuple("release presse medienmitteilung prensa stampa imprensa persbericht".split())
"""Of which each match of `RELEASE` has one."""

STATEMENT = r"""
    \b(?: (?:in|through|according\ to)\ (?:a|an|the|his|her|its|their)\ (?:
        (?:written|joint|brief|short|prepared|e-?mailed|separate|public|official|formal|press|media
          |news|similar|new|later|\w+day)\ ){0,2} statement
      | (?:issued|released|published|posted)\ (?:a|an|the)\ (?:\w+\ ){0,2}statement
      | the\ statement\ (?:said|says|read|reads)
      | in\ (?:einer|der|seiner|ihrer)\ (?:\w+\ )?(?:mitteilung|erklärung|stellungnahme)
      | (?:dans|par|selon|via)\ un\ communiqué | dans\ une\ déclaration\ écrite
      | (?:en|mediante|según|a\ través\ de)\ un\ comunicado | en\ una\ declaración\ escrita
      | in\ una\ nota | in\ un\ comunicato | em\ (?:nota|comunicado)
      | in\ een\ (?:verklaring|mededeling) )\b
    (?! \ (?:to|in|before|read)\ (?:the\ |a\ |an\ )?(?:\w+\ )?
        (?:police|court|jury|judge|detectives?|officers?|investigators|parliament|house|congress) )
    (?! \ de\ presse | \ de\ prensa )
"""
"""What a text calls a written statement that it reports from; none that is made in court."""

STATEMENT_PARTS = tuple(
    """
    statement mitteilung erklärung stellungnahme communiqué déclaration comunicad declaración
    comunicat nota verklaring mededeling
    """.split()
)
"""Of which each match of `STATEMENT` has one."""

CONTRASTS = """
    and|but|while|whereas|although|though|und|aber|doch|während|et|mais|tandis|alors|y|pero
    |mientras|aunque
""".replace("\n", "").replace(" ", "")
"""Words that, behind a comma, open a clause in which somebody else may speak; an alternation."""
