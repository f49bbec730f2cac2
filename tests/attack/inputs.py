"""Files of every format, whole and broken: each is added or refused in a sentence."""

from __future__ import annotations

import random
from pathlib import Path

from storage.paths import library_path
from tests.attack.commands import check_library, try_call
from tests.attack.documents import make_document
from tests.attack.words import choose_field


def attack(rng: random.Random, folder: Path) -> str:
    """Add some files, then list, search, compare and export what came of them."""
    inbox = folder / "inbox"
    inbox.mkdir()
    files = []
    for number in range(rng.randrange(1, 5)):
        made = make_document(rng)
        path = inbox / f"{number}{made.name}"
        path.write_bytes(made.data)
        files.append((path, made.made_as))
    names = [str(path) for path, _ in files]
    options = [
        f"{option}={choose_field(rng) or 'x'}"
        for option in ("--story", "--outlet")
        if rng.random() < 0.4
    ]
    if rng.random() < 0.3:
        options.append(f"--entries={rng.choice(('all', '1', '1-3,2', '999999999', '1-99999'))}")
    given = files[0][0].read_bytes() if rng.random() < 0.2 else b""
    called = rng.choice((names, [str(inbox)], ["-", *names] if given else names))
    try_call("add", *options, "--", *called, given=given, statuses=(0, 1, 2))
    for command in rng.sample(_AFTER, 2):
        try_call(*command, terminal=rng.random() < 0.5)
    if rng.random() < 0.3:
        try_call("compare", "--json", *names[:2])
        try_call("quotes", *names[:2], terminal=rng.random() < 0.5)
    if rng.random() < 0.3:
        try_call("import", names[0])
    check_library(library_path())
    return files[0][1]


_AFTER = (
    *(
        ["list"],
        ["list", "--json"],
        ["stories"],
        ["quotes"],
        ["quotes", "--json"],
        ["search", "owl"],
        ["search", "--json", "the owl"],
    ),
    *(["notes", "--json"], ["export", "--search", "owl", "--format", "csv", "-o", "-"]),
)
