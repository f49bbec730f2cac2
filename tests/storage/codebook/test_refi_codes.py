from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

import pytest
from hypothesis import given

from storage.codebook.colour_codes import CODES, find_colour
from storage.codebook.refi_codes import list_guids, make_codes, read_codes
from storage.codebook.refi_text import Description, join_description, split_description
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.tag_names import LONGEST
from tests.storage.codebook.entries import TEXTS, make_entries

G = [f"{one}0000000-0000-4000-8000-00000000000{one}" for one in range(10)]


def read(codes: str) -> list[CodebookEntry]:
    return read_codes(fromstring(codes)).entries


@given(make_entries(numbers=False))
def test_what_is_written_is_read(entries: list[CodebookEntry]) -> None:
    guids = list_guids(entries)
    variables = {guids[one.name.casefold()].lower() for one in entries if one.is_variable}
    again = read_codes(fromstring(tostring(make_codes(entries))), variables)

    assert [(one.name.casefold(), *one[1:]) for one in again.entries] == [
        (one.name.casefold(), *one[1:]) for one in entries
    ]
    assert {guid.upper(): name.casefold() for guid, name in again.names.items()} == {
        guid: name for name, guid in guids.items()
    }
    assert not again.notices


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_the_parts_of_a_description_come_back(
    definition: str, inclusion: str, exclusion: str, example: str
) -> None:
    parts = Description(definition, inclusion, exclusion, example)

    assert split_description(join_description(parts)) == parts


def test_codes_of_other_programs_are_read() -> None:
    found = read_codes(
        fromstring(f"""
        <Codes xmlns="urn:QDA-XML:codebook:1:0">
          <Code guid="{G[1]}" name="Actors" isCodable="false">
            <Code guid="{{{G[2]}}}" name="state/federal" isCodable="true" color="#ff0000">
              <Description>The government,\n\n\n its parts</Description>
            </Code>
            <Code guid="{G[3]}" name="health, public" color="#58f"/>
          </Code>
          <Code guid="{G[4]}" name="Tone" isCodable="false"><Description>How</Description></Code>
          <Code guid="{G[5]}" name="tone" color="green"/>
          <Code guid="{G[6]}" name=" "><Code guid="{G[7]}" name="#below"/></Code>
          <Code guid="nonsense" name="{"x" * (LONGEST + 1)}"/>
        </Codes>""")
    )

    assert found.entries == [
        CodebookEntry(
            "Actors/state/federal",
            "The government,\n\nits parts",
            colour="red",
            guid=G[2],
        ),
        CodebookEntry("Actors/health; public", colour="blue", guid=G[3]),
        CodebookEntry("Tone", "How", guid=G[4]),
        CodebookEntry("below", guid=G[7]),
    ]
    assert found.names == {
        G[1]: "Actors",
        G[2]: "Actors/state/federal",
        G[3]: "Actors/health; public",
        G[4]: "Tone",
        G[5]: "tone",
        G[7]: "below",
    }
    assert found.notices == [
        "A comma in a name became a semicolon: Actors/health; public.",
        "A # in front of a name was left out: below.",
        f"Left out: {'x' * 39}… — a name can have at most {LONGEST} characters.",
        "Left out 1 without a name.",
        "Can be used here, though not where it is from: Tone.",
    ]


def test_a_guid_stays_and_is_never_given_twice() -> None:
    made = list_guids([CodebookEntry("a/b")])
    renamed = CodebookEntry("c", guid=made["a/b"].lower())

    guids = list_guids([CodebookEntry("a/b"), renamed])

    assert guids["a"] == made["a"]
    assert guids["c"] == made["a/b"]
    assert guids["a/b"] not in made.values()


@pytest.mark.parametrize(
    ("code", "colour"),
    [
        *((code, colour) for colour, code in CODES.items()),
        ("#000000", "grey"),
        ("FFFFFF", "grey"),
        ("#f00", "red"),
        ("#ff00ff", "pink"),
        ("#0000ff", "blue"),
        ("#008000", "green"),
        ("#8000ff", "violet"),
        ("#ff0033", "red"),
        ("red", None),
        ("#12345", None),
        ("", None),
    ],
)
def test_any_colour_is_one_of_ours(code: str, colour: str | None) -> None:
    assert find_colour(code) == colour
