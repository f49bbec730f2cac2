"""What Copydesk is built with: declared, in ranges without a known hole, and packed whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from tui import __version__

ROOT = Path(__file__).parents[1]
OF_THE_CLONE = frozenset([".ci", ".gitattributes", ".github", ".gitignore"])
"""What a clone has that no package needs."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKED = {
    one["name"]: one.get("version", "")
    for one in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
}
HOLES = tomllib.loads((ROOT / "tests" / "known_holes.toml").read_text("utf-8"))["hole"]
OURS = ("storage", "textreuse", "tui")
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/checks.yml").read_text("utf-8"))
ENGINE = tomllib.loads((ROOT / "packaging/textreuse/pyproject.toml").read_text("utf-8"))


def declared() -> dict[str, str]:
    """Return the range of each package that Copydesk needs, those of its extras too."""
    project = PROJECT["project"]
    asked = chain(project["dependencies"], *project["optional-dependencies"].values())
    found = (re.match(r"[\w.-]+", one) for one in asked)
    return {
        normalize(match[0]): match.string[match.end() :] for match in found if match is not None
    }


def normalize(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def parts(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version.split("post")[0]))


@pytest.mark.parametrize("hole", HOLES, ids=lambda hole: hole["package"])
def test_what_is_locked_has_no_known_hole(hole: dict[str, Any]) -> None:
    version = LOCKED[hole["package"]]

    assert (parts(version) >= parts(hole["fixed"])) != ("accepted" in hole), hole["what"]


@pytest.mark.parametrize("hole", HOLES, ids=lambda hole: hole["package"])
def test_nor_has_any_version_that_may_be_installed_with_it(hole: dict[str, Any]) -> None:
    asked = declared().get(hole["package"])
    if asked is None:
        pytest.skip("not asked for by name")
    floor = re.search(r">=([\d.]+)", asked)

    assert floor is not None
    assert parts(floor[1]) >= parts(hole["fixed"]), hole["what"]


def test_every_range_has_a_floor_and_is_locked() -> None:
    for name, asked in declared().items():
        floor = re.search(r">=([\d.]+)", asked)
        assert floor is not None, name
        assert parts(LOCKED[name]) >= parts(floor[1])


def test_all_that_is_imported_is_declared() -> None:
    assert needed_by(*OURS) <= declared().keys()


def test_the_engine_needs_what_it_declares_and_nothing_else() -> None:
    asked = ENGINE["project"]["dependencies"]

    assert needed_by("textreuse") == {normalize(re.split("[<>=]", one)[0]) for one in asked}
    assert set(asked) <= set(PROJECT["project"]["dependencies"])
    assert ENGINE["build-system"] == PROJECT["build-system"]
    assert ENGINE["project"]["requires-python"] == PROJECT["project"]["requires-python"]


def test_the_version_stands_in_one_place_and_is_told_alike() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    told = re.findall(r"(?m)^## \[([\d.]+)\] - ([\d-]+)$", changes)
    recipe = yaml.safe_load((ROOT / "packaging/conda/recipe.yaml").read_text("utf-8"))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))

    assert "version" in PROJECT["project"]["dynamic"]
    assert told[0] == (__version__, str(citation["date-released"]))
    assert citation["version"] == recipe["context"]["version"] == __version__


def test_the_recipe_for_conda_asks_for_what_the_project_asks_for() -> None:
    recipe = yaml.safe_load((ROOT / "packaging/conda/recipe.yaml").read_text("utf-8"))
    asked = {one.replace(" ", "") for one in recipe["requirements"]["run"]}

    assert asked == {*PROJECT["project"]["dependencies"], "python>=3.11"}


def test_actions_of_others_are_named_by_hash_and_get_no_rights() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    for step in chain.from_iterable(job["steps"] for job in WORKFLOW["jobs"].values()):
        action, _, version = step.get("uses", "").partition("@")
        if action:
            assert re.fullmatch(r"[0-9a-f]{40}", version), f"{action}@{version} may change"
        if action == "actions/checkout":
            assert step["with"]["persist-credentials"] is False


def test_every_python_that_is_named_is_tried() -> None:
    tried = WORKFLOW["jobs"]["test"]["strategy"]["matrix"]["python"]
    classifiers = PROJECT["project"]["classifiers"]

    named = [one.rpartition(" ")[2] for one in classifiers if " :: 3." in one]
    assert tried == named


def needed_by(*packages: str) -> set[str]:
    """Return the distributions that these packages of ours import."""
    distributions = packages_distributions()
    return {
        normalize(one)
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        for module in list_imported(path)
        if module not in sys.stdlib_module_names and module not in OURS
        for one in distributions.get(module, [module])  # an extra that is not here
    }


def list_imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name.split(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.split(".")[0]


def test_what_builds_it_is_pinned() -> None:
    assert all("==" in one for one in PROJECT["build-system"]["requires"])


def test_the_source_is_packed_with_all_that_tests_need() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a clone")
    tracked = {line.split("/")[0] for line in listed.stdout.splitlines()}
    packed = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]

    assert {one.strip("/") for one in packed} == tracked - OF_THE_CLONE
