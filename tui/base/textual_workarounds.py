"""What widgets watch of each other: those that are gone are let go.

Textual drops the watchers of a widget that is gone only once the watched thing changes. A text area
watches the theme, which may not change for hours, while each note that is written leaves some:
about 0.3 MB a time.
"""

from __future__ import annotations

from textual.dom import DOMNode


def forget_gone(watched: DOMNode) -> None:
    """Let go of all widgets that watch something of `watched` and are no longer in the app."""
    for watching in getattr(watched, "__watchers", {}).values():
        watching[:] = [(node, callback) for node, callback in watching if node.is_attached]
