"""Exports to anywhere: well-formed, over nothing of Copydesk's own, around what the user wrote."""

from __future__ import annotations

import os
import random
import re
import stat
from collections.abc import Callable
from pathlib import Path

from storage.backup.backup_files import list_backups
from storage.open_library import open_library
from storage.paths import configuration_path, library_path, state_path
from tests.attack.commands import check_library, try_call
from tests.attack.desks import STORY, dump, make_desk
from tests.attack.well_formed import FORMATS, check_export
from tests.attack.words import SENTENCES, choose_hostile, choose_own, contained, encodable

_MINE = b"My own words.\n"
_DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/tty")
_BLOCK = re.compile(r"^<!-- copydesk:begin (\S+) .*?^<!-- copydesk:end \1 -->\n", re.M | re.S)
Maker = Callable[[random.Random, Path], Path | str]


def attack(rng: random.Random, folder: Path) -> str:
    """Export a hostile story somewhere, or again and again into a file that a user writes in."""
    make_desk(rng, library_path())
    try_call("backup", statuses=(0,))
    for path in (configuration_path(), state_path()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('theme = "nord"\n' if path.suffix == ".toml" else "{}")
    before = _read_own()
    if rng.random() < 0.3:
        done = _export_again(rng, folder)
    else:
        done = _export_to(rng, folder)
        assert _read_own() == before, f"{done}: a file of its own is another"
    check_library(library_path())
    return done


def _read_own() -> object:
    """Return what no export may change: library, backups, settings, devices, what the user has."""
    backups = [(one.path, one.path.read_bytes()) for one in list_backups(library_path())]
    settings = [path.read_bytes() for path in (configuration_path(), state_path())]
    devices = [stat.S_IFMT(Path(path).stat().st_mode) for path in _DEVICES if os.path.lexists(path)]
    return dump(library_path()), backups, settings, devices


def _export_to(rng: random.Random, folder: Path) -> str:
    name = rng.choice(_OWN if rng.random() < 0.5 else [*TARGETS])
    target = TARGETS[name](rng, folder)
    made_in = rng.choice(FORMATS)
    mine = folder / "mine.md"
    mine.write_bytes(_MINE)
    options = ["--format", made_in, f"-o{target}"]
    is_forced = rng.random() < 0.7
    options += ["--force"] * is_forced
    if made_in == "markdown":
        options += ["--split"] * (rng.random() < 0.3)
        options += ["--flavour", "obsidian"] * (rng.random() < 0.3)
    options += rng.choice(([], [], ["--story", STORY], ["--search", "owl"], ["--passage", "1"]))
    of_its_own = name in ("its own", "its own otherwise")
    statuses = (1, 2) if of_its_own else (0, 1, 2)
    if rng.random() < 0.2:
        try_call("backup", "--", target, statuses=statuses)
        assert mine.read_bytes() == _MINE, f"{name}: what the user wrote is gone"
        return f"{name}, backup"
    try_call("export", *options, statuses=statuses)
    if str(target) != str(mine) or not is_forced:
        assert mine.read_bytes() == _MINE, f"{name}: what the user wrote is gone"
    if name == "a new file" and Path(target).is_file():
        check_export(made_in, Path(target).read_bytes(), folder)
    left = [one.name for one in folder.rglob(".copydesk-*")]
    assert not left, f"left {left}"
    return f"{name}, {made_in}"


def _make_pipe(_: random.Random, folder: Path) -> Path:
    path = folder / "pipe.md"
    os.mkfifo(path)
    return path


def _make_link(rng: random.Random, folder: Path) -> Path:
    path = folder / "link.md"
    path.symlink_to(
        rng.choice((*_DEVICES, library_path(), configuration_path(), path, "missing/x.md", folder))
    )
    return path


def _make_hard_link(rng: random.Random, folder: Path) -> Path:
    path = folder / "hard.md"
    path.hardlink_to(rng.choice((library_path(), configuration_path(), _first_backup())))
    return path


def _first_backup() -> Path:
    return list_backups(library_path())[0].path


def _choose_own(rng: random.Random, _: Path) -> Path:
    library = library_path()
    beside = [library.with_name(f"{library.name}{end}") for end in ("-wal", "-shm", "-journal")]
    backup = _first_backup()
    others = (configuration_path(), state_path(), backup, backup.parent, backup.parent / "new.md")
    return rng.choice((library, *beside, *others))


def _spell_otherwise(rng: random.Random, folder: Path) -> str:
    own = str(_choose_own(rng, folder))
    parent, name = os.path.split(own)
    return rng.choice(
        (
            f"{parent}/./{name}",
            f"{parent}/../{Path(parent).name}/{name}",
            f"{own}/",
            f"{own}//",
            own.replace(str(folder / "home"), "~"),
            f"{parent}//{name}",
        )
    )


def _make_closed(_: random.Random, folder: Path) -> Path:
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    return closed / "x.md"


TARGETS: dict[str, Maker] = {
    "a new file": lambda _, folder: folder / "new.out",
    "a pipe": _make_pipe,
    "a link": _make_link,
    "a hard link": _make_hard_link,
    "its own": _choose_own,
    "its own otherwise": _spell_otherwise,
    "a closed folder": _make_closed,
    "a folder": lambda _, folder: folder,
    "a device": lambda rng, _: rng.choice(_DEVICES),
    "the user's": lambda _, folder: folder / "mine.md",
    "below a file": lambda _, folder: folder / "mine.md" / "x.md",
    "deep": lambda _, folder: folder / "a" / "b" / "c.md",
    "no name": lambda rng, _: rng.choice(
        ("", " ", "~", "~no-such-user/x", "a\0b", "x" * 300, "\udcff")
    ),
    "anything": lambda rng, _: contained(choose_hostile(rng)[:300]),
}
"""Where to."""
_OWN = ("a link", "a hard link", "its own", "its own otherwise")
"""Those that lead to what must not be replaced, most of them."""


def _export_again(rng: random.Random, folder: Path) -> str:
    """Export, write around the blocks, change the notes, export again: what was written stays."""
    path = folder / "again.md"
    written: list[str] = []
    for number in range(3):
        try_call("export", "-o", path)
        text = path.read_bytes().decode()
        for one in written:
            assert one in text, f"lost {one[:200]!r} at export {number}"
        check_export("markdown", path.read_bytes(), folder)
        text, mine = _write_around(rng, text)
        written += mine
        path.write_bytes(text.encode())
        _change_notes(rng)
    return "again"


def _write_around(rng: random.Random, text: str) -> tuple[str, list[str]]:
    """Return the file with some words between its blocks, and these."""
    places = [found.end() for found in _BLOCK.finditer(text)]
    mine = []
    for at in sorted(rng.sample(places, min(2, len(places))), reverse=True):
        words = encodable(choose_own(rng))[:3_000].replace("copydesk:", "copydesk ")
        words = f"Mine {rng.random()}. {rng.choice(SENTENCES)} {words}"
        mine.append(words)
        text = f"{text[:at]}\n{words}\n{text[at:]}"
    return text, mine


def _change_notes(rng: random.Random) -> None:
    with open_library(library_path()) as library:
        for one in library.annotations.list_all():
            how = rng.random()
            if how < 0.3:
                library.annotations.set_note(one.id, choose_own(rng))
            elif how < 0.5:
                library.annotations.delete(one.id)
