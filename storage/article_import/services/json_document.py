"""JSON of others: read whole or refused in a sentence, its types never trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple, NoReturn

from storage.errors import ExchangeError

LARGEST = 2**53
"""Beyond this no two programs agree on what an integer in JSON is."""


def parse(data: bytes) -> Part:
    """Return the document in `data`; `ExchangeError`, in words after a name, where there is none.

    It is UTF-8 with or without a byte order mark, and strict JSON; one document a line is a list
    of them.
    """
    try:
        return Part(_load(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise ExchangeError("it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        if not error.doc.strip():
            raise ExchangeError("it is empty") from error
        said = f"{error.msg[:1].lower()}{error.msg[1:]} on line {error.lineno}"
        raise ExchangeError(f"it is not JSON or is incomplete ({said})") from error
    except ValueError as error:  # a number of thousands of digits
        raise ExchangeError("its JSON cannot be read") from error
    except RecursionError as error:
        raise ExchangeError("its brackets are nested too deep") from error


def _load(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        with suppress(json.JSONDecodeError):
            return [json.loads(line, parse_constant=_refuse_constant) for line in lines]
        raise


def _refuse_constant(name: str) -> NoReturn:
    raise ExchangeError(f"it is not JSON: {name} is not a number in JSON")


class PartError(ExchangeError):
    """A part of a document is not what it has to be."""

    def __init__(self, inside: str, path: str, said: str) -> None:
        where = f"{inside}{path}".rstrip(", ") or "the document"
        super().__init__(f"{where} {said}")
        self.fault = f"{path} {said}".strip()
        """The same without the annotation's name."""


class Part(NamedTuple):
    """A part of a document, which knows where in it it stands.

    What is asked of it and is not so raises `PartError`, in words after a name.
    """

    value: object
    inside: str = ""
    """The annotation that it is in, with a comma and a space behind it; empty outside of any."""
    path: str = ""

    def fault(self, said: str) -> PartError:
        """Return the error that this part `said`."""
        return PartError(self.inside, self.path, said)

    @property
    def is_object(self) -> bool:
        """Whether it is a JSON object."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether it is a JSON array."""
        return isinstance(self.value, list)

    def get(self, *names: str) -> Part | None:
        """Return the member of the first of these names that is there and not null."""
        if not isinstance(self.value, dict):
            raise self.fault("is not an object")
        for name in names:
            if self.value.get(name) is not None:
                path = f"{self.path}.{name}" if self.path else name
                return Part(self.value[name], self.inside, path)
        return None

    def need(self, *names: str) -> Part:
        """Return that member, which has to be there."""
        found = self.get(*names)
        if found is None:
            raise self.fault(f"has no “{names[0]}”")
        return found

    def each(self) -> Iterator[Part]:
        """Yield the parts of a list; what is no list is one part."""
        if not isinstance(self.value, list):
            yield self
            return
        for number, value in enumerate(self.value):
            yield Part(value, self.inside, f"{self.path}[{number}]")

    def members(self, *names: str) -> Iterator[Part]:
        """Yield what `each` does of that member; nothing where it is not there."""
        found = self.get(*names)
        if found is not None:
            yield from found.each()

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self.value, str):
            raise self.fault("is not text")
        try:
            self.value.encode()
        except UnicodeEncodeError as error:
            raise self.fault("contains half a character (a lone surrogate)") from error
        return self.value

    def text_of(self, *names: str) -> str:
        """Return the string of that member; an empty one where it is not there."""
        found = self.get(*names)
        return "" if found is None else found.text()

    def id_of(self, *names: str) -> str:
        """Return the string of that member; an empty one where there is none, or no text."""
        try:
            return self.text_of(*names)
        except PartError:
            return ""

    def offset(self) -> int:
        """Return a whole number, 0 or more."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < LARGEST:
            raise self.fault("is not a whole number of 0 or more")
        return value

    def texts(self, *names: str) -> list[str]:
        """Return the strings of that member, which is one or a list of them."""
        return [one.text() for one in self.members(*names)]

    def rename(self, inside: str) -> Part:
        """Return this part as one that faults are told of by another name, and paths begin at."""
        return Part(self.value, f"{inside}, ", "")
