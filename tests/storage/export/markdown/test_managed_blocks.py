from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import ConflictError
from storage.export.markdown.managed_blocks import Block, MergedFile, merge, render_document
from tests.storage.desk import quickly

HEAD = {"title": '"Owls"', "tags": '["bird"]'}
SOURCES = Block("sources", "# Owls\n\n| A | Gazette |\n\n**A** #bird")
FIRST = Block("note-1", "> A barn owl\n\nWhich barn?")
SECOND = Block("note-2", "> The choir")
THIRD = Block("note-3", "> The belfry")
BLOCKS = [SOURCES, FIRST, THIRD]
DELETED = "*Deleted in Copydesk; remove this block when you no longer need it.*"


def export(*blocks: Block) -> str:
    return render_document(HEAD, blocks or BLOCKS)


def again(existing: str, *blocks: Block, force: bool = False) -> str:
    return exported(existing, *blocks, force=force).text


def exported(existing: str, *blocks: Block, force: bool = False) -> MergedFile:
    return merge(existing, HEAD, blocks or BLOCKS, force=force)


def head_of(text: str) -> dict[str, object]:
    """Return the front matter as a program reads it."""
    _, lines, _ = text.replace("\r\n", "\n").split("---\n", 2)
    loaded = yaml.safe_load(lines)
    assert isinstance(loaded, dict)
    return loaded


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


class TestWhatTheUserWrote:
    def test_text_around_the_blocks_stays(self) -> None:
        written = (
            export()
            .replace("---\n\n<!--", "---\n\nMy opening.\t \n\n\n<!--", 1)
            .replace(
                f"{FIRST.render()}\n",
                f"{FIRST.render()}\nRight below.\n\n  - [ ] ask the sexton\n",
            )
        ) + "\n\n## My conclusion\nNo line break at the end"
        renewed = Block("note-1", "> A barn owl")

        text = again(written, SOURCES, renewed, THIRD)

        assert text == written.replace(FIRST.render(), renewed.render())

    def test_blocks_stay_where_the_user_moved_them(self) -> None:
        moved = (
            f"{THIRD.render()}\n\nFirst things last.\n\n{FIRST.render()}\n\n{SOURCES.render()}\n"
        )

        assert again(moved) == moved

    def test_unknown_keys_of_the_front_matter_stay(self) -> None:
        written = export().replace("---\n", "---\naliases: [owl]  # mine\n", 1)
        written = written.replace("\n---\n", "\nrating: 5\n---\n", 1)

        text = merge(written, {"title": '"Owls again"', "tags": "[]"}, BLOCKS, force=False).text

        assert text == written.replace('"Owls"', '"Owls again"').replace('["bird"]', "[]")
        assert head_of(text)["rating"] == 5

    def test_a_key_that_the_file_lacks_is_added(self) -> None:
        written = export().replace('tags: ["bird"]\n', "")

        assert head_of(again(written)) == {"title": "Owls", "tags": ["bird"]}

    @pytest.mark.parametrize(
        "tags",
        ["tags:\n  - bird\n  - mine\n", "tags:\n- bird\n- mine\n", 'tags: [\n  "bird",\n  mine]\n'],
    )
    def test_a_list_that_another_program_wrote_line_by_line_is_read(self, tags: str) -> None:
        written = export().replace('tags: ["bird"]\n', f"{tags}rating: 5\n")

        assert head_of(again(written)) == {"title": "Owls", "tags": ["bird", "mine"], "rating": 5}

    def test_a_tag_that_the_user_wrote_into_a_block_too_is_the_users(self) -> None:
        written = export().replace("Which barn?", "Which barn? #mine")
        written = written.replace('["bird"]', '["bird", "mine"]')

        assert head_of(again(written))["tags"] == ["bird", "mine"]

    def test_front_matter_that_was_taken_away_stays_away(self) -> None:
        _, _, written = export().split("---\n", 2)

        assert again(written) == written

    def test_a_rule_further_down_is_no_front_matter(self) -> None:
        _, _, blocks = export().split("---\n", 2)
        written = f"My notes\n\n---\n{blocks}\n---\ntitle: mine\n---\n"

        assert again(written) == written

    def test_windows_line_breaks_stay(self) -> None:
        written = export().replace("\n", "\r\n") + "My words.\r\n\r\n"
        renewed = Block("note-1", "> A barn owl\n\nThe tithe barn.")

        text = again(written, SOURCES, renewed, THIRD)

        assert "\n" not in text.replace("\r\n", "")
        assert text == written.replace(
            FIRST.render().replace("\n", "\r\n"), renewed.render().replace("\n", "\r\n")
        )
        assert again(text, SOURCES, renewed, THIRD) == text

    @pytest.mark.parametrize("words", ["one\r\ntwo\n", "one\rtwo\r\nthree\n", "tab\t\x0b\u2028\n"])
    def test_mixed_line_breaks_stay(self, words: str) -> None:
        written = export() + words
        renewed = Block("note-1", "> A barn owl")

        assert again(written, SOURCES, renewed, THIRD) == written.replace(
            FIRST.render(), renewed.render()
        )

    @quickly
    @given(st.text(st.sampled_from("\r\n-# a<!>") | st.characters(), max_size=60))
    def test_any_words_after_the_blocks_stay(self, words: str) -> None:
        written = f"{export()}\n{words}"
        renewed = Block("note-1", "> A barn owl")

        assert again(written, SOURCES, renewed, THIRD).endswith(f"\n{words}")

    def test_a_byte_order_mark_stays_and_bars_nothing(self) -> None:
        written = f"\ufeff{export()}"

        text = merge(written, {"title": '"New"', "tags": "[]"}, BLOCKS, force=False).text

        assert text == "\ufeff" + render_document({"title": '"New"', "tags": "[]"}, BLOCKS)


