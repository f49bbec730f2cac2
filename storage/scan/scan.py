"""Scanning a corpus: all stages, one after the other, from where the last run was ended."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.clock import now
from storage.errors import ConflictError, CopydeskError
from storage.files import explain_error
from storage.library import Library
from storage.scan.corpus.sources import Sources, list_sources
from storage.scan.engines.engines import SPARK, Engine, choose_engine
from storage.scan.index.rows import IndexedSource
from storage.scan.index.scan_index import ScanIndex
from storage.scan.passages import COPIED, REWORDED
from storage.scan.stages.add_by_terms import add_by_terms
from storage.scan.stages.compare_candidates import compare_candidates
from storage.scan.stages.make_clusters import make_clusters
from storage.scan.stages.make_fingerprints import make_fingerprints
from storage.scan.stages.read_corpus import CorpusReader
from storage.scan.stages.write_output import write_output
from storage.scan.values import Skipped
from storage.scan.work.candidate_file import count_candidates
from storage.scan.work.folder import INDEX, WORK, WorkFolder
from storage.scan.work.held_folder import hold_folder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.workers import Workers
from storage.wording.plural import pluralize
from textreuse import Settings

FILES = ("out.json", "align.json", "skipped.jsonl", INDEX)
"""What a scan leaves in its folder; the index comes last, so that where it is, all is."""
_READY = "ready"
"""A file in the folder of the work, where nothing is left to do but to move the others."""
_SHARED_OUT = tuple(one.__module__ for one in (make_fingerprints, compare_candidates, write_output))
"""The modules of the stages whose work is given to other processes."""


class _NothingError(CopydeskError):
    """There is no text to scan: a corpus that is mended is another one."""


@dataclass(frozen=True)
class ScanRequest:
    """What is to be scanned, and how."""

    names: Sequence[str]
    """Files and folders."""
    out: Path
    library: Library | None = None
    """A library whose articles are scanned, too."""
    engine: str | None = None
    """None for the one that suits the size of the corpus."""
    paraphrase: bool = False
    """Whether what was put in other words is looked for, too."""
    workers: int | None = None
    """Processes; as many as the machine has cores where None."""
    version: str = ""
    """The Copydesk that scans."""
    master: str | None = None
    """The cluster that Spark is to use, in its words; None for the one that it is started on."""


def run_scan(request: ScanRequest, tell: Tell) -> dict[str, str]:
    """Scan a corpus into the folder `request.out`; returns what the index says of the whole.

    Whatever ends it, the same request goes on where it was. `tell` may end it by raising. The
    result does not hang on the engine, nor on the number of workers, nor on how often it was ended.
    `ConflictError` where the folder has something else; `CopydeskError` where nothing was found to
    scan or the disk does not take it.
    """
    work_path = request.out / WORK
    try:
        _require_room(request.out)
        with hold_folder(work_path):
            if not (work_path / _READY).exists():
                _require_unfinished(request.out)
                _scan(work_path, request, tell)
            _move_out(request.out)
            # Who holds the folder next finds a finished scan, and not one to be moved.
            (work_path / _READY).unlink()
        # Another who is just being told so may still have the lock open.
        shutil.rmtree(work_path, ignore_errors=True)
    except _NothingError:
        shutil.rmtree(work_path, ignore_errors=True)
        raise
    except (OSError, sqlite3.Error) as error:
        said = explain_error(error)
        raise CopydeskError(f"The scan cannot go on in {request.out}: {said}.") from error
    with ScanIndex(request.out / INDEX) as index:
        return index.read_meta()


def _scan(work_path: Path, request: ScanRequest, tell: Tell) -> None:
    sources = list_sources(request.names, request.library.path if request.library else None)
    with WorkFolder(work_path) as work:
        _begin(work, request, sources)
        _do_stages(work, request, sources.sources, tell)


def _require_unfinished(out: Path) -> None:
    if (out / INDEX).exists():
        raise ConflictError(f"{out} has a finished scan; name another folder, or delete this one.")


def _require_room(out: Path) -> None:
    if not out.exists() or (out / WORK).is_dir():
        return
    if not out.is_dir():
        raise ConflictError(f"{out} is a file; name a folder that is new or empty.")
    _require_unfinished(out)
    if any(out.iterdir()):
        raise ConflictError(f"The folder {out} is not empty; name one that is, or a new one.")


def _begin(work: WorkFolder, request: ScanRequest, sources: Sources) -> None:
    """Note what is scanned and how, or make sure that it is what was begun."""
    settings = json.dumps({"paraphrase": request.paraphrase})
    # What others left Spark does not go on with, nor they with what it left.
    by_spark = int(request.engine == SPARK.name)
    if not work.get_count("begun"):
        with work.save():
            work.index.add_sources(sources.sources)
            work.index.set_meta({"settings": settings})
            size = work.add_skipped(sources.skipped)
            work.note(begun=1, skipped=len(sources.skipped), skipped_bytes=size, spark=by_spark)
        return
    if work.get_count("spark") != by_spark:
        what = "by another engine" if by_spark else "by Spark"
    elif work.index.get_meta("settings") != settings:
        what = "without --paraphrase" if request.paraphrase else "with --paraphrase"
    else:
        what = _find_change(work.index.list_sources(), sources.sources)
    if what:
        raise ConflictError(
            f"{request.out} has an unfinished scan {what}. Delete {work.path}, or name another"
            " folder."
        )


def _find_change(begun: Sequence[IndexedSource], named: Sequence[IndexedSource]) -> str:
    """Say what is not as it was, in words that follow "a scan"; nothing where all is."""
    if [one[:3] for one in begun] != [one[:3] for one in named]:
        return "of other files"
    for one, other in zip(begun, named, strict=True):
        if _identify(one) != _identify(other):
            return f"from before {one.path} changed"
    return ""


def _identify(source: IndexedSource) -> tuple[object, ...]:
    # Of a library that is open the size says nothing.
    return source[:3] if source.kind == "library" else source


def _do_stages(
    work: WorkFolder, request: ScanRequest, sources: Sequence[IndexedSource], tell: Tell
) -> None:
    settings = REWORDED if request.paraphrase else COPIED
    if request.engine == SPARK.name:
        engine = choose_engine(SPARK.name, 0)
        from storage.scan.engines.spark import scan_by_spark

        workers = Workers(request.workers).count
        candidates = scan_by_spark(work, sources, settings, request.master, workers, tell)
        _require_texts(work)
    else:
        engine = _do_own_stages(work, request, sources, settings, tell)
        candidates = count_candidates(work.candidates)
    tables = ("document", "passage", "cluster")
    with work.save():
        counts = {f"{table}s": str(work.index.count(table)) for table in tables}
        work.index.set_meta(
            {
                **counts,
                "candidates": str(candidates),
                "skipped": str(work.get_count("skipped")),
                "renamed": str(work.get_count("renamed")),
                "engine": engine.name,
                "version": request.version,
                "made": now(),
            }
        )
        work.forget_progress()
    work.index.finish()
    (work.path / _READY).touch()


def _require_texts(work: WorkFolder) -> None:
    """Raise what says why nothing is there to scan, if nothing is."""
    if work.count_documents():
        return
    said = "There is no text to scan."
    count = work.get_count("skipped")
    if count:
        with work.skipped.open(encoding="utf-8") as file:
            first = Skipped(**json.loads(file.readline()))
        said += f" {first.why}" if first.source in first.why else f" In {first.source}: {first.why}"
        if count > 1:
            said += f" {pluralize(count - 1, 'more was', 'more were')} skipped."
    raise _NothingError(said)


def _do_own_stages(
    work: WorkFolder,
    request: ScanRequest,
    sources: Sequence[IndexedSource],
    settings: Settings,
    tell: Tell,
) -> Engine:
    with Workers(request.workers, _SHARED_OUT) as workers:
        work.run_once("reading", lambda: CorpusReader(work, request.library, tell).read(sources))
        _require_texts(work)
        documents = work.count_documents()
        engine = choose_engine(request.engine, documents)
        find_candidates = engine.find_candidates
        assert find_candidates is not None
        work.run_once("fingerprints", lambda: make_fingerprints(work, workers, tell))
        tell(Progress("candidates", 0, 0))
        work.run_once("candidates", lambda: find_candidates(work, workers, tell))
        if request.paraphrase:
            work.run_once("terms", lambda: add_by_terms(work, workers, tell))
        work.run_once("comparing", lambda: compare_candidates(work, settings, workers, tell))
        work.run_once("clusters", lambda: make_clusters(work, tell))
        write_output(work, workers, tell)
    return engine


def _move_out(out: Path) -> None:
    for name in FILES:
        path = out / WORK / name
        if path.exists():  # else it was moved before this was ended
            path.replace(out / name)
