"""REFI-QDA projects in the shapes that other programs give them."""

from __future__ import annotations

import pytest

from storage.qda.project import CodedText, Project, Value
from tests.storage.article_import import made
from tests.storage.desk import MILL, OWL
from tests.storage.qda.projects import pack, read


def guid(number: int, braces: bool = False) -> str:
    written = f"{number:08X}-0000-4000-8000-000000000000"
    return f"{{{written}}}" if braces else written


def write(origin: str, inside: str, codes: str = "") -> str:
    codebook = f"<CodeBook><Codes>{codes}</Codes></CodeBook>" if codes else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Owls" origin="{origin}">
<Users><User guid="{guid(1)}" name="Anna"/><User guid="{guid(2)}" name="default"/></Users>
{codebook}{inside}</Project>"""


CODES = f"""
<Code guid="{guid(10)}" name="Theme" isCodable="false">
  <Code guid="{guid(11)}" name="Sleep, or none" isCodable="true" color="#FF0000">
    <Description>Who sleeps.</Description>
  </Code>
</Code>"""


def quotes(text: CodedText) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(text.text[one.start : one.end], one.codes, one.note, one.coder) for one in text.places]


def select(words: str, text: str, inside: str, number: int = 50, name: str | None = None) -> str:
    start = text.index(words)
    return (
        f'<PlainTextSelection guid="{guid(number)}" name="{words if name is None else name}"'
        f' startPosition="{start}" endPosition="{start + len(words)}" creatingUser="{guid(1)}"'
        f' creationDateTime="2019-06-07T03:36:36Z">{inside}</PlainTextSelection>'
    )


CODED = (
    f'<Coding guid="{guid(60)}" creatingUser="{guid(1)}">'
    f'<CodeRef targetGUID="{guid(11)}"/></Coding>'
)


def test_nvivo_has_windows_lines_word_documents_and_notes_behind_links() -> None:
    raw = f"{OWL}\r\n{MILL}"
    qde = write(
        "NVivo",
        f"""<Sources><TextSource guid="{guid(20)}" name="Owls" plainTextPath="internal://{guid(20)}.txt"
        richTextPath="internal://{guid(20)}.docx">
        {select("paper mill", raw, CODED)}{select("school", raw, "", 51)}</TextSource></Sources>
        <Notes><Note guid="{guid(30)}" name="n" plainTextPath="internal://{guid(30)}.txt"
        creatingUser="{guid(1)}"/></Notes>
        <Links><Link guid="{guid(40)}" originGUID="{guid(30)}" targetGUID="{guid(51)}"/>
        <Link guid="{guid(41)}" originGUID="{guid(11)}" targetGUID="{guid(10)}"/></Links>""",
        CODES,
    )
    files = {f"Sources/{guid(20)}.txt": raw, f"Sources/{guid(30)}.txt": "Odd.\r\nIs it?"}
    project = read(pack(qde, files))
    (text,) = project.texts
    assert text.text == f"{OWL}\n{MILL}"
    assert quotes(text) == [
        ("paper mill", ("Theme/Sleep; or none",), "", "Anna"),
        ("school", (), "Odd.\nIs it?", "Anna"),
    ]
    assert [(one.name, one.why) for one in project.left_out] == [("1 link", "cannot be kept here")]
    assert "A comma in a name became a semicolon" in project.notices[0]
    (code,) = project.codes
    assert (code.name, code.definition, code.colour) == (
        "Theme/Sleep; or none",
        "Who sleeps.",
        "red",
    )


def test_atlas_ti_counts_windows_lines_as_one_sign() -> None:
    raw = f"{OWL}\r\n\r\n{MILL}"
    qde = write(
        "ATLAS.ti for Windows 23.2",
        f"""<Sources><TextSource guid="{guid(20)}" name="Owls" plainTextPath="internal://a.txt">
        {select("school", raw.replace(chr(13), ""), CODED, name="1:2")}</TextSource></Sources>""",
        CODES,
    )
    (text,) = read(pack(qde, {"sources/A.TXT": f"\ufeff{raw}"})).texts
    assert quotes(text) == [("school", ("Theme/Sleep; or none",), "", "Anna")]


def test_maxqda_has_memos_comments_and_variables_in_texts() -> None:
    qde = write(
        "MAXQDA 2022",
        f"""<Variables><Variable guid="{guid(70)}" name="Country" typeOfVariable="Text"/>
        <Variable guid="{guid(71)}" name="Age" typeOfVariable="Integer"/></Variables>
        <Sources><TextSource guid="{guid(20, braces=True)}" name="Owls">
        <PlainTextContent>{OWL}</PlainTextContent>
        {select("belfry", OWL, f"<Description>A comment.</Description>{CODED}")}
        {select("choir", OWL, f'<NoteRef targetGUID="{guid(30)}"/>', 51)}
        <NoteRef targetGUID="{guid(31)}"/>
        <VariableValue><VariableRef targetGUID="{guid(70)}"/><TextValue>Ireland</TextValue>
        </VariableValue><VariableValue><VariableRef targetGUID="{guid(71)}"/>
        <IntegerValue>12</IntegerValue></VariableValue></TextSource></Sources>
        <Notes><Note guid="{guid(30)}" name="m"><PlainTextContent>On a place.</PlainTextContent>
        </Note><Note guid="{guid(31)}" creatingUser="{guid(1)}">
        <PlainTextContent>On a text.</PlainTextContent></Note>
        <Note guid="{guid(32)}"><PlainTextContent>On all.</PlainTextContent></Note></Notes>
        <Sets><Set guid="{guid(80)}" name="Group"><MemberSource targetGUID="{guid(20)}"/></Set>
        <Set guid="{guid(81)}" name="Codes"><MemberCode targetGUID="{guid(11)}"/></Set></Sets>""",
        CODES,
    )
    project = read(pack(qde))
    (text,) = project.texts
    assert [quote[2] for quote in quotes(text)] == ["A comment.", "On a place."]
    assert [(memo.text, memo.coder) for memo in text.memos] == [("On a text.", "Anna")]
    assert [memo.text for memo in project.memos] == ["On all."]
    assert text.values == (Value("Country", "Ireland"), Value("Age", "12"))
    assert [(one.name, one.texts) for one in project.sets] == [("Group", (guid(20).lower(),))]
    assert [one.name for one in project.left_out] == ["set “Codes”"]


@pytest.mark.parametrize("name", ["", 'name="Case A" '])
def test_quirkos_has_variables_in_cases_and_some_cases_have_names(name: str) -> None:
    qde = write(
        "Quirkos 2.4.1",
        f"""<Variables><Variable guid="{guid(70)}" name="Outlet" typeOfVariable="Text"/></Variables>
        <Cases><Case {name}guid="{guid(90)}"><VariableValue><VariableRef targetGUID="{guid(70)}"/>
        <TextValue>Gazette</TextValue></VariableValue><SourceRef targetGUID="{guid(20)}"/></Case>
        </Cases><Sources><TextSource guid="{guid(20)}" name="Owls">
        <PlainTextContent>{OWL}</PlainTextContent></TextSource></Sources>""",
    )
    (text,) = read(pack(qde)).texts
    case = (Value("Case", "Case A"),) if name else ()
    assert text.values == (*case, Value("Outlet", "Gazette"))


def test_qualcoder_has_a_selection_a_code_notes_with_places_and_what_xml_cannot_hold() -> None:
    codes = f"""{CODES}<Code guid="{guid(12)}" name="owl" isCodable="true"/>"""
    coded = CODED.replace(guid(11), guid(12)).replace(guid(60), guid(61))
    note = (
        f'<Note guid="{guid(30)}" creatingUser="{guid(2)}" creationDateTime="2021-01-15T23:37:54Z">'
        f'<PlainTextContent>R&D < "x" &amp; \x0b</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(31)}" startPosition="3" endPosition="11"/></Note>'
    )
    # It takes the byte order mark that it wrote for a sign, and writes another.
    text = f"\ufeff{OWL}"
    qde = write(
        "QualCoder 4.0 Beta",
        f"""<Variables><Variable guid="{guid(70)}" name="Owls" typeOfVariable="Text">
        <Description>A group.</Description></Variable></Variables>
        <Sources><TextSource guid="{guid(20)}" name="Owls" plainTextPath="internal://a.txt">
        <Description>A memo.</Description>
        {select("belfry", text, CODED)}{select("belfry", text, coded, 51)}
        <NoteRef targetGUID="{guid(30)}"/>
        <VariableValue><VariableRef targetGUID="{guid(70)}"/><TextValue>Owls</TextValue>
        </VariableValue></TextSource></Sources><Notes>{note}
        {note.replace(guid(30), guid(32)).replace(guid(31), guid(33))}</Notes>""",
        codes,
    ).replace('name="Owls" origin', 'name="Owls.qda" origin')
    project = read(pack(qde, {"sources/a.txt": f"\ufeff{text}"}))
    (read_text,) = project.texts
    assert read_text.text == OWL
    assert quotes(read_text) == [
        ("belfry", ("Theme/Sleep; or none", "owl"), "", "Anna"),
        ("barn owl", (), 'R&D < "x" & ␋', ""),
    ]
    assert read_text.values == ()
    assert project.name == "Owls"
    assert [(one.name, [memo.text for memo in one.memos]) for one in project.sets] == [
        ("Owls", ["A group."])
    ]
    assert [(one.name, one.why) for one in project.left_out] == [
        ('note “R&D < "x" & ␋”', "does not say which text it is on")
    ]


def test_a_journal_of_qualcoder_has_its_title_and_a_case_without_its_text_is_named() -> None:
    case = f"""<Case guid="{guid(90)}" name="Miller"><Description>Who.</Description>
        <SourceRef targetGUID="{guid(99)}"/></Case><Case guid="{guid(91)}" name="Smith"/>"""
    qde = write(
        "QualCoder 4.0 Beta",
        f"""<Cases>{case}</Cases><Sources><TextSource guid="{guid(20)}" name="Owls">
        <PlainTextContent>{OWL}</PlainTextContent></TextSource></Sources>
        <Notes><Note guid="{guid(30)}" name="Day 1" plainTextPath="internal://a.txt"/></Notes>""",
    )
    project = read(pack(qde, {"sources/a.txt": "\ufeffWe began."}))
    assert [memo.text for memo in project.memos] == ["Day 1\n\nWe began."]
    assert [(one.name, one.why) for one in project.left_out] == [
        ("case “Miller”", "does not say which texts it has"),
        ("case “Smith”", "does not say which texts it has"),
        ("1 memo", "of cases cannot be kept here"),
    ]


def test_one_selection_that_two_coders_coded_is_one_for_each() -> None:
    other = CODED.replace(guid(60), guid(61)).replace(f'User="{guid(1)}"', f'User="{guid(3)}"')
    qde = write(
        "NVivo",
        f"""<Sources><TextSource guid="{guid(20)}" name="Owls">
        <PlainTextContent>{OWL}</PlainTextContent>
        {select("belfry", OWL, f"<Description>Why?</Description>{CODED}{other}")}
        </TextSource></Sources>""",
        CODES,
    ).replace("</Users>", f'<User guid="{guid(3)}" name="Bob"/></Users>')
    (text,) = read(pack(qde)).texts
    assert quotes(text) == [
        ("belfry", ("Theme/Sleep; or none",), "Why?", "Anna"),
        ("belfry", ("Theme/Sleep; or none",), "", "Bob"),
    ]
    assert len({one.guid for one in text.places}) == 2


def test_what_is_no_text_is_left_out_by_name() -> None:
    qde = write(
        "MAXQDA",
        f"""<Sources><PictureSource guid="{guid(20)}" name="A picture" path="internal://a.png"/>
        <AudioSource guid="{guid(21)}" name="A talk" path="relative:///a.m4a"/>
        <PDFSource guid="{guid(22)}" name="A page" path="internal://a.pdf"/>
        <TextSource guid="{guid(23)}" name="Lost" plainTextPath="internal://none.txt"/>
        <TextSource guid="{guid(24)}" name="Far" plainTextPath="relative:///far.txt"/>
        <TextSource guid="{guid(25)}" name="Short"><PlainTextContent>Owl</PlainTextContent>
        <PlainTextSelection guid="{guid(50)}" startPosition="1" endPosition="99"/></TextSource>
        </Sources><Graphs><Graph guid="{guid(26)}"/></Graphs>""",
    )
    project = read(pack(qde))
    assert [one.name for one in project.texts] == ["Short"]
    assert [(one.name, one.why) for one in project.left_out] == [
        ("“A picture”", "is a picture"),
        ("“A talk”", "is a recording"),
        ("“A page”", "is a PDF without its text; add it as a file"),
        ("“Lost”", "has its text missing from the project"),
        ("“Far”", "has its text outside of the project"),
        ("“Short”", "has selections that are not inside its text"),
        ("1 graph", "cannot be kept here"),
    ]


def test_a_pdf_has_its_text_beside_it() -> None:
    qde = write(
        "NVivo",
        f"""<Sources><PDFSource guid="{guid(20)}" name="Owls.pdf" path="internal://a.pdf">
        <PDFSelection guid="{guid(51)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/>
        <Representation guid="{guid(21)}" plainTextPath="internal://a.txt">
        {select("belfry", OWL, CODED)}</Representation></PDFSource></Sources>""",
        CODES,
    )
    project: Project = read(pack(qde, {"Sources/a.txt": OWL}))
    assert quotes(project.texts[0]) == [("belfry", ("Theme/Sleep; or none",), "", "Anna")]
    assert [one.why for one in project.left_out] == ["has places on pages that are no text"]


def test_a_word_document_without_its_text_is_coded_by_the_words_that_are_named() -> None:
    qde = write(
        "MAXQDA",
        f"""<Sources><TextSource guid="{guid(20)}" name="Owls" richTextPath="internal://a.docx">
        {select("belfry", OWL, CODED)}{select("choir awake", OWL, CODED, 51, "choir …")}
        </TextSource></Sources>""",
        CODES,
    )
    project = read(pack(qde, {"Sources/a.docx": made.docx(made.w_p(MILL) + made.w_p(OWL))}))
    (text,) = project.texts
    assert OWL in text.text
    assert quotes(text) == [("belfry", ("Theme/Sleep; or none",), "", "Anna")]
    assert [one.why for one in project.left_out] == ["has selections that are not inside its text"]
