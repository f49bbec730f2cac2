from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.export.markdown.managed_blocks import Block, MergedFile, merge, render_document
from tests.storage.desk import quickly
from tests.storage.export.markdown.blocks import (
    BLOCKS,
    DELETED,
    FIRST,
    SECOND,
    SOURCES,
    THIRD,
    again,
    export,
    exported,
    head_of,
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
        assert mine < text.index("Keep what you want of both") < ours < text.index(THIRD.body)
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
