from __future__ import annotations

from storage.library import Library
from storage.tables.listed_tags import Tag
from tests.storage.desk import OWL, add
from tui.prompts.choices import Choice
from tui.prompts.offered_tags import OfferedTags, arrange_by_use, name_in_tree

TAGS = [
    Tag(number, name, definition=description, annotations=uses)
    for number, (name, uses, description) in enumerate(
        [
            ("claim", 1, "What somebody says\nis so"),
            ("claim/disputed", 4, ""),
            ("claim/new", 0, ""),
            ("quote", 3, ""),
            ("quote/x/y", 9, ""),
        ]
    )
]


def test_what_is_used_most_comes_first_with_its_parent_before_it() -> None:
    assert [tag.name for tag in arrange_by_use(TAGS)] == [
        "quote",
        "quote/x/y",
        "claim",
        "claim/disputed",
        "claim/new",
    ]


def test_children_stand_under_their_parent_and_nowhere_else() -> None:
    names = ["quote", "quote/x/y", "claim", "claim/new", "claim/new/one", "fact", "claim/disputed"]
    assert list(name_in_tree(names)) == [
        (0, "quote"),
        (1, "x/y"),
        (0, "claim"),
        (1, "new"),
        (2, "one"),
        (0, "fact"),
        (0, "claim/disputed"),
    ]


def test_a_row_has_number_colour_name_use_and_what_it_is_for() -> None:
    offered = OfferedTags(TAGS, {"claim": "yellow", "claim/new": "teal"}, {2: "quote", 1: "claim"})
    rows = offered.draw([Choice(tag.name) for tag in TAGS[:4]], 60)
    assert [row.plain.rstrip() for row in rows] == [
        "1  yel  claim        1 use  What somebody says is so",
        "          disputed  4 uses",
        "   tea    new       0 uses",
        "2       quote       3 uses",
    ]


def test_rows_are_cut_at_the_width_and_obey_nothing() -> None:
    long = Tag(1, "n" * 50, None, "[b]d[/b]\x1b " * 20)
    [row, new] = OfferedTags([long]).draw([Choice("n" * 50), Choice("[b]", is_new=True)], 60)
    assert (row.cell_len, row.plain[31:45]) == (60, "…  0 uses  [b]")
    assert "\x1b" not in row.plain
    assert new.plain == "+ new tag “[b]”"


def test_a_tag_is_left_out_with_all_below_it() -> None:
    assert OfferedTags(TAGS).leave_out("Claim").names == ["quote", "quote/x/y"]


def test_what_more_the_codebook_says_is_told_of_a_tag() -> None:
    short = Tag(1, "a", definition="In its row")
    coded = Tag(2, "b", definition="In short", inclusion="Said\naloud", example="“Yes”")
    offered = OfferedTags([short, coded])

    assert offered.tell_about("a") == offered.tell_about("new") == []
    assert offered.tell_about("b") == [
        "Definition: In short",
        "Include: Said aloud",
        "Example: “Yes”",
    ]
    assert (offered.count_told(), OfferedTags([short]).count_told()) == (3, 0)


def test_of_a_variable_the_line_keeps_what_was_chosen_last() -> None:
    offered = OfferedTags(variables={"genre"})

    assert offered.complete("genre/report, x, com", "genre/comment") == "x, genre/comment, "
    assert OfferedTags().complete("genre/report, c", "genre/b") == "genre/report, genre/b, "


def test_variables_are_offered_first_for_whole_articles_and_last_for_places(
    library: Library,
) -> None:
    owl = add(library, OWL)
    library.codebook.make("bird")
    library.codebook.set_variable(library.codebook.make("genre"), is_variable=True)
    library.tags.set_on_article(owl.id, ["genre/report"])

    assert OfferedTags.load(library).names == ["bird", "genre", "genre/report"]
    assert OfferedTags.load(library, of_articles=True).names == ["genre", "genre/report", "bird"]
