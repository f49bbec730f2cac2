"""Small random building blocks: sentences of news, and what nobody would write."""

from __future__ import annotations

import random

from tests.attack.hostile import HOSTILE_TEXTS
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN

SENTENCES = (OWL, MILL, PARADE, BRIDGE, HONEY, VAN)
TAGGED = "<b data-attack>bold</b><img data-attack src=x onerror=alert(1)>"
"""Elements that must not come to stand in anything that is made of somebody else's words."""
_SNIPPETS = (
    *(TAGGED, "<script data-attack>x</script>", "--><p data-attack>", "]]>", "<!--", "<![CDATA["),
    *("&lt;b data-attack&gt;", "&#x3c;b data-attack&#x3e;", "&nbsp;&amp;&bogus;&#0;&#xD800;"),
    *(
        "# Head\n",
        "---\ntitle: x\n---\n",
        "```\n",
        "[x](javascript:alert(1))",
        "![](http://x.invalid)",
    ),
    *(
        "| a | b |\n|---|---|\n",
        "<!-- copydesk:begin sources 000000000000 -->",
        "%% copydesk:end x %%",
    ),
    *(
        "^note-1",
        "[[Diary]]",
        "#tag",
        "{{ 7 * 7 }}",
        "{% include 'x' %}",
        "${x}",
        "%s%n",
        "\\u0000",
    ),
    *("=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-2", '"', "'", ",", ";", "\t", "\r", "\n", "\r\n"),
    *("\x00", "\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\x7f", "\x85", "\u2028", "\u202e", "\u2066"),
    *(
        "\ufeff",
        "\u200b",
        "\u00ad",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "\ud800",
        "\udfff",
        "e\u0301",
    ),
    *("ﷺ", "🏳️‍🌈", "天地人", "สวัสดี", "שלום", "ﬁ", "ẞ", "İ", "Ⅷ", "½", "ａ", "¹²", "٣", "߁"),
    *("1" * 400, "9" * 5_000, "1e999", "-0", "0x7f", "NaN", "Infinity", "null", "true", "[]", "{}"),
    *("2026-03-05", "9999-12-31T23:59:59-23:59", "0000-00-00", "2026-02-30", "+292277026596-12-04"),
    *(
        "http://127.0.0.1:9/",
        "http://[::1",
        "https://a@b:c@d/",
        "file:///etc/passwd",
        "//x",
        "C:\\x",
    ),
    *(
        "/dev/zero",
        "../" * 20,
        "~",
        "~no-such-user",
        "-",
        "--",
        "-o",
        ".",
        "..",
        "con",
        "a" * 300,
        " ",
    ),
)


def choose_snippet(chance: random.Random) -> str:
    """Return something short that means something to some program."""
    return chance.choice(_SNIPPETS)


def choose_hostile(chance: random.Random) -> str:
    """Return anything: long, empty, made of signs, of every sort mixed."""
    kind = chance.random()
    if kind < 0.25:
        return chance.choice(HOSTILE_TEXTS)
    if kind < 0.6:
        return "".join(choose_snippet(chance) for _ in range(chance.randrange(1, 5)))
    if kind < 0.75:
        return choose_snippet(chance) + chance.choice(SENTENCES) + choose_snippet(chance)
    if kind < 0.85:
        return choose_signs(chance)
    if kind < 0.9:
        return choose_snippet(chance) * chance.randrange(1, 3_000 if chance.random() < 0.2 else 40)
    return ""


def choose_own(chance: random.Random) -> str:
    """Return anything that a reader may write, who may write elements."""
    return choose_hostile(chance).replace("data-attack", "")


def choose_signs(chance: random.Random) -> str:
    """Return some characters of all that there are."""
    ends = (0x80, 0x300, 0x3000, 0x10000, 0x110000)
    return "".join(
        chr(chance.randrange(chance.choice(ends))) for _ in range(chance.randrange(1, 60))
    )


def choose_text(chance: random.Random) -> str:
    """Return the text of an article: mostly sentences, in paragraphs, some of them hostile."""
    paragraphs = []
    for _ in range(chance.randrange(1, 7)):
        parts = [chance.choice(SENTENCES) for _ in range(chance.randrange(1, 4))]
        if chance.random() < 0.4:
            parts.insert(chance.randrange(len(parts) + 1), choose_hostile(chance)[:2_000])
        if chance.random() < 0.3:
            parts.append(_quote(chance))
        paragraphs.append(" ".join(parts))
    return "\n\n".join(paragraphs)


def _quote(chance: random.Random) -> str:
    """Return what somebody says, and somebody hostile with them."""
    said = f"{chance.choice(SENTENCES)} {choose_hostile(chance)[:200]}"
    return f"“{said},” said Nell Harker, {chance.randrange(50, 54)}."


def choose_field(chance: random.Random) -> str:
    """Return a title, a name, a date, an address: what stands in a field, or should not."""
    if chance.random() < 0.5:
        return chance.choice(
            (
                "Owl moves in",
                "The Belfry Gazette",
                "Nell Harker",
                "2026-03-05",
                "https://a.example/x",
            )
        )
    return choose_hostile(chance)


def contained(text: str) -> str:
    """Return a text that is a path in the folder one is in, wherever it meant to lead."""
    return text.replace("..", "__").lstrip("/~")


def encodable(text: str) -> str:
    """Return a text without halves of pairs, which no file can have."""
    return text.encode("utf-8", "replace").decode()
