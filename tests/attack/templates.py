"""Templates of a colleague's that want too much, or are none: an export or a sentence, in time."""

from __future__ import annotations

import random
from pathlib import Path

from storage.paths import library_path
from tests.attack.commands import try_call
from tests.attack.desks import make_desk
from tests.attack.words import choose_snippet, encodable

_BEGIN = """\
{% set x = articles | default([quote, note, tags]) %}{% set y = title | default(note) %}
{% set one = x[0] %}{% set n = x | length %}{% set d = {"a": x, "b": [y, n]} %}
{% macro m(a=1) %}{{ a }}{% endmacro %}"""
_NAMES = ("x", "y", "n", "d", "one", "part", "flavour")
_SELDOM = (
    *("title", "articles", "matrix", "quote", "note", "place", "self", "loop", "super", "caller"),
    *("varargs", "namespace", "range", "dict", "cycler", "joiner", "lipsum", "config", "none"),
)
_TEXT_FILTERS = (
    *(
        "raw",
        "upper",
        "trim",
        "replace('o', 'xxxxxxxx')",
        "center(999)",
        "indent(9)",
        "e",
        "string",
    ),
    *(
        "wordwrap(9)",
        "striptags",
        "urlize",
        "truncate(9)",
        "title",
        "wordcount",
        "urlencode",
        "tojson",
    ),
    *(
        "length",
        "list",
        "reverse",
        "first",
        "last",
        "join('-')",
        "pprint",
        "xmlattr",
        "safe",
        "escape",
    ),
)
_ATTRIBUTES = (
    *(
        "letter",
        "cells",
        "outlet",
        "__class__",
        "__mro__",
        "__subclasses__",
        "__globals__",
        "format",
    ),
    *(
        "__init__",
        "items",
        "join",
        "replace",
        "center",
        "zfill",
        "index",
        "first",
        "__dict__",
        "gi_frame",
    ),
    *("append", "pop", "encode", "format_map", "mro", "func_globals", "previtem", "__builtins__"),
)
_FILTERS = (
    *(
        "raw",
        "safe",
        "join",
        "replace('o', 'xxxxxxxx')",
        "center(99999999)",
        "list",
        "tojson",
        "pprint",
    ),
    *(
        "batch(2)",
        "slice(3)",
        "map('upper')",
        "sum",
        "sort",
        "groupby('letter')",
        "indent(9999999)",
    ),
    *(
        "wordwrap(1)",
        "format(1, 2)",
        "attr('__class__')",
        "string",
        "e",
        "escape",
        "striptags",
        "urlize",
    ),
    *(
        "xmlattr",
        "random",
        "reverse",
        "unique",
        "min",
        "max",
        "round(99)",
        "int",
        "float",
        "abs",
        "truncate(1)",
    ),
    *(
        "select",
        "reject('odd')",
        "selectattr('x')",
        "length",
        "default(x)",
        "filesizeformat",
        "forceescape",
    ),
    *(
        "dictsort",
        "urlencode",
        "title",
        "wordcount",
        "no_such",
        "map(attribute='__class__')",
        "trim",
    ),
)
_OPERATORS = (
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "~",
    "in",
    "==",
    "<",
    "and",
    "or",
    "is",
    "not in",
)
_LITERALS = (
    *(
        "'owl'",
        "''",
        "1",
        "0",
        "-1",
        "99999999",
        "10 ** 9",
        "1e308",
        "'%s' ",
        "'{0.__class__}'",
        "[]",
    ),
    *(
        "{}",
        "[1, 2] * 9999",
        "'a' * 99999999",
        "range(99999999)",
        "(1,)",
        "'%9999999d'",
        "'{:>9999999}'",
    ),
)


def attack(rng: random.Random, folder: Path) -> str:
    """Export with a template; it fails in a sentence and writes nothing, or its file is there."""
    make_desk(rng, library_path())
    template = folder / "own.j2"
    text = "\n".join([_BEGIN, *(_make_part(rng, 2) for _ in range(rng.randrange(1, 4)))])
    if rng.random() < 0.15:
        text = '{% extends "default" %}\n{% block note %}' + text + "{% endblock %}"
    if rng.random() < 0.1:
        at = rng.randrange(len(text) + 1)
        text = text[:at] + choose_snippet(rng) + text[at:]
    template.write_bytes(encodable(text).encode())
    out = folder / "out.md"
    more = ["--flavour", "obsidian"] * (rng.random() < 0.3)
    answer = try_call("export", "--template", template, *more, "-o", out)
    assert out.exists() == (answer.status == 0), "a file, and failed; or none, and did not"
    try_call("export", "--template", template, "-o", "-", terminal=True)
    return "rendered" if answer.status == 0 else "refused"


