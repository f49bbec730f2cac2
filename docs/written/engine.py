"""The public names of the engine, from their docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import textreuse

_GROUPS = {
    "Comparing": ("comparison", "settings", "passages", "copies", "text.spans", "text.span_index"),
    "Which words were changed": ("word_diff",),
    "What was taken, and what runs parallel": ("derivation", "merged_regions"),
    "What texts state": ("statements",),
    "What a newer version changed": ("revisions",),
    "JSON": ("json_document", "article_letters"),
    "Texts": ("text",),
}
"""The modules of each chapter: whatever is below them, unless an earlier chapter has it."""
_LONGEST = 60
"""Characters of a value that is told."""


def write_engine() -> str:
    """Return a chapter for each subject, with all names of it."""
    return "".join(_write_chapters()).strip()


def list_public() -> dict[str, str]:
    """Return the modules of the public names, below textreuse."""
    tree = ast.parse(Path(textreuse.__file__).read_text("utf-8"))
    return {
        one.asname or one.name: node.module.removeprefix("textreuse.")
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module is not None
        for one in node.names
    }


def find_docstring(name: str, module: str) -> str | None:
    """Return what is said of a public name; None where nothing is."""
    node, docstring = _read_module(module)[name]
    return ast.get_docstring(node) if isinstance(node, _DEFINED) else docstring


_DEFINED = ast.FunctionDef | ast.ClassDef


def _write_chapters() -> Iterator[str]:
    public = list_public()
    chapters: dict[str, list[str]] = {title: [] for title in _GROUPS}
    for name in sorted(public, key=str.casefold):
        chapters[_choose_chapter(public[name])].append(name)
    for title, names in chapters.items():
        yield f"\n## {title}\n"
        for name in names:
            yield from _write_entry(name, *_read_module(public[name])[name])


def _choose_chapter(module: str) -> str:
    return next(
        title
        for title, modules in _GROUPS.items()
        if any(f"{module}.".startswith(f"{one}.") for one in modules)
    )


@cache
def _read_module(module: str) -> dict[str, tuple[ast.stmt, str | None]]:
    path = Path(textreuse.__file__).parent / f"{module.replace('.', '/')}.py"
    return dict(_list_defined(ast.parse(path.read_text("utf-8")).body))


def _list_defined(body: list[ast.stmt]) -> Iterator[tuple[str, tuple[ast.stmt, str | None]]]:
    """Yield what is defined, with the string that follows it."""
    for node, after in zip(body, [*body[1:], None], strict=True):
        docstring = None
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            docstring = " ".join(str(after.value.value).split())
        for target in _name_targets(node):
            yield target, (node, docstring)


def _name_targets(node: ast.stmt) -> list[str]:
    if isinstance(node, _DEFINED):
        return [node.name]
    if isinstance(node, ast.AnnAssign):
        return [ast.unparse(node.target)]
    if isinstance(node, ast.Assign):
        found = node.targets[0]
        parts = found.elts if isinstance(found, ast.Tuple) else node.targets
        return list(map(ast.unparse, parts))
    return []


def _write_entry(name: str, node: ast.stmt, docstring: str | None) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef):
        yield f"\n### {name}\n\n    {_sign(node)}\n\n{ast.get_docstring(node)}\n"
    elif isinstance(node, ast.ClassDef):
        yield f"\n### {name}\n\n{ast.get_docstring(node)}\n"
        members = "".join(_list_members(node))
        yield f"\n{members}" if members else ""
    else:
        value = repr(getattr(textreuse, name)).replace("typing.", "")
        yield f"\n### {name}\n"
        yield f"\n    {value}\n" if len(value) <= _LONGEST or "Literal" in value else ""
        yield f"\n{docstring}\n" if docstring else ""


def _list_members(node: ast.ClassDef) -> Iterator[str]:
    for name, (member, docstring) in _list_defined(node.body):
        if name.startswith("_"):
            continue
        if isinstance(member, ast.FunctionDef):
            is_value = any("property" in ast.unparse(one) for one in member.decorator_list)
            said = ast.get_docstring(member) or ""
            kind = ast.unparse(member.returns) if member.returns else ""
            yield _write_member(f"{name}: {kind}" if is_value else _sign(member), said)
        elif isinstance(member, ast.AnnAssign):
            default = ""
            if member.value is not None and not isinstance(member.value, ast.Call):
                default = f" = {ast.unparse(member.value)}"
            kind = ast.unparse(member.annotation)
            yield _write_member(f"{name}: {kind}{default}", docstring or "")


def _write_member(head: str, said: str) -> str:
    paragraphs = [" ".join(one.split()) for one in said.split("\n\n")]
    return f"- `{head}`{': ' if said else ''}{' '.join(paragraphs)}\n"


def _sign(node: ast.FunctionDef) -> str:
    """Return a signature on one line, without `self`."""
    told = ast.unparse(node.args).removeprefix("self").removeprefix(", ")
    return f"{node.name}({told}) -> {ast.unparse(node.returns) if node.returns else None}"
