"""The engines that there are."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from storage.errors import CopydeskError
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Steps, Tell
from storage.scan.work.workers import Workers
from storage.wording.extras import tell_how_to_install

LARGE = 20_000
"""Documents beyond which an engine that is made for many is the better one, where it is there."""


class Engine(NamedTuple):
    """What finds the candidates of a scan, all of which it has the fingerprints of."""

    name: str
    find_candidates: Callable[[WorkFolder, Workers, Tell], None] | None = None
    """Writes `WorkFolder.candidates`, as the rule has them (`storage.scan.candidates`); None for
    an engine that scans by itself, from the corpus to the index."""
    package: str | None = None
    """What has to be installed for it."""
    extra: str = ""
    """The extra of Copydesk that brings it."""

    @property
    def is_there(self) -> bool:
        """Whether what it needs is installed."""
        return self.package is None or find_spec(self.package) is not None


def _find_locally(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    from storage.scan.engines.local_candidates import find_candidates

    documents = work.count_documents()
    steps = _tell_steps(tell)
    find_candidates(
        work.fingerprints, documents, work.sorting, work.candidates, workers, steps=steps
    )


def _find_by_duckdb(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    from storage.scan.engines.duckdb_candidates import find_candidates

    documents, threads = work.count_documents(), workers.count
    steps = _tell_steps(tell)
    find_candidates(
        work.fingerprints, documents, work.sorting, work.candidates, threads, steps=steps
    )


def _tell_steps(tell: Tell) -> Steps:
    return lambda done, total: tell(Progress("candidates", done, total))


LOCAL = Engine("local", _find_locally)
DUCKDB = Engine("duckdb", _find_by_duckdb, "duckdb", "duckdb")
SPARK = Engine("spark", None, "pyspark", "spark")
ENGINES = (LOCAL, DUCKDB, SPARK)


def choose_engine(name: str | None, documents: int) -> Engine:
    """Return the engine of that name, or the one that is best for so many documents.

    `CopydeskError` where it is not there.
    """
    if name is None:
        return DUCKDB if documents > LARGE and DUCKDB.is_there else LOCAL
    engine = next((one for one in ENGINES if one.name == name), None)
    if engine is None:
        known = ", ".join(one.name for one in ENGINES)
        raise CopydeskError(f"There is no engine “{name}”, only {known}.")
    if not engine.is_there:
        raise CopydeskError(
            f"The engine {name} is not installed: {tell_how_to_install(engine.extra)}"
        )
    return engine
