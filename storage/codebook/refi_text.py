"""A definition with its criteria and example as one text, as other programs have it."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADS = ("Inclusion", "Exclusion", "Example")
_HEAD = re.compile(r"(Inclusion|Exclusion|Example): ?")
_LIKE_HEAD = re.compile(r"^(?=\\*(?:Inclusion|Exclusion|Example):)", re.MULTILINE)
_ESCAPED = re.compile(r"^\\(?=\\*(?:Inclusion|Exclusion|Example):)", re.MULTILINE)


class Description(NamedTuple):
    """What a codebook says of a tag."""

    definition: str = ""
    inclusion: str = ""
    exclusion: str = ""
    example: str = ""


def join_description(parts: Description) -> str:
    r"""Return the definition, then a paragraph for each other part that there is, with its head.

    A line of a part that begins like a head has a backslash in front: `split_description` gives
    back what was joined.
    """
    definition, *others = (_LIKE_HEAD.sub(r"\\", one) for one in parts)
    headed = [f"{head}: {one}" for head, one in zip(_HEADS, others, strict=True) if one]
    return "\n\n".join(filter(None, [definition, *headed]))


def split_description(text: str) -> Description:
    """Return the parts of a text; all of it is the definition where no line begins with a head.

    A part that comes twice is one of several paragraphs.
    """
    parts: dict[str, list[str]] = {"": []}
    at = ""
    for line in text.split("\n"):
        head = _HEAD.match(line)
        if head is not None:
            at = head[1]
            # Said again: another paragraph of what is there.
            if at in parts:
                parts[at].append("")
            line = line[head.end() :]
        parts.setdefault(at, []).append(line)
    clean = {at: _ESCAPED.sub("", "\n".join(lines).strip()) for at, lines in parts.items()}
    return Description(clean[""], *(clean.get(head, "") for head in _HEADS))
