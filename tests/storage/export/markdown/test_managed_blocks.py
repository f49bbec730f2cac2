from __future__ import annotations

import re

import pytest

from storage.errors import ConflictError
from storage.export.markdown import managed_blocks
from storage.export.markdown.managed_blocks import Block, merge, render_document
from tests.storage.export.markdown.blocks import (
    BLOCKS,
    DELETED,
    FIRST,
    HEAD,
    SECOND,
    SOURCES,
    THIRD,
    again,
    export,
    head_of,
)


def test_a_new_file_has_front_matter_and_its_blocks_in_order() -> None:
    text = export()

    assert head_of(text) == {"title": "Owls", "tags": ["bird"]}
    bodies = [text.index(block.body) for block in BLOCKS]
    assert bodies == sorted(bodies)
    assert text.count("<!-- copydesk:begin ") == text.count("<!-- copydesk:end ") == 3
    assert text.endswith("-->\n")


@pytest.mark.parametrize("existing", ["", "\n \n"])
def test_an_empty_file_is_written(existing: str) -> None:
    assert again(existing) == export()


def test_exporting_again_changes_nothing() -> None:
    assert again(export()) == export()


def test_a_block_that_changed_is_renewed_where_it_stands() -> None:
    renewed = Block("note-1", "> A barn owl\n\nWhich barn? The tithe barn.")

    assert again(export(), SOURCES, renewed, THIRD) == export(SOURCES, renewed, THIRD)


@pytest.mark.parametrize("body", ["", "\n", "\n\nspaced\n\n", "-->", "<!--", "---", "\\1 \\g<0>"])
def test_any_body_is_found_again(body: str) -> None:
    blocks = [Block("note-1", body), SECOND]
    written = render_document(HEAD, blocks)

    assert merge(written, HEAD, blocks, force=False).text == written
    assert merge(written, HEAD, [FIRST, SECOND], force=False).text == render_document(
        HEAD, [FIRST, SECOND]
    )


class TestFlavours:
    def test_obsidian_has_comments_of_its_own(self) -> None:
        text = render_document(HEAD, BLOCKS, "obsidian")

        assert "<!--" not in text
        assert text.count("%% copydesk:begin ") == text.count("%% copydesk:end ") == 3
        assert merge(text, HEAD, BLOCKS, "obsidian", force=False).text == text

    def test_a_file_goes_over_to_the_other_flavour(self) -> None:
        other = render_document(HEAD, BLOCKS, "obsidian")

        assert merge(export(), HEAD, BLOCKS, "obsidian", force=False).text == other
        assert again(other) == export()


class TestNewNotes:
    def test_a_new_note_comes_behind_its_predecessor(self) -> None:
        assert again(export(), SOURCES, FIRST, SECOND, THIRD) == export(
            SOURCES, FIRST, SECOND, THIRD
        )

    def test_several_come_in_their_order(self) -> None:
        blocks = [SOURCES, FIRST, SECOND, THIRD, Block("note-4", "four"), Block("note-5", "five")]

        assert again(export(SOURCES, THIRD), *blocks) == export(*blocks)

    def test_what_the_user_wrote_under_a_note_stays_with_it(self) -> None:
        written = export(SOURCES, FIRST, THIRD).replace(
            f"{FIRST.render()}\n", f"{FIRST.render()}\n\nMy comment.\n"
        )

        text = again(written, SOURCES, FIRST, SECOND, THIRD)

        assert text == export(SOURCES, FIRST, SECOND, THIRD).replace(
            f"{FIRST.render()}\n", f"{FIRST.render()}\n\nMy comment.\n"
        )

    def test_what_stands_under_a_heading_of_the_users_stays_behind_new_notes(self) -> None:
        written = export(SOURCES, FIRST) + "\n## Mine\n\nMy conclusion.\n"

        text = again(written, SOURCES, FIRST, SECOND)

        assert text == export(SOURCES, FIRST, SECOND) + "\n## Mine\n\nMy conclusion.\n"

    def test_a_block_that_the_user_took_away_comes_back(self) -> None:
        written = export().replace(f"{FIRST.render()}\n\n", "")

        assert again(written) == export()

    def test_the_first_block_comes_back_before_the_others(self) -> None:
        written = export().replace(f"{SOURCES.render()}\n\n", "")

        assert again(written) == export()


class TestDeletedNotes:
    def test_a_deleted_note_is_marked_and_stays(self) -> None:
        text = again(export(), SOURCES, THIRD)

        assert text.count(DELETED) == 1
        assert text == export(SOURCES, Block("note-1", f"{DELETED}\n\n{FIRST.body}"), THIRD)

    def test_it_is_marked_once(self) -> None:
        text = again(export(), SOURCES, THIRD)

        assert again(text, SOURCES, THIRD) == text

    def test_a_note_that_came_back_is_as_before(self) -> None:
        assert again(again(export(), SOURCES, THIRD)) == export()


class TestForeign:
    @pytest.mark.parametrize(
        "existing",
        ["My diary\n", "---\ntitle: Owls\n---\n", "<!-- copydesk:begin -->\nx\n", "\ufffd"],
    )
    def test_a_file_without_our_markers_is_refused(self, existing: str) -> None:
        with pytest.raises(
            ConflictError, match="was not written by Copydesk; use --force to replace it"
        ):
            again(existing)

    def test_force_replaces_it(self) -> None:
        assert again("My diary\n", force=True) == export()

    def test_a_file_of_another_story_is_refused(self) -> None:
        mine, others = Block("sources-1", "# Owls"), Block("sources-2", "# Mills")
        written = export(others, FIRST)

        with pytest.raises(ConflictError, match="is another export; use --force"):
            again(written, mine, SECOND)
        assert again(written, mine, SECOND, force=True) == export(mine, SECOND)

    def test_a_block_without_its_end_is_the_users(self) -> None:
        broken = FIRST.render().rpartition("\n")[0]
        written = export().replace(FIRST.render(), broken)

        text = again(written)

        assert broken in text
        assert FIRST.render() in text


def test_each_block_is_looked_at_a_few_times_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = 0

    class Counted(managed_blocks._BlockInFile):
        def __getattribute__(self, name: str) -> object:
            nonlocal looks
            looks += 1
            return super().__getattribute__(name)

    blocks = [SOURCES, *(Block(f"note-{at}", f"> Owl {at}") for at in range(300))]
    # Every third was edited by the user, every tenth is new, and the last are gone.
    before = render_document(HEAD, [block for at, block in enumerate(blocks) if at % 10 != 4])
    edited = re.sub(r"(> Owl \d*[369]\n)", r"\1Whose?\n", before)
    monkeypatch.setattr(managed_blocks, "_BlockInFile", Counted)

    merge(edited, HEAD, blocks[:-5], force=False)

    assert looks <= 50 * len(blocks)