class TestEdited:
    MINE = "Which barn, and whose?"
    NEWER = Block("note-1", "> A barn owl\n\nThe tithe barn.")

    @property
    def written(self) -> str:
        return export().replace("Which barn?", self.MINE)

    def test_an_edit_stays_while_we_have_nothing_new_to_say(self) -> None:
        assert exported(self.written) == MergedFile(self.written, ())

    def test_what_is_new_stands_beside_it(self) -> None:
        text, edited = exported(self.written, SOURCES, self.NEWER, THIRD)

        assert edited == ("note-1",)
        mine, ours = text.index(self.MINE), text.index("The tithe barn.")
        assert mine < text.index("Keep what you want of the") < ours < text.index(THIRD.body)
        assert text.count("copydesk:begin") == 4

    def test_it_is_said_once(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)

        assert exported(text, SOURCES, self.NEWER, THIRD) == MergedFile(text, ())

    def test_who_removes_the_newer_version_is_not_asked_again(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)
        begin = text.index("<!-- copydesk:begin conflict-note-1")
        end = text.index("<!-- copydesk:end conflict-note-1 -->\n\n")
        kept = text[:begin] + text[end + len("<!-- copydesk:end conflict-note-1 -->\n\n") :]

        assert self.MINE in kept
        assert exported(kept, SOURCES, self.NEWER, THIRD) == MergedFile(kept, ())

    def test_who_takes_the_newer_version_has_a_file_as_if_nothing_had_been(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD).replace(
            f"> A barn owl\n\n{self.MINE}", self.NEWER.body
        )

        assert again(text, SOURCES, self.NEWER, THIRD) == export(SOURCES, self.NEWER, THIRD)

    def test_a_still_newer_version_takes_the_place_of_the_newer(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)
        newest = Block("note-1", "> A barn owl\n\nThe belfry.")

        text, edited = exported(text, SOURCES, newest, THIRD)

        assert edited == ("note-1",)
        assert "The tithe barn." not in text
        assert text.count("The belfry.") == text.count("copydesk:begin conflict-") == 1

    def test_what_was_written_into_the_newer_version_stays(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)
        text = text.replace("The tithe barn.", "The tithe barn, surely.")

        text = again(text, SOURCES, Block("note-1", "> Another"), THIRD)

        assert "The tithe barn, surely." in text
        assert self.MINE in text

    def test_what_the_user_wrote_below_stays_below(self) -> None:
        written = self.written.replace(
            "<!-- copydesk:end note-1 -->\n", "<!-- copydesk:end note-1 -->\n\nMy comment.\n"
        )

        text = again(written, SOURCES, self.NEWER, THIRD)

        assert text.index("The tithe barn.") < text.index("My comment.") < text.index(THIRD.body)

    def test_a_new_note_comes_behind_both(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)

        text = again(text, SOURCES, self.NEWER, SECOND, THIRD)

        assert text.index("The tithe barn.") < text.index(SECOND.body) < text.index(THIRD.body)

    def test_all_that_were_edited_are_named(self) -> None:
        written = self.written.replace("Gazette", "Herald")

        _, edited = exported(written, Block("sources", "# Mills"), self.NEWER, THIRD)

        assert edited == ("sources", "note-1")

    def test_force_replaces_it_and_keeps_what_stands_outside(self) -> None:
        written = self.written + "My words.\n"

        assert again(written, force=True) == export() + "My words.\n"

    def test_force_takes_the_newer_version_away_too(self) -> None:
        text = again(self.written, SOURCES, self.NEWER, THIRD)

        text = again(text, SOURCES, self.NEWER, THIRD, force=True)

        assert text == export(SOURCES, self.NEWER, THIRD)

    def test_an_edit_that_says_what_would_be_written_is_none(self) -> None:
        written = export().replace("Which barn?", "The tithe barn.")

        assert again(written, SOURCES, self.NEWER, THIRD) == export(SOURCES, self.NEWER, THIRD)

    def test_a_deleted_note_that_was_edited_stays_and_is_told(self) -> None:
        text, edited = exported(self.written, SOURCES, THIRD)

        assert edited == ("note-1",)
        assert self.MINE in text
        assert text.count(DELETED) == 1
        assert exported(text, SOURCES, THIRD) == MergedFile(text, ())

    @quickly
    @given(st.lists(st.sampled_from(["edit", "ours", "delete", "force"]), max_size=6))
    def test_no_word_of_the_users_is_lost(self, steps: list[str]) -> None:
        text, mine, ours = export(), "", FIRST
        for number, step in enumerate(steps):
            if step == "edit":
                mine = f"Mine {number}."
                text = text.replace("> A barn owl", f"> A barn owl\n\n{mine}", 1)
            elif step == "ours":
                ours = Block("note-1", f"> A barn owl\n\nOurs {number}.")
            elif step == "force":
                mine = ""
            blocks = [SOURCES, THIRD] if step == "delete" else [SOURCES, ours, THIRD]
            text = again(text, *blocks, force=step == "force")
            assert mine in text
            assert again(text, *blocks) == text


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
        with pytest.raises(ConflictError, match="was not written by Copydesk; --force replaces it"):
            again(existing)

    def test_force_replaces_it(self) -> None:
        assert again("My diary\n", force=True) == export()

    def test_a_file_of_another_story_is_refused(self) -> None:
        mine, others = Block("sources-1", "# Owls"), Block("sources-2", "# Mills")
        written = export(others, FIRST)

        with pytest.raises(ConflictError, match="holds another export; --force"):
            again(written, mine, SECOND)
        assert again(written, mine, SECOND, force=True) == export(mine, SECOND)

    def test_a_block_without_its_end_is_the_users(self) -> None:
        broken = FIRST.render().rpartition("\n")[0]
        written = export().replace(FIRST.render(), broken)

        text = again(written)

        assert broken in text
        assert FIRST.render() in text
