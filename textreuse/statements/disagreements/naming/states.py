"""The state of the United States that a politician is said to be of: "R-Ohio", "D-N.Y."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textreuse.statements.names.name import Mention, Name
from textreuse.text.spans import Span

_STATES = """
    Alabama Ala. AL, Alaska AK, Arizona Ariz. AZ, Arkansas Ark. AR, California Calif. CA,
    Colorado Colo. CO, Connecticut Conn. CT, Delaware Del. DE, Florida Fla. FL, Georgia Ga. GA,
    Hawaii HI, Idaho ID, Illinois Ill. IL, Indiana Ind. IN, Iowa IA, Kansas Kan. KS,
    Kentucky Ky. KY, Louisiana La. LA, Maine ME, Maryland Md. MD, Massachusetts Mass. MA,
    Michigan Mich. MI, Minnesota Minn. MN, Mississippi Miss. MS, Missouri Mo. MO,
    Montana Mont. MT, Nebraska Neb. NE, Nevada Nev. NV, New_Hampshire N.H. NH,
    New_Jersey N.J. NJ, New_Mexico N.M. NM, New_York N.Y. NY, North_Carolina N.C. NC,
    North_Dakota N.D. ND, Ohio OH, Oklahoma Okla. OK, Oregon Ore. OR, Pennsylvania Pa. PA,
    Rhode_Island R.I. RI, South_Carolina S.C. SC, South_Dakota S.D. SD, Tennessee Tenn. TN,
    Texas Tex. TX, Utah UT, Vermont Vt. VT, Virginia Va. VA, Washington Wash. WA,
    West_Virginia W.Va. WV, Wisconsin Wis. WI, Wyoming Wyo. WY
"""
"""Each with what is written for it: in full, as newspapers shorten it, as the post does."""
_FULL = {
    form.replace("_", " "): forms.split()[0].replace("_", " ")
    for forms in _STATES.split(",")
    for form in forms.split()
}
_OFFICE = r"(?:gov|sen|rep|governor|senator|representative|congress(?:man|woman)|attorney general)"
_PARTY = r"(?:Republican|Democrat|Independent)"


def _join(forms: Iterator[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_NAMES = _join(form for form in _FULL if not form.endswith(".") and not form.isupper())
_ANY = _join(iter(_FULL))
_IN_TITLE = re.compile(rf"(?:^|\s)({_NAMES}) (?i:{_OFFICE})\b")
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf",? ?\(?[RDI]\.?(?:[-\u2010-\u2014]|, )({_ANY})(?![A-Za-z])",
        rf", (?:an? |the )?(?:[a-z-]+ )?{_PARTY} (?:of|from) ({_NAMES})\b",
        rf", (?:an? |the )?(?:[a-z-]+ )?{_OFFICE} of ({_NAMES})\b",
        rf", (?:an? |the )(?:[a-z-]+ )?({_NAMES}) (?:{_OFFICE}|{_PARTY})\b",
    )
)


def list_states(text: str, name: Name) -> dict[str, Span]:
    """Return by its full name each state that a text makes somebody an officer of, at its place."""
    found: dict[str, Span] = {}
    for mention in name.mentions:
        for match in _match(text, mention):
            state = _FULL[match[1]]
            found.setdefault(state, Span(mention.span.article, *match.span(1)))
    return found


def _match(text: str, mention: Mention) -> Iterator[re.Match[str]]:
    title = _IN_TITLE.search(text, mention.span.start, mention.span.end)
    if title is not None:
        yield title
    for pattern in _BEHIND:
        behind = pattern.match(text, mention.span.end)
        if behind is not None:
            yield behind
