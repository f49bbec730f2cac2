"""The ways of saying something to the public, by the words that name them."""

from __future__ import annotations

_MEDIA = {
    "tweet": "tweet tweets tweeted tweeting twitter getwittert twitterte tweeté tuiteó",
    "facebook": "facebook",
    "statement": "statement statements stellungnahme erklärung communiqué comunicado",
    "interview": "interview interviewed interviews entrevista",
    "letter": "letter lettre carta",
    "email": "email emails emailed e-mail e-mails e-mailed",
    "telephone": "telephone phone telefonat téléphone teléfono",
    "reporters": "reporters briefing pressekonferenz conférence periodistas journalisten",
    "speech": "speech rede discours discurso",
    "memo": "memo memorandum",
    "testimony": "testimony testified testifying",
}
MEDIA = {word: medium for medium, words in _MEDIA.items() for word in words.split()}
"""By word, folded, the medium that it names."""
