"""`make packages`: builds source and wheel of Copydesk and of its engine, and runs them elsewhere.

Each is built from its source, installed into an environment that has nothing else, and called in a
folder outside the checkout. What fails ends it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
FIRST = "The ferry left the old harbour at dawn with forty crates of oranges."
SECOND = f"Rain is expected along the coast. {FIRST}"


def main() -> None:
    """Build and try both."""
    uv = shutil.which("uv") or ROOT / ".uv" / "bin" / "uv"
    shutil.rmtree(DIST, ignore_errors=True)
    for project in (ROOT, ROOT / "packaging" / "textreuse"):
        run(uv, "build", "--quiet", "--out-dir", DIST, project)
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Path(folder)
        (elsewhere / "first.txt").write_text(FIRST, "utf-8")
        (elsewhere / "second.txt").write_text(SECOND, "utf-8")
        for name in ("copydesk", "textreuse"):
            try_wheel(uv, name, elsewhere)


def try_wheel(uv: str | Path, name: str, elsewhere: Path) -> None:
    """Install a wheel by itself, and compare two files with it."""
    (wheel,) = DIST.glob(f"{name}-*.whl")
    environment = elsewhere / name
    run(uv, "venv", "--quiet", "--python", sys.executable, environment)
    places = environment / ("Scripts" if os.name == "nt" else "bin")
    python = places / "python"
    run(uv, "pip", "install", "--quiet", "--python", python, wheel)
    program = [places / name] if name == "copydesk" else [python, "-m", name]
    told = run(*program, "compare", "first.txt", "second.txt", cwd=elsewhere)
    assert "verbatim" in told, told
    print(f"{wheel.name}: installed alone, and it found the passage")


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a program; returns what it prints, which on Windows may be no UTF-8."""
    told = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    return told.stdout


if __name__ == "__main__":
    main()
