"""What passim's `locs` and `pages` tell of a passage: the citations and regions that touch it."""

from __future__ import annotations

from typing import Any


def cut_locs(locs: Any, begin: int, end: int) -> Any:
    """Return the names of the citations that touch a stretch of the text.

    What is not in passim's form is returned as it is; so with `cut_pages`.
    """
    try:
        return [one["loc"] for one in locs if _touches(one, begin, end)]
    except (TypeError, KeyError):
        return locs


def cut_pages(pages: Any, begin: int, end: int) -> Any:
    """Return the pages that a stretch of the text touches, each with the one region it lies in."""
    try:
        cut = [
            {
                **{key: value for key, value in page.items() if key != "regions"},
                "regions": [_unite(regions)],
            }
            for page in pages
            if (regions := [one for one in page["regions"] if _touches(one, begin, end)])
        ]
    except (TypeError, KeyError, AttributeError):
        return pages
    return cut


def _touches(stretch: Any, begin: int, end: int) -> bool:
    return bool(stretch["start"] < end and stretch["start"] + stretch["length"] > begin)


def _unite(regions: list[Any]) -> dict[str, Any]:
    start = min(one["start"] for one in regions)
    coords = [one["coords"] for one in regions]
    x, y = (min(one[key] for one in coords) for key in ("x", "y"))
    return {
        "start": start,
        "length": max(one["start"] + one["length"] for one in regions) - start,
        "coords": {
            "x": x,
            "y": y,
            "w": max(one["x"] + one["w"] for one in coords) - x,
            "h": max(one["y"] + one["h"] for one in coords) - y,
        },
    }
