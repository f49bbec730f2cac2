"""The language of a text, guessed from its commonest words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

_LEAST_SHARE = 0.12
"""Share of a text's words that must be common words of its language. News prose has 25 to 45 %
of its own language's; another language's lists rarely reach a tenth."""

_LEAST_LEAD = 1.15
"""How many times as many words as the second language's the first must have. Languages of one
family share some of their commonest words; a close race is no answer."""

_SAMPLE = 250
"""Characters of a long text that are read at each of three places."""
_SAMPLED = (0.0, 0.5, 1.0)


class Language(NamedTuple):
    """A language that can be guessed."""

    code: str
    """Its tag after BCP 47."""
    common_words: str
    """Its commonest words, with spaces between them."""
    nouns_have_capitals: bool = False
    """Whether all its nouns have one, so that a capital tells no name."""


LANGUAGES = {
    "dutch": Language(
        "nl",
        """
        de het een en van in is op te dat die voor met zijn niet aan er ook als door maar om bij
        uit naar heeft was werd hij ze nog kan""",
    ),
    "english": Language(
        "en",
        """
        the of and to a in is that for it was on with as be by at his he from are this have an has
        had not they which but or said were their been who will would its""",
    ),
    "french": Language(
        "fr",
        """
        le la les de des du et un une en que qui dans pour pas sur au aux par plus avec ce cette
        est a été son sa ses il elle ne se sont ont mais ou l'on""",
    ),
    "german": Language(
        "de",
        """
        der die das und in den von zu mit dem des im ein eine einer auf für ist nicht es sich auch
        als an nach wie er sie bei aus dass werden wurde hat sind""",
        nouns_have_capitals=True,
    ),
    "italian": Language(
        "it",
        """
        il lo la i gli le di del della dei e un una che in per non con da al alla è sono ha si più
        come nel nella anche ma ha stato""",
    ),
    "portuguese": Language(
        "pt",
        """
        o a os as de do da dos das e um uma que em no na para por com não se mais ao é foi são seu
        sua como mas pelo pela ele ela""",
    ),
    "russian": Language(
        "ru",
        """
        и в не на что с он по как к это из у за от о для а но так же все его была было был они мы
        при бы году""",
    ),
    "spanish": Language(
        "es",
        """
        el la los las de del y un una que en por para con no se al es su sus lo como más pero este
        esta ha fue son entre también le ya""",
    ),
    "swedish": Language(
        "sv",
        """
        och att det som en på är av för med till den har de inte om ett han men var sig från vi så
        kan när eller ska efter""",
    ),
}
"""The languages, by the names that Snowball's stemmers go by."""

_NO_WORDS: frozenset[str] = frozenset()
_LISTS = {name: frozenset(one.common_words.split()) for name, one in LANGUAGES.items()}
_SPEAKERS = {
    word: [language for language, common in _LISTS.items() if word in common]
    for word in frozenset().union(*_LISTS.values())
}
"""In which languages a word is common."""


def guess_language(counts: Counter[str]) -> str | None:
    """Return the language that most of the folded words point to, None where it is not clear.

    By its name in `LANGUAGES`.
    """
    total = counts.total()
    scores = dict.fromkeys(_LISTS, 0)
    for word in counts.keys() & _SPEAKERS.keys():
        for language in _SPEAKERS[word]:
            scores[language] += counts[word]
    (second, _), (first, language) = sorted(
        (score, language) for language, score in scores.items()
    )[-2:]
    clear = first >= _LEAST_SHARE * total and first >= _LEAST_LEAD * second
    return language if total and clear else None


def guess_language_of(text: str) -> str | None:
    """Return the language of a text as its beginning, middle and end tell it, None if unclear.

    Quicker than counting all its words, and the same whichever piece of it is asked for.
    """
    if len(text) <= len(_SAMPLED) * _SAMPLE:
        return _guess_from(text)
    starts = (int(share * (len(text) - _SAMPLE)) for share in _SAMPLED)
    return _guess_from(" ".join(text[start : start + _SAMPLE] for start in starts))


@lru_cache(maxsize=64)
def _guess_from(sample: str) -> str | None:
    return guess_language(Counter(sample.lower().split()))


def list_common_words(language: str | None) -> frozenset[str]:
    """Return the commonest words of a language that `guess_language` names; of `None`, none."""
    return _LISTS[language] if language else _NO_WORDS


def have_nouns_capitals(language: str | None) -> bool:
    """Tell whether all nouns of a language have capitals."""
    return language is not None and LANGUAGES[language].nouns_have_capitals


def language_code(language: str | None) -> str:
    """Return the tag of a language after BCP 47; empty for `None`."""
    return LANGUAGES[language].code if language else ""
