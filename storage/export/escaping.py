"""Text of others in a Markdown file: it reads as it stood and can make no structure."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from storage.models import Annotation
from storage.wording.terminal_text import reveal_line, reveal_lines, reveal_text

# Everything that means something in CommonMark, GitHub's Markdown or Obsidian's, wherever it is.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>#|~$^%&=]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
# What makes a list, a rule, a heading or a table only where a line begins.
_AT_START = re.compile(r"^([-+:]|\d{1,9}(?=[.)]))")
# HTML that a blank line does not end.
_ENDLESS = re.compile(r"<(?=!|\?|(?:script|pre|style|textarea)\b)", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_PERCENT = re.compile(r"%(?=%)")
_OBSIDIAN_MARKER = re.compile(r"%(?=%[ \t]*copydesk:)")


def escape_line(text: str) -> str:
    """Return one line of text that Markdown shows as it is."""
    return _AT_START.sub(_escape_start, escape_within(text))


def escape_within(text: str) -> str:
    """Return text as `escape_line` does, for a place where no line begins."""
    return _ANYWHERE.sub(r"\\\g<0>", reveal_line(text))


def quote_block(text: str) -> str:
    """Return `text` as a block quote; its line breaks stay."""
    lines = [escape_line(line) for line in reveal_lines(text)]
    # Two spaces at the end keep the line break that Markdown would fold away.
    return "\n".join(f"> {line}  " if line else ">" for line in lines).rstrip()


def make_link(title: str, url: str | None) -> str:
    """Return the title as a link, or bare where there is no web address to go to."""
    address = clean_web_address(url)
    if address is None:
        return escape_line(title)
    return f"[{escape_line(title)}](<{address.replace('&', '&amp;')}>)"


def clean_web_address(url: str | None) -> str | None:
    """Return `url` with all quoted that is no part of one; None if it does not lead to the web."""
    try:
        if url is None or urlsplit(url).scheme not in ("http", "https"):
            return None
        return quote(url, safe=":/?#@!$&'*+,;=%~-._[]")
    except ValueError:  # no address at all
        return None


def write_note(annotation: Annotation, *, is_obsidian: bool = False) -> str:
    """Return a note as Markdown: the reader's own as it is written, an imported one as it reads."""
    if annotation.imported is not None:
        return escape_text(annotation.note)
    return protect_markers(annotation.note, is_obsidian=is_obsidian)


def escape_text(text: str) -> str:
    """Return text of several lines that Markdown shows as it is; its line breaks stay."""
    lines = [escape_line(line) for line in reveal_text(text).strip().split("\n")]
    return "\n".join(f"{line}  " if line else "" for line in lines).rstrip()


def protect_markers(text: str, *, is_obsidian: bool = False) -> str:
    """Return the user's Markdown as written, except that it cannot forge the file's markers.

    Nor can it hide them: no comment is begun, in Obsidian not with its own signs either, and what
    would go on to the end of the file, as code without an end does, ends with the note.
    """
    written = _ENDLESS.sub("&lt;", reveal_text(text)).strip("\n")
    written = (_PERCENT if is_obsidian else _OBSIDIAN_MARKER).sub(r"%\\", written)
    fence = _find_open_fence(written)
    return f"{written}\n{fence}" if fence else written


def _find_open_fence(text: str) -> str:
    """Return what ends the code block that `text` ends in; empty if it ends in none."""
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if match is None:
            continue
        signs, rest = match.groups()
        if not fence:
            fence = signs if signs[0] == "~" or "`" not in rest else ""
        elif signs.startswith(fence) and not rest.strip():
            fence = ""
    return fence


def _escape_start(match: re.Match[str]) -> str:
    mark = match.group(1)
    return f"\\{mark}" if mark in "-+:" else f"{mark}\\"