def _make_part(rng: random.Random, depth: int) -> str:
    """Return text with tags in it."""
    kind = rng.random()
    if kind < 0.45 or not depth:
        return f"{{{{ {_make_value(rng, 3)} }}}}"
    inner = _make_part(rng, depth - 1)
    value = _make_value(rng, 2)
    if kind < 0.65:
        name = rng.choice(("a", "a", "one", "y", "a, b"))
        extra = rng.choice(("", "", " recursive", " if x"))
        among = rng.choice(("x", "x", "range(9)", "range(99999)", "d", value))
        return f"{{% for {name} in {among}{extra} %}}{inner}{{% else %}}-{{% endfor %}}"
    if kind < 0.75:
        return f"{{% if {value} %}}{inner}{{% elif x %}}y{{% endif %}}"
    if kind < 0.85 and rng.random() < 0.6:
        block = rng.choice(("upper", "trim", "indent", "raw"))
        return rng.choice(
            (
                f"{{% set z %}}{inner}{{% endset %}}{{{{ z * 3 }}}}",
                f"{{% filter {block} %}}{inner}{{% endfilter %}}",
                f"{{% with y = {value} %}}{inner}{{% endwith %}}",
                f"{{% raw %}}{inner}{{% endraw %}}",
                f"{{{{ m({value}) }}}}",
            )
        )
    if kind < 0.85:
        return f"{{% macro m(a=1) %}}{inner}{{{{ m(a) }}}}{{% endmacro %}}{{{{ m({value}) }}}}"
    return rng.choice(
        (
            f"{{% set x = {value} %}}{inner}",
            f"{{% set x %}}{inner}{{% endset %}}{{{{ x * 999 }}}}",
            f"{{% filter {rng.choice(_FILTERS)} %}}{inner}{{% endfilter %}}",
            f"{{% call m() %}}{inner}{{% endcall %}}",
            f"{{% include {value} %}}",
            f'{{% import "default" as x %}}{{{{ {value} }}}}',
            f"{{% block b %}}{inner}{{{{ self.b() }}}}{{% endblock %}}",
            f"{{% with x = {value} %}}{inner}{{% endwith %}}",
            f"{{% raw %}}{inner}{{% endraw %}}",
            "{% for" * 300,
            "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
            "{% autoescape false %}" + inner + "{% endautoescape %}",
            "{{ " + "-" * 5_000 + "1 }}",
            "{% break %}",
            "{# " * 50,
            inner,
        )
    )


def _make_value(rng: random.Random, depth: int) -> str:
    kind = rng.random()
    if kind < 0.3 or not depth:
        names = _SELDOM if rng.random() < 0.04 else _NAMES
        return rng.choice(_LITERALS if rng.random() < 0.15 else names)
    if kind < 0.7:
        of = rng.choice(("x", "y", "one", "d", "x[0]", "x[1:]", "y[:9]", "x ~ y", "n * 3", "y * 9"))
        return " | ".join([of, *rng.choices(_TEXT_FILTERS, k=rng.choice((0, 1, 1, 2)))])
    one = _make_value(rng, depth - 1)
    kind = rng.random()
    if kind < 0.5:
        return f"{one} | {rng.choice(_FILTERS)}"
    if kind < 0.65:
        return f"({one}).{rng.choice(_ATTRIBUTES)}" + rng.choice(("", "()", "(9999)", "('x', y=1)"))
    if kind < 0.85:
        return f"({one}) {rng.choice(_OPERATORS)} ({_make_value(rng, depth - 1)})"
    return rng.choice(
        (
            f"({one})[{_make_value(rng, 1)}]",
            f"({one})[1:999999:2]",
            f"[{one}, {one}]",
            f"x if {one} else {one}",
            f"{{'a': {one}}}",
            f"range({one})",
        )
    )
