"""`make docs`: how Sphinx makes a site of the manual, in light and dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes

_ROOT = Path(__file__).parents[1]

project = "Copydesk"
html_title = "Copydesk"
release = re.findall(r'__version__ = "(.*)"', (_ROOT / "tui/__init__.py").read_text("utf-8"))[0]
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "docs/index"
# The pages at the top are linked to by those of the manual, and are part of it.
include_patterns = [
    *("docs/**.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"),
    "storage/export/markdown/TEMPLATES.md",
]
exclude_patterns = ["docs/_site", ".*"]

# A heading is a place to link to, under the name that code hosts give it.
myst_heading_anchors = 4
myst_links_external_new_tab = True

html_theme = "furo"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False


def _show_both_themes(_app: Any, document: Any) -> None:
    """Show each picture of the app as the page is, light or dark.

    A page names the dark one, which is what readers of its source see.
    """
    for image in [*document.findall(nodes.image)]:
        image["width"] = "100%"  # what has a width leads to itself, as large as the window
        if "/dark/" in image["uri"]:
            light = image.deepcopy()
            light["uri"] = image["uri"].replace("/dark/", "/light/")
            light["classes"].append("only-light")
            image["classes"].append("only-dark")
            image.parent.insert(image.parent.index(image), light)


def _lead_to_manual(app: Any, _failed: Exception | None) -> None:
    """Let who opens the folder of the site come to its first page."""
    page = '<!doctype html><meta charset="utf-8"><title>Copydesk</title>'
    page += f'<meta http-equiv="refresh" content="0; url={root_doc}.html">'
    Path(app.outdir, "index.html").write_text(page, encoding="utf-8")


def setup(app: Any) -> None:
    """Tell Sphinx of what is ours."""
    app.connect("doctree-read", _show_both_themes, priority=100)  # before pictures are collected
    app.connect("build-finished", _lead_to_manual)
