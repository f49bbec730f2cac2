"""What the keys are for: how help groups them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tui.keys.keymap import Keymap
from tui.keys.table import Key, Where

Task = Literal["articles and stories", "passages", "select", "annotate", "move", "export", "view"]

_TASKS: Mapping[Task, str] = {
    "articles and stories": "open add mark mark_all compare gather inspect suggest trash open_trash"
    " join_versions carriers scan find search sort turn agreement",
    "passages": "next_item previous_item next_of_all previous_of_all next_lens previous_lens align"
    " next_copy more fewer quotations ignore confirm cycle findings carriers",
    "select": "select select_sentence grow_sentence grow_paragraph",
    "annotate": "note tag mark quick_tag tag_article edit_article edges delete next_annotation"
    " previous_annotation notes tags counts review memo coded next_to_code undo redo",
    "move": "down up page_down page_up first last left right next_word previous_word next_sentence"
    " previous_sentence next_paragraph previous_paragraph next_pane previous_pane pane other_table"
    " search next_match previous_match",
    "export": "export copy cite",
    "view": "keep swap_ends zoom lock minimap preview help back escape command_palette",
}
"""The actions of each task, those of the same name in several tasks by the place."""
_ONLY_IN: Mapping[Task, Where] = {"articles and stories": "library", "passages": "compare"}


def find_task(key: Key) -> str:
    """Return what a key is for; on most screens its own keys are for what the screen is for."""
    if key.where in ("library", "compare", "everywhere"):
        for task, actions in _TASKS.items():
            if key.action in actions.split() and _ONLY_IN.get(task, key.where) == key.where:
                return task
    return key.where


def group_by_task(keymap: Keymap, where: Where) -> dict[str, list[Key]]:
    """Return the keys of a screen, those of everywhere among them, by their tasks."""
    first = [where] if where not in ("library", "compare") else []
    groups: dict[str, list[Key]] = {task: [] for task in (*first, *_TASKS)}
    for key in (*keymap.keys_of(where), *keymap.keys_of("everywhere")):
        groups.setdefault(find_task(key), []).append(key)
    return {task: keys for task, keys in groups.items() if keys}
