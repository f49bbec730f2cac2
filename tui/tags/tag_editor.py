"""Changing the codebook: what its tags are called, what they are for, how they look."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from storage.errors import CopydeskError, NotFoundError
from storage.tables.codebook import FIELDS, Field
from storage.tables.codebook_entry import COLOURS, Colour
from storage.tables.listed_tags import Tag
from storage.tables.tag_names import clean_tag
from storage.tables.tag_tree import Branch
from storage.wording.joined_words import join_words
from storage.wording.quick_tag_moves import describe_quick_tag
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.parts import Actions
from tui.messages.about_tag import LABELS
from tui.prompts.fields_prompt import FieldsPrompt, FormField
from tui.prompts.line_prompt import LinePrompt
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_prompt import TagPrompt
from tui.tags.host import TagHost

_NAME = 32
_MERGE = "Tab complete · ↑↓ choose · Enter merge, with all tags below"
_MAKE = "A slash puts it below another tag: claim/disputed."
_RENAME = "A slash makes a subtag: claim/disputed. Tags below it are renamed too."
_DEFINE = "So that everyone uses it the same way. Tab next line · Enter save"
_CHANGED = "Changed. {undo}: undo"
_PLACEHOLDERS: Mapping[Field, str] = {
    "definition": "what the tag is for",
    "inclusion": "what is to have it",
    "exclusion": "what is not to have it, though it seems to fit",
    "example": "words that have it",
}


class TagEditor:
    """The part that changes tags; each change can be undone."""

    def __init__(self, screen: TagHost) -> None:
        self._screen = screen
        self.actions: Actions = {
            "make": self.make,
            "rename": self.rename,
            "merge": self.merge,
            "describe": self.define,
            "take_example": self.take_example,
            "next_colour": partial(self._turn_colour, 1),
            "previous_colour": partial(self._turn_colour, -1),
            "move_down": partial(self._move, 1),
            "move_up": partial(self._move, -1),
            "quick_number": self.give_number,
            "no_number": self.take_number_away,
            "variable": self.turn_variable,
            "strict": self.turn_strict,
            "delete": self.delete,
        }

    # Names

    def make(self) -> None:
        """Ask for the name of a new tag, beside the one under the cursor."""
        branch = self._screen.chosen
        parent = branch.name.rpartition("/")[0] if branch is not None else ""

        def accept(line: str) -> None:
            self._screen.library.codebook.make(line)
            made.append(clean_tag(line))

        def show(answer: bool | None) -> None:
            if answer:
                self._screen.go_to(made[-1])
                told = "Made. {describe}: say what it is for · {undo}: undo"
                self._screen.tell(self._screen.spell_keys(told))

        made: list[str] = []
        beginning = f"{parent}/" if parent else ""
        self._screen.app.push_screen(LinePrompt("New tag", _MAKE, beginning, accept), show)

    def rename(self) -> None:
        """Ask for another name."""
        branch = self._screen.chosen
        if branch is None:
            return

        def accept(name: str) -> None:
            self._screen.library.tags.rename(self._find_id(branch), name)

        title = f"Rename #{shorten(branch.name, _NAME)}"
        done = self._screen.tell_if_changed(_CHANGED)
        self._screen.app.push_screen(LinePrompt(title, _RENAME, branch.name, accept), done)

    def merge(self) -> None:
        """Ask which tag is to stand in place of this one."""
        branch, library = self._screen.chosen, self._screen.library
        if branch is None:
            return

        def accept(line: str, _every: bool) -> None:
            name = clean_tag(line.strip().rstrip(","))
            into = library.tags.find_named(name)
            if into is None:
                told = shorten(reveal_line(name), _NAME)
                raise NotFoundError(
                    f"No tag “{told}”. Choose another, or cancel and rename this one."
                )
            if into.name == branch.name:
                raise CopydeskError("That is the same tag.")
            library.tags.merge(self._find_id(branch), into.id)

        others = OfferedTags.load(library).leave_out(branch.name)
        title = f"Merge #{shorten(branch.name, _NAME)} into"
        prompt = TagPrompt(title, None, (), accept, others, hint=_MERGE, must_exist=True)
        self._screen.app.push_screen(prompt, self._screen.tell_if_changed("Merged. {undo}: undo"))

    def delete(self) -> None:
        """Take the tag from all that it is on."""
        branch, screen = self._screen.chosen, self._screen
        if branch is None:
            return
        if branch.tag is None:
            screen.tell("There is no such tag, only tags below it. Delete those.")
            return
        with screen.tell_errors():
            screen.library.tags.delete(branch.tag.id)
            screen.reload()
            screen.tell(screen.spell_keys("Deleted the tag, kept the notes. {undo}: undo"))

    # What it is for

    def define(self) -> None:
        """Ask what the tag is for, with criteria and an example."""
        branch = self._screen.chosen
        if branch is None:
            return
        known = branch.tag or Tag(0, branch.name)
        fields = [
            FormField(one, LABELS[one], getattr(known, one), _PLACEHOLDERS[one]) for one in FIELDS
        ]
        title = f"Define #{shorten(branch.name, _NAME)}"
        prompt = FieldsPrompt(title, _DEFINE, fields, partial(self._define, branch))
        self._screen.app.push_screen(prompt, self._screen.tell_if_changed(_CHANGED))

    def _define(self, branch: Branch, changed: Mapping[str, str]) -> None:
        values = {cast("Field", one): text for one, text in changed.items()}
        self._screen.library.codebook.define(self._find_id(branch), values)

    def take_example(self) -> None:
        """Take the words of a use for the example."""
        branch, use, screen = self._screen.chosen, self._screen.chosen_use, self._screen
        if branch is None:
            return
        if use is None or use.annotation is None:
            told = "An example is words that have the tag: choose an annotation. {other_part}: uses"
            screen.tell(screen.spell_keys(told))
            return
        with screen.tell_errors():
            tag = self._find_id(branch)
            screen.library.codebook.define(tag, {"example": use.quote})
            screen.show_again(branch.name)
            told = f"Now the example of #{shorten(branch.name, _NAME)}."
            screen.tell(f"{told} {screen.spell_keys('{undo}: undo')}")

    def turn_variable(self) -> None:
        """Let an article have one of the tags below, or several."""
        branch, screen = self._screen.chosen, self._screen
        if branch is None:
            return
        becomes = branch.tag is None or not branch.tag.is_variable
        with screen.tell_errors():
            screen.library.codebook.set_variable(self._find_id(branch), is_variable=becomes)
            screen.show_again(branch.name)
            name = shorten(branch.name, _NAME)
            several = f"An article can have several tags below #{name}."
            one = f"#{name} is a variable: an article has one of the tags below it."
            screen.tell(one if becomes else several)

    def turn_strict(self) -> None:
        """Let coding make no new tags, or make them."""
        screen, codebook = self._screen, self._screen.library.codebook
        with screen.tell_errors():
            becomes = not codebook.is_strict
            codebook.set_strict(is_strict=becomes)
            screen.reload()
            strict = "The codebook is strict: coding makes no new tags."
            screen.tell(strict if becomes else "Coding makes new tags.")

    # How it looks and where it stands

    def _turn_colour(self, direction: int) -> None:
        branch = self._screen.chosen
        if branch is None:
            return
        choices: list[Colour | None] = [None, *COLOURS]
        own = branch.tag.colour if branch.tag is not None else None
        at = choices.index(own) if own in choices else 0
        colour = choices[(at + direction) % len(choices)]
        with self._screen.tell_errors():
            self._screen.library.tags.set_colour(self._find_id(branch), colour)
            self._screen.show_again(branch.name)

    def _move(self, steps: int) -> None:
        branch = self._screen.chosen
        if branch is None:
            return
        siblings = self._screen.list_siblings(branch.name)
        at = siblings.index(branch.name)
        if not 0 <= at + steps < len(siblings):
            return
        siblings.insert(at + steps, siblings.pop(at))
        with self._screen.tell_errors():
            self._screen.library.codebook.arrange(siblings)
            self._screen.show_order()

    def give_number(self, number: int) -> None:
        """Let a number stand for the tag, in this story or in all that have no other."""
        branch, screen = self._screen.chosen, self._screen
        if branch is None:
            return
        with screen.tell_errors():
            before = screen.library.quick_tags.give(screen.story, number, branch.name)
            screen.show_again(branch.name)
            where = " in this story"
            if screen.story is None:
                where = " in all stories that have no other"
            screen.tell(describe_quick_tag(number, branch.name, before, where))

    def take_number_away(self) -> None:
        """Let no number stand for the tag."""
        branch, screen = self._screen.chosen, self._screen
        if branch is None:
            return
        with screen.tell_errors():
            taken = screen.library.quick_tags.take_away(screen.story, branch.name)
            screen.show_again(branch.name)
            if not taken:
                screen.tell(f"No number stands for #{branch.name}.")
                return
            numbers = join_words(map(str, taken))
            screen.tell(screen.spell_keys(f"No longer quick tag {numbers}. {{undo}}: undo"))

    def _find_id(self, branch: Branch) -> int:
        """Return the id of the tag that a branch is called after."""
        if branch.tag is not None:
            return branch.tag.id
        return self._screen.library.tags.get_or_create(branch.name)
