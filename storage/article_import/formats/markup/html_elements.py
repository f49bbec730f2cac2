"""What the elements of HTML mean for the text in them."""

from __future__ import annotations

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol option p pre"
    " section summary table td th tr ul".split()
)
"""Elements that begin and end a paragraph."""
SILENT = frozenset(
    "audio button canvas embed head iframe input math noscript object script select style svg"
    " template textarea title video".split()
)
"""Elements whose text is no text of the page."""
