"""The report as one page: the template filled in, style and script inside, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from storage.wording.plural import inflect

_PARTS = resources.files(__package__)


def render_page(**values: object) -> str:
    """Return the page; the names of `values` are those in `template.html`.

    Its policy allows this very style and script, and forbids the browser everything else: other
    scripts, pictures, fonts, requests, forms.
    """
    style, script = _read_part("style.css"), _read_part("script.js")
    policy = (
        f"default-src 'none'; style-src {_hash_source(style)}; script-src {_hash_source(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    ours = {"policy": policy, "style": Markup(style), "script": Markup(script), "inflect": inflect}
    return f"{render_part('template.html', **values, **ours)}\n"


def render_part(name: str, **values: object) -> Markup:
    """Return a template of ours filled in; what is put into it is escaped."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return Markup(environment.from_string(_read_part(name)).render(values))


@cache
def _read_part(name: str) -> str:
    return _PARTS.joinpath(name).read_text("utf-8")


def _hash_source(inline: str) -> str:
    digest = hashlib.sha256(inline.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
