from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from textreuse.text.front_matter import find_front_matter

OWL = "A barn owl has moved into the belfry and keeps the whole choir awake."


@pytest.mark.parametrize(
    "metadata",
    [
        "---\ntitle: Owl\n---\n",
        "---\ntitle: Owl\n...\n",
        "--- \n# a comment\n\ntitle: Owl\ntags:\n- bird\n  - owl\nauthor: [\n]\n---\t\n",
        '---\n"full title": Owl\ncreated: 2026-03-04T10:00:00 (UTC +01:00)\n---\n',
        "---\ntitle: Owl: what it does\nby: @nell\nempty:\n---\n",
        '+++\ntitle = "Owl"\n[extra]\ntags = [\n  "bird",\n]\n+++\n',
        "Author: Nell\nURL: https://a.example/owl\n",
        "Title: Owl\nDate: 5 March 2026\n",
        "author:: [[Nell]]\nurl:: [A](https://a.example/owl)\n",
        "- **Author:** Nell\n- **Published**: 5 March\n",
        "Source: https://a.example/owl\n",
        "Autor: Nell\nDatum: 5. März 2026\n",
        "## Metadata\n- Author: [[Nell]]\n- Mood: dark\n",
        "% Owl\n  moves in\n% Nell; Tom\n% 5 March 2026\n",
        "#+TITLE: Owl\n#+DATE: 2026-03-05\n",
    ],
)
def test_metadata_at_the_top_is_found(metadata: str) -> None:
    for text in (f"{metadata}\n{OWL}\n", metadata):
        found = find_front_matter(text)

        assert found is not None
        assert (found.start, found.end) == (0, len(metadata))


@pytest.mark.parametrize(
    ("above", "metadata"),
    [
        ("# Owl\n\n", "Created: March 5, 2026\nTags: bird, owl\nURL: https://a.example\n"),
        ("", '{\n  "title": "Owl",\n  "params": {"tags": ["bird"]}\n}\n'),
        ("Owl moves in\n\n", "https://a.example/owl\n"),
        ("", "https://a.example/owl\n"),
        ("# Owl\n", "\n![cover](https://a.example/o.png)\n\n## Metadata\n- Author: Nell\n"),
    ],
)
def test_metadata_below_the_headline_is_found(above: str, metadata: str) -> None:
    text = f"{above}{metadata}\n{OWL}"

    found = find_front_matter(text)

    assert found is not None
    assert text[found.start : found.end] == metadata


def test_in_an_outline_the_text_follows_in_the_next_line() -> None:
    metadata = "- title:: Owl\n  author:: [[Nell]]\n"

    found = find_front_matter(f"{metadata}- {OWL}\n")
    assert found is not None
    assert (found.start, found.end) == (0, len(metadata))


@pytest.mark.parametrize(
    "text",
    [
        OWL,
        "",
        "---",
        "---\n---\n",
        f"---\ntitle: Owl\n\n{OWL}\n",
        f"---\n{OWL}\n---\n",
        f"---\nNote: {OWL}\n{OWL}\n\n---\n",
        "---\n- a list\n- of owls\n---\n",
        "***\ntitle: Owl\n***\n",
        f"# Owl\n\n{OWL}\n",
        f"Author: Nell\n\n{OWL}\n",
        f"Source: the mayor, at https://a.example/owl\n\n{OWL}\n",
        f"Mood: https://a.example/owl\n\n{OWL}\n",
        f"Q: What about the owl?\nA: It stays.\n\n{OWL}\n",
        f"Mayor: The owl stays: https://a.example\nPell: No.\n\n{OWL}\n",
        f"Date: 5 March\nAuthor: Nell\nand {OWL}\n",
        '{"title": "Owl"}\n',
        f'{{"mood": "dark"}}\n\n{OWL}\n',
        f'{{"title": "Owl"}} {OWL}\n',
        "https://a.example/owl\nhttps://a.example/mill\n",
        f"Owl\n\n{OWL} https://a.example/owl\n",
        f"# Owl\n\n![owl](https://a.example/o.png)\n\n{OWL}\n",
    ],
)
def test_a_text_is_no_metadata(text: str) -> None:
    assert find_front_matter(text) is None


@examples(120)
@given(st.text(st.sampled_from("-+:=#[]!\n \tatitle") | st.characters(), max_size=60))
def test_whatever_stands_there_it_is_found_at_the_top_or_not(text: str) -> None:
    for given_text in (text, f"---\n{text}", f"# Owl\n{text}"):
        found = find_front_matter(given_text)
        if found is not None:
            assert 0 <= found.start < found.end <= len(given_text)
            assert found.content in given_text[found.start : found.end]
