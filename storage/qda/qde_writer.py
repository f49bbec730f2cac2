"""A project as the XML of REFI-QDA 1.0 and 1.5: `project.qde`.

After its schema (`Project.xsd` of 18 March 2019) and what other programs read of it: the note of a
selection is its `Description`; a memo is a `Note` that names its coder, and stands in
the `Description` too, for those that know no other; metadata are values of variables. Texts are
files beside it. Nothing in it depends on when or where it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from storage.codebook.code_names import tell_apart
from storage.codebook.refi_codes import list_guids, make_codes
from storage.qda.guids import make_guid
from storage.qda.project import CodedPlace, CodedText, Memo, Project, TextSet, join_memos
from storage.qda.variables import name_variable
from storage.qda.xml_text import fit_xml

NAMESPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "Copydesk"
"""How the name of the program begins that writes our projects."""
SAME_ANNOTATION = "same annotation"
"""What a link is called between two places of one annotation."""
_QUALIFIED = {
    tag: f"{{{NAMESPACE}}}{tag}"
    for tag in (
        *("Users", "User", "CodeBook", "Codes", "Code", "Variables", "Variable", "Sources"),
        *("TextSource", "PlainTextSelection", "Coding", "CodeRef", "VariableValue", "VariableRef"),
        *("TextValue", "Notes", "Note", "PlainTextContent", "NoteRef", "Links", "Link", "Sets"),
        *("Set", "MemberSource", "MemberNote", "Description"),
    )
}
_SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z", re.ASCII)
_SHOWN = 100
"""Characters of its words that a selection is named by."""


def name_text(coded: CodedText) -> str:
    """Return the name of the file that has the text of a coded."""
    return f"{coded.guid}.txt"


def write_qde(project: Project) -> bytes:
    """Return the document; the same project gives the same bytes."""
    import lxml.etree

    return lxml.etree.tostring(  # type: ignore[no-any-return]
        _Writer(project).make(), encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


class _Writer:
    def __init__(self, project: Project) -> None:
        import lxml.etree

        self._make_element = lxml.etree.SubElement
        self._project = project
        self._users = {coder: make_guid("coder", coder) for coder in project.coders}
        self._codes = list_guids(project.codes)
        self._tags = {name_variable(one.name): one.name for one in project.codes if one.is_variable}
        self._root = lxml.etree.Element(
            f"{{{NAMESPACE}}}Project",
            {
                "name": fit_xml(project.name),
                "origin": fit_xml(project.origin),
                "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation": (
                    f"{NAMESPACE} {_SCHEMA}"
                ),
            },
            nsmap={None: NAMESPACE, "xsi": "http://www.w3.org/2001/XMLSchema-instance"},
        )

    def make(self) -> Any:
        project = self._project
        self._fill("Users", project.coders, self._add_user)
        if project.codes:
            codes = self._graft(self._add(self._root, "CodeBook"), make_codes(project.codes))
            tell_apart(codes)
        self._fill("Variables", self._list_variables(), self._add_variable)
        self._fill("Sources", project.texts, self._add_text)
        self._fill("Notes", _list_memos(project), self._add_memo)
        self._fill("Links", project.copies, self._add_links)
        self._fill("Sets", project.sets, self._add_set)
        self._describe(self._root, join_memos(project.memos))
        for memo in project.memos:
            self._add(self._root, "NoteRef", targetGUID=memo.guid)
        return self._root

    def _add(self, above: Any, tag: str, text: str = "", /, **attributes: str) -> Any:
        """Append an element; attributes that are empty are left out."""
        given = {key: value for key, value in attributes.items() if value}
        if "name" in given:
            given["name"] = fit_xml(given["name"])
        element = self._make_element(above, _QUALIFIED[tag], given)
        if text:
            element.text = fit_xml(text)
        return element

    def _fill(self, name: str, values: Iterable[Any], add: Any) -> None:
        """Add each of the values to an element of that name, if there are any."""
        above = None
        for value in values:
            above = self._add(self._root, name) if above is None else above
            add(above, value)

    def _graft(self, above: Any, element: Any) -> Any:
        """Append an element of the standard library, with all below it."""
        made = self._add(above, element.tag, element.text or "", **element.attrib)
        for one in element:
            self._graft(made, one)
        return made

    def _describe(self, above: Any, text: str) -> None:
        if text:
            self._add(above, "Description", text)

    def _add_user(self, users: Any, coder: str) -> None:
        self._add(users, "User", guid=self._users[coder], name=coder)

    def _add_variable(self, variables: Any, name: str) -> None:
        self._add(
            variables,
            "Variable",
            guid=self._find_variable(name),
            name=name,
            typeOfVariable="Text",
        )

    def _list_variables(self) -> list[str]:
        """Return the names of all variables: those that texts have, and those of the codebook."""
        had = (value.variable for text in self._project.texts for value in text.values)
        return list(dict.fromkeys([*had, *self._tags]))

    def _find_variable(self, name: str) -> str:
        tag = self._tags.get(name)
        return make_guid("variable", name) if tag is None else make_tag_variable_guid(tag)

    def _add_text(self, texts: Any, coded: CodedText) -> None:
        element = self._add(
            texts,
            "TextSource",
            guid=coded.guid,
            plainTextPath=f"internal://{name_text(coded)}",
        )
        element.set("name", fit_xml(coded.name))
        self._describe(element, join_memos(coded.memos))
        for selection in coded.places:
            self._add_selection(element, coded, selection)
        for coding in coded.codings:
            key = f"{coded.guid} {coding.code} {coding.coder}"
            self._add_coding(element, key, coding.code, coding.coder, "")
        for memo in coded.memos:
            self._add(element, "NoteRef", targetGUID=memo.guid)
        for variable, value in coded.values:
            held = self._add(element, "VariableValue")
            self._add(held, "VariableRef", targetGUID=self._find_variable(variable))
            self._add(held, "TextValue", value)

    def _add_selection(self, above: Any, coded: CodedText, selection: CodedPlace) -> None:
        words = coded.text[selection.start : min(selection.end, selection.start + _SHOWN)]
        element = self._add(
            above,
            "PlainTextSelection",
            guid=selection.guid,
            name=" ".join(words.split()),
            startPosition=str(selection.start),
            endPosition=str(selection.end),
            **self._sign(selection.coder, selection.created, selection.updated),
        )
        self._describe(element, selection.note)
        for code in selection.codes:
            key = f"{selection.guid} {code}"
            self._add_coding(element, key, code, selection.coder, selection.created)

    def _add_coding(self, above: Any, key: str, code: str, coder: str, created: str) -> None:
        coding = self._add(
            above, "Coding", guid=make_guid("coding", key), **self._sign(coder, created)
        )
        self._add(coding, "CodeRef", targetGUID=self._codes[code.casefold()])

    def _add_memo(self, notes: Any, memo: Memo) -> None:
        note = self._add(
            notes,
            "Note",
            guid=memo.guid,
            name=f"Memo of {memo.coder}" if memo.coder else "Memo",
            **self._sign(memo.coder, memo.created, memo.updated),
        )
        self._add(note, "PlainTextContent", memo.text)

    def _add_links(self, links: Any, places: tuple[str, ...]) -> None:
        for place in places[1:]:
            self._add(
                links,
                "Link",
                guid=make_guid("copy", f"{places[0]} {place}"),
                name=SAME_ANNOTATION,
                direction="Associative",
                originGUID=places[0],
                targetGUID=place,
            )

    def _add_set(self, sets: Any, group: TextSet) -> None:
        element = self._add(sets, "Set", guid=group.guid)
        element.set("name", fit_xml(group.name))
        self._describe(element, join_memos(group.memos))
        for coded in group.texts:
            self._add(element, "MemberSource", targetGUID=coded)
        for memo in group.memos:
            self._add(element, "MemberNote", targetGUID=memo.guid)

    def _sign(self, coder: str, created: str, updated: str = "") -> dict[str, str]:
        """Return who made something and when, as attributes; a time that is none is left out."""
        guid = self._users.get(coder, "")
        made, changed = _check_time(created), _check_time(updated)
        return {
            "creatingUser": guid,
            "creationDateTime": made,
            "modifyingUser": guid if changed else "",
            "modifiedDateTime": changed,
        }


@lru_cache(4096)
def _check_time(written: str) -> str:
    return written if _TIME.fullmatch(written) else ""


def make_tag_variable_guid(tag: str) -> str:
    """Return the guid of the variable that a tag is."""
    return make_guid("variable", f"tag {tag}")


def _list_memos(project: Project) -> Iterator[Memo]:
    yield from project.memos
    for coded in project.texts:
        yield from coded.memos
    for group in project.sets:
        yield from group.memos
