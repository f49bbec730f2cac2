"""The template of the Markdown export: ours, or one of the user's that builds on it.

What a template puts in is escaped for Markdown, as other templates escape for HTML: text of an
article makes no structure, whatever the template does with it. What is Markdown already, a quote
or the user's own note, comes as `Safe`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment

from storage.errors import CopydeskError, ReadError
from storage.export.escaping import escape_line
from storage.export.markdown.template_limits import Meter
from storage.export.markdown.template_sandbox import LimitedEnvironment
from storage.files import read_file

DEFAULT = "default"
"""The name under which a template may extend ours."""
LARGEST = 2**18
"""Bytes of the largest template."""


class Safe(str):
    """Text that is Markdown already."""

    __slots__ = ()


class Template:
    """Renders the parts of an export."""

    def __init__(self, compiled: Compiled, name: str, meter: Meter | None = None) -> None:
        """Take over a compiled template, and what counts its steps: ours needs none."""
        self._compiled = compiled
        self._name = name
        self._meter = meter

    def render(self, part: str, values: Mapping[str, Any]) -> str:
        """Return a part, `sources` or `note`, without blank lines around it.

        `CopydeskError` names the file, the line and what is wrong there, or that it takes too much.
        """
        try:
            return self._render(part, values).strip("\n")
        except TemplateError as error:
            raise self._locate_error(error, error.message or "") from error
        except Exception as error:  # a template may do anything that Jinja can
            raise self._locate_error(error, _explain_error(error)) from error

    def _render(self, part: str, values: Mapping[str, Any]) -> str:
        pieces = self._compiled.generate(values, part=part)
        if self._meter is None:
            return "".join(pieces)
        self._meter.begin(values)
        try:
            return self._meter.join(pieces)
        finally:
            self._meter.end()

    def _locate_error(self, error: Exception, message: str) -> CopydeskError:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else None
        trace = error.__traceback__
        while trace is not None:
            # Jinja puts the template's own lines into the traceback.
            if trace.tb_frame.f_code.co_filename == self._name:
                line = trace.tb_lineno
            trace = trace.tb_next
        return _make_error(self._name, line, message)


def load(path: Path | None = None) -> Template:
    """Return the template in a file, without one our own.

    `ReadError` if the file cannot be read; `CopydeskError`, with the line, if it is no template.
    """
    if path is None:
        return _load_default()
    data = read_file(path)
    if len(data) > LARGEST:
        raise ReadError(f"The template {path} is larger than {LARGEST >> 10} kB.")
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"The template {path} is not UTF-8; save it as UTF-8.") from error
    return _compile(source, str(path) if str(path) != DEFAULT else str(path.absolute()))


def read_source() -> str:
    """Return our own template, as it is written."""
    return (resources.files(__package__) / "default.md.j2").read_text("utf-8")


@cache
def _load_default() -> Template:
    return _compile(read_source(), DEFAULT)


def _compile(text: str, name: str) -> Template:
    def find(wanted: str) -> tuple[str, str, None] | None:
        if wanted == name:
            return text, name, None
        return (read_source(), DEFAULT, None) if wanted == DEFAULT else None

    is_ours = name == DEFAULT
    environment = (ImmutableSandboxedEnvironment if is_ours else LimitedEnvironment)(
        loader=FunctionLoader(find),
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_escape_value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["raw"] = Safe
    meter = environment.limit() if isinstance(environment, LimitedEnvironment) else None
    try:
        return Template(environment.get_template(name), name, meter)
    except TemplateSyntaxError as error:
        raise _make_error(name, error.lineno, error.message or "") from error
    except Exception as error:  # Python's own limits, as of brackets in brackets
        raise _make_error(name, None, _explain_error(error)) from error


# The same outlets and letters stand in every note.
_escape = lru_cache(maxsize=1024)(escape_line)


def _escape_value(value: object) -> str:
    if isinstance(value, Safe):
        return value
    return "" if value is None else _escape(str(value))


def _explain_error(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply, or calls itself"
    if isinstance(error, MemoryError):
        return "it takes too much memory"
    return str(error) or type(error).__name__


def _make_error(name: str, line: int | None, message: str) -> CopydeskError:
    where = f", line {line}" if line is not None else ""
    return CopydeskError(f"The template {name}{where}: {message.rstrip('.')}. Nothing was written.")
