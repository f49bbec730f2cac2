"""The table of keys: bindings, help, README and `copydesk keys` are all made from it.

`keymap` has the keys in force, which the user's configuration may have changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

Where = Literal[
    "everywhere",
    "library",
    "compare",
    "overview",
    "findings",
    "tags",
    "review",
    "agreement",
    "settle",
    "note editor",
    "search",
    "carriers",
    "counts",
    "newcomers",
    "story",
    "article",
    "changes",
    "suggestions",
    "trash",
    "export",
    "add",
    "feed",
]
PLACES: tuple[Where, ...] = get_args(Where)
WRITING: frozenset[Where] = frozenset({"note editor", "add"})
"""Places where keys write, so that the keys of "everywhere" do not hold there."""
NUMBERED = frozenset({"pane", "quick_tag", "quick_number"})
"""Actions that take the number of their key: the first of its keys stands for 1, and so on."""


class Key(NamedTuple):
    """One command: its keys as Textual names them, as people read them, and what it does."""

    where: Where
    keys: str
    """Names, separated by commas."""
    shown: str
    action: str
    does: str

    @property
    def names(self) -> tuple[str, ...]:
        """Its keys, one by one."""
        return tuple(self.keys.split(",")) if self.keys else ()

    @property
    def is_numbered(self) -> bool:
        """Whether each of its keys stands for a number."""
        return self.action in NUMBERED


_DIGITS = ",".join("123456789")
_ALT_DIGITS = ",".join(f"alt+{digit}" for digit in "123456789")

KEYS = (
    Key("everywhere", "question_mark,f1", "?", "help", "help for this screen"),
    Key("everywhere", "q", "q", "back", "back; on the first screen, quit"),
    Key("everywhere", "escape", "Esc", "escape", "close the topmost card, prompt or selection"),
    Key("everywhere", "colon", ":", "command_palette", "command palette"),
    Key("everywhere", "u", "u", "undo", "undo"),
    Key("everywhere", "ctrl+r", "ctrl+r", "redo", "redo"),
    Key("everywhere", "j,down", "j", "down", "down"),
    Key("everywhere", "k,up", "k", "up", "up"),
    Key("everywhere", "ctrl+d,pagedown", "ctrl+d", "page_down", "page down"),
    Key("everywhere", "ctrl+u,pageup", "ctrl+u", "page_up", "page up"),
    Key("everywhere", "g,home", "g", "first", "go to the start"),
    Key("everywhere", "G,end", "G", "last", "go to the end"),
    Key("library", "enter", "Enter", "open", "read the article or story"),
    Key("library", "tab,shift+tab", "Tab", "other_table", "switch between stories and articles"),
    Key("library", "space", "Space", "mark", "mark or unmark an article"),
    Key("library", "asterisk", "*", "mark_all", "mark all articles shown, or none"),
    Key("library", "slash", "/", "find", "filter articles by title, outlet, tag or date"),
    Key("library", "s", "s", "sort", "sort by the next column"),
    Key("library", "I", "I", "turn", "reverse the order"),
    Key("library", "p", "p", "preview", "toggle the preview"),
    Key("library", "c", "c", "compare", "compare the marked articles"),
    Key("library", "a", "a", "add", "add files, folders, addresses, feeds or annotations"),
    Key("library", "S", "S", "search", "search all articles, notes and tags"),
    Key(
        "library", "W", "W", "carriers", "find who else carried the article; on a story: newcomers"
    ),
    Key("library", "t", "t", "tag", "tag the article, or all marked"),
    Key("library", "T", "T", "tags", "codebook: all tags, make, define, order, find"),
    Key("library", "C", "C", "counts", "count tags by outlet, date and the like"),
    Key("library", "i", "i", "inspect", "edit the article or story, or all marked"),
    Key("library", "m", "m", "gather", "add articles to a story; merge stories"),
    Key("library", "V", "V", "join_versions", "make two marked articles versions of one"),
    Key("library", "w", "w", "suggest", "suggest stories from articles that belong together"),
    Key("library", "D", "D", "coded", "mark the article, or all marked, as coded, or not"),
    Key("library", "greater_than_sign", ">", "next_to_code", "read the next article to code"),
    Key("library", "A", "A", "agreement", "how far coders agree; settle what they do not"),
    Key("library", "P", "P", "memo", "write a memo on the article or story"),
    Key("library", "d", "d", "trash", "move to the trash (can be undone)"),
    Key("library", "B", "B", "open_trash", "open the trash, restore items"),
    Key("library", "e", "e", "export", "export the article or story, or all marked"),
    Key("compare", "J", "J", "next_item", "next item in the lens, this article first"),
    Key("compare", "K", "K", "previous_item", "previous item in the lens"),
    Key("compare", "ctrl+n", "ctrl+n", "next_of_all", "next item across all articles"),
    Key("compare", "ctrl+p", "ctrl+p", "previous_of_all", "previous item across all articles"),
    Key(
        "compare",
        "f",
        "f",
        "next_lens",
        "next lens: shared, only here, missing here, repeats, quotations, disagreements, notes",
    ),
    Key("compare", "F", "F", "previous_lens", "previous lens"),
    Key("compare", "enter", "Enter", "align", "line up all copies; open the card, then enter it"),
    Key("compare", "x", "x", "next_copy", "jump to the next copy"),
    Key("compare", "plus,equals_sign", "+", "more", "weaker matches too"),
    Key("compare", "minus", "-", "fewer", "stronger matches only"),
    Key(
        "compare",
        "quotation_mark",
        '"',
        "quotations",
        "leave quotations out of passages, or not",
    ),
    Key(
        "compare",
        "i",
        "i",
        "ignore",
        "ignore a passage, dismiss a finding, or restore; in a selection: boilerplate",
    ),
    Key("compare", "exclamation_mark", "!", "confirm", "confirm a finding, or take that back"),
    Key("compare", "slash", "/", "search", "search these articles"),
    Key("compare", "n", "n", "next_match", "next match"),
    Key("compare", "N", "N", "previous_match", "previous match"),
    Key("compare", "L", "L", "lock", "toggle locked scrolling"),
    Key("compare", "M", "M", "minimap", "toggle the minimap"),
    Key("compare", "z", "z", "zoom", "panes: as many as fit, two, one"),
    Key("compare", "tab", "Tab", "next_pane", "next pane"),
    Key("compare", "shift+tab", "shift+tab", "previous_pane", "previous pane"),
    Key("compare", _DIGITS, "1…9", "pane", "go to that pane"),
    Key("compare", "space", "Space", "page_down", "page down"),
    Key("compare", "h,left", "h", "left", "previous character"),
    Key("compare", "l,right", "l", "right", "next character"),
    Key("compare", "w", "w", "next_word", "next word"),
    Key("compare", "b", "b", "previous_word", "previous word"),
    Key("compare", "right_parenthesis", ")", "next_sentence", "next sentence"),
    Key("compare", "left_parenthesis", "(", "previous_sentence", "previous sentence"),
    Key("compare", "right_curly_bracket", "}", "next_paragraph", "next paragraph"),
    Key("compare", "left_curly_bracket", "{", "previous_paragraph", "previous paragraph"),
    Key("compare", "v", "v", "select", "select by character"),
    Key("compare", "V", "V", "select_sentence", "select by sentence"),
    Key("compare", "o", "o", "swap_ends", "overview; in a selection: other end"),
    Key("compare", "s", "s", "grow_sentence", "in a selection: extend to the sentence"),
    Key("compare", "p", "p", "grow_paragraph", "in a selection: extend to the paragraph"),
    Key("compare", "O", "O", "findings", "findings to review; on how many origins the story rests"),
    Key("compare", "a", "a", "note", "write or edit a note; on a finding, with its evidence"),
    Key("compare", "t", "t", "tag", "edit tags; a digit first adds a quick tag"),
    Key("compare", "m", "m", "mark", "mark without note or tag"),
    Key("compare", _ALT_DIGITS, "alt+1…9", "quick_tag", "add that quick tag"),
    Key("compare", "number_sign", "#", "tag_article", "tag the whole article"),
    Key("compare", "E", "E", "edges", "move the edges of the annotation"),
    Key("compare", "d", "d", "delete", "delete the annotation (can be undone)"),
    Key("compare", "y", "y", "copy", "copy the text"),
    Key("compare", "Y", "Y", "cite", "copy as a citation with a link"),
    Key("compare", "right_square_bracket", "]", "next_annotation", "next annotation"),
    Key("compare", "left_square_bracket", "[", "previous_annotation", "previous annotation"),
    Key("compare", "c", "c", "cycle", "cycle through overlaps under the cursor"),
    Key("compare", "A", "A", "notes", "toggle the list of annotations"),
    Key("compare", "I", "I", "edit_article", "edit the article's outlet, author or date"),
    Key("compare", "D", "D", "coded", "mark the article as coded, or not"),
    Key("compare", "greater_than_sign", ">", "next_to_code", "go on to the next article to code"),
    Key("compare", "P", "P", "memo", "write a memo on the article"),
    Key("compare", "T", "T", "tags", "codebook: all tags, make, define, order, find"),
    Key("compare", "C", "C", "counts", "count the tags of these articles"),
    Key("compare", "R", "R", "review", "review annotations whose text has changed"),
    Key("compare", "W", "W", "carriers", "find who else carried this passage or article"),
    Key("compare", "ctrl+s,f2", "ctrl+s", "keep", "keep this comparison as a story"),
    Key("compare", "e", "e", "export", "export as Markdown, HTML or for other programs"),
    Key("overview", "enter", "Enter", "choose", "open the pair, parallel or passage"),
    Key("overview", "tab", "Tab", "other_part", "next part: pairs, parallels, articles, passages"),
    Key("overview", "shift+tab", "shift+tab", "previous_part", "previous part"),
    Key("overview", "h,left", "h", "left", "article to the left"),
    Key("overview", "l,right", "l", "right", "article to the right"),
    Key("overview", "s", "s", "sort", "sort passages by place, length or articles"),
    Key("overview", "O", "O", "findings", "findings to review, and origins"),
    Key("overview", "o", "o", "escape", "close"),
    Key("findings", "enter", "Enter", "go", "go to the words in the texts"),
    Key("findings", "a", "a", "note", "write a note, the evidence in it"),
    Key("findings", "i", "i", "dismiss_finding", "dismiss the finding, or take that back"),
    Key("findings", "exclamation_mark", "!", "confirm", "confirm the finding, or take that back"),
    Key("findings", "f", "f", "next_choice", "to review, all, decided on"),
    Key(
        "findings",
        "tab,shift+tab",
        "Tab",
        "other_part",
        "next part: findings, origins, articles by time",
    ),
    Key("findings", "O", "O", "escape", "close"),
    Key("tags", "enter", "Enter", "go", "list where it is used, then go there"),
    Key(
        "tags", "tab,shift+tab", "Tab", "other_part", "switch between tags and where they are used"
    ),
    Key("tags", "a", "a", "make", "make a tag"),
    Key("tags", "r", "r", "rename", "rename, with all tags below it"),
    Key("tags", "m", "m", "merge", "merge into another tag"),
    Key("tags", "c", "c", "next_colour", "next colour"),
    Key("tags", "C", "C", "previous_colour", "previous colour"),
    Key("tags", "e,i", "e", "describe", "define it: what it is for, criteria, an example"),
    Key("tags", "x", "x", "take_example", "take the example from the use under the cursor"),
    Key("tags", "J", "J", "move_down", "move it down among its siblings"),
    Key("tags", "K", "K", "move_up", "move it up among its siblings"),
    Key("tags", _DIGITS, "1…9", "quick_number", "make it that quick tag, of the story or of all"),
    Key("tags", "0", "0", "no_number", "take its quick number away"),
    Key("tags", "v", "v", "variable", "variable: an article has one of the tags below it; or not"),
    Key("tags", "s", "s", "strict", "strict: coding makes no new tags; or makes them"),
    Key("tags", "d", "d", "delete", "delete the tag, not the notes (can be undone)"),
    Key("review", "enter", "Enter", "accept", "accept the text found"),
    Key("review", "p", "p", "place_anew", "select another place"),
    Key("review", "o", "o", "keep_orphan", "keep it without its text"),
    Key("review", "d", "d", "delete", "delete the annotation (can be undone)"),
    Key("agreement", "enter", "Enter", "settle", "settle what two coders disagree on"),
    Key("agreement", "c", "c", "next_pair", "other two coders"),
    Key("agreement", "f", "f", "next_unit", "count sentences, or characters"),
    Key("settle", "1", "1", "take_first", "take what the first coder says"),
    Key("settle", "2", "2", "take_second", "take what the second coder says"),
    Key("settle", "b", "b", "take_both", "take both"),
    Key("settle", "n", "n", "take_neither", "take neither"),
    Key("settle", "e", "e", "edit", "give it other tags"),
    Key("settle", "A", "A", "take_agreed", "take over all that both agree on"),
    Key("search", "enter", "Enter", "go", "go to the results; open one"),
    Key("search", "slash", "/", "words", "change the search words"),
    Key("carriers", "enter", "Enter", "go", "open the article at these words"),
    Key("carriers", "c", "c", "compare", "read both side by side"),
    Key("counts", "enter", "Enter", "go", "search for the articles with the tag"),
    Key("counts", "b", "b", "next_by", "by outlet, story, article, date, month or year"),
    Key("counts", "m", "m", "next_measure", "count uses, words or articles"),
    Key("counts", "w", "w", "next_within", "tags with each other: where they meet"),
    Key("counts", "c", "c", "copies", "each copy once, or every copy"),
    Key("counts", "o", "o", "next_coders", "what all coded, or one coder alone"),
    Key("counts", "s", "s", "sort", "the tags used most first, or in order"),
    Key("counts", "h,left", "h", "left", "columns to the left"),
    Key("counts", "l,right", "l", "right", "columns to the right"),
    Key("counts", "e", "e", "export", "write the table as CSV or Markdown"),
    Key("counts", "C", "C", "escape", "close"),
    Key("carriers", "W", "W", "newcomers", "what came from watched feeds and carries any article"),
    Key("newcomers", "enter", "Enter", "compare", "read both side by side"),
    Key("newcomers", "d", "d", "dismiss_newcomer", "take it off this list"),
    Key("story", "enter", "Enter", "read", "read the story"),
    Key("story", "J", "J", "move_down", "move the article down"),
    Key("story", "K", "K", "move_up", "move the article up"),
    Key("story", "r", "r", "rename", "rename the story"),
    Key("story", "m", "m", "merge", "merge the story into another"),
    Key("story", "i", "i", "inspect", "edit the article"),
    Key("story", "P", "P", "memo", "write a memo on the story"),
    Key("story", "T", "T", "tags", "codebook: all tags, and the quick tags of the story"),
    Key("story", "d", "d", "take_out", "remove the article from the story"),
    Key("article", "enter", "Enter", "change", "edit this row, or open the story or version"),
    Key("article", "t", "t", "tag", "tag the whole article"),
    Key("article", "P", "P", "memo", "write a memo on the article"),
    Key("article", "v", "v", "versions", "read all versions side by side"),
    Key("article", "c", "c", "changes", "list what each version changed"),
    Key("article", "o", "o", "read", "read the article"),
    Key("changes", "enter,v", "Enter", "compare", "read both versions side by side"),
    Key("suggestions", "enter", "Enter", "accept", "make it a story"),
    Key("suggestions", "d", "d", "refuse", "dismiss the suggestion"),
    Key("trash", "enter", "Enter", "restore", "restore"),
    Key("export", "enter", "Enter", "write", "write the export"),
    Key("export", "l,right,space", "l", "next_value", "next choice in the row"),
    Key("export", "h,left", "h", "previous_value", "previous choice in the row"),
    Key("export", "tab,shift+tab", "Tab", "other_part", "switch between choices and destination"),
    Key("export", "J", "J", "preview_down", "scroll the preview down"),
    Key("export", "K", "K", "preview_up", "scroll the preview up"),
    Key("export", "F", "F", "force", "overwrite the file, or make the missing folder"),
    Key("note editor", "ctrl+j", "ctrl+j", "save", "save"),
    Key("note editor", "ctrl+t", "ctrl+t", "scope", "here only, or on every copy"),
    Key("note editor", "escape", "Esc", "leave", "cancel; asks before unsaved text is lost"),
    Key("add", "tab", "Tab", "complete", "complete the path"),
    Key("add", "ctrl+v", "ctrl+v", "paste", "paste; several lines become an article"),
    Key("add", "escape", "Esc", "leave", "stop adding, or close"),
    Key("feed", "space", "Space", "mark", "mark or unmark an entry"),
    Key("feed", "asterisk", "*", "mark_all", "mark all, or none"),
    Key("feed", "enter", "Enter", "choose", "add the marked entries, or this one"),
)


def keys_of(where: Where) -> Iterator[Key]:
    """Return the keys of one place, in the order of the table."""
    return (key for key in KEYS if key.where == where)


def format_markdown_table() -> str:
    """Return the table for the README, one row a place."""
    rows = []
    for where in PLACES:
        keys = " · ".join(f"`{key.shown}` {key.does}" for key in keys_of(where))
        rows.append(f"| {where} | {keys} |")
    return "\n".join(["| where | keys |", "| --- | --- |", *rows])
