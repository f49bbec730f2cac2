"""What is known of an article beside its text, as variables of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from storage.qda.project import Value
from storage.tables.article_details import DETAILS, read_details, write_details
from storage.tables.article_fields import FIELDS, flatten, parse_address
from storage.wording.written_dates import parse_date

VARIABLES: Mapping[str, str] = {
    "outlet": "Outlet",
    "author": "Author",
    "published": "Published",
    "modified": "Modified",
    "captured": "Captured",
    "url": "URL",
    "citation_key": "Citation key",
    "item": "Item",
}
"""What each field is called as a variable."""
_OF_REFERENCES: Mapping[str, str] = {
    "ref_author": "author",
    "ref_journal": "outlet",
    "ref_year": "published",
}
"""What QualCoder calls the fields of a reference that a text belongs to."""
_TIMES = ("published", "modified", "captured")
_DETAILS: Mapping[str, str] = {name.capitalize(): name for name in DETAILS}


def make_values(fields: Mapping[str, str | None]) -> tuple[Value, ...]:
    """Return fields of an article as values; those that are empty have none."""
    told = [(VARIABLES[name], fields.get(name)) for name in VARIABLES]
    details = read_details(fields.get("details"))
    told += [(variable, details.get(name)) for variable, name in _DETAILS.items()]
    return tuple(Value(variable, value) for variable, value in told if value)


def split_values(values: Iterable[Value]) -> tuple[dict[str, str], list[Value]]:
    """Return which values are fields of an article, and all the others.

    The first of a field counts. A date or an address that is none is no field.
    """
    fields: dict[str, str] = {}
    details: dict[str, str] = {}
    others = []
    for one in values:
        field = _find_field(one.variable)
        value = _read_field(field, one.value) if field else None
        if one.variable in _DETAILS:
            details.setdefault(_DETAILS[one.variable], one.value)
        elif field and value and field not in fields:
            fields[field] = value
        elif fields.get(field) != one.value:
            others.append(one)
    if details:
        fields["details"] = write_details(details)
    return fields, others


def is_field(variable: str) -> bool:
    """Tell whether a variable of that name is taken for a field of an article."""
    return variable in _DETAILS or bool(_find_field(variable))


def _find_field(variable: str) -> str:
    name = " ".join(variable.replace("_", " ").casefold().split())
    for field, own in VARIABLES.items():
        if name == own.casefold() or name in FIELDS.get(field, ()):
            return field
    return _OF_REFERENCES.get(variable.casefold(), "")


def _read_field(field: str, value: str) -> str | None:
    if field in _TIMES:
        return parse_date(value)
    return parse_address(value) if field == "url" else flatten(value)
