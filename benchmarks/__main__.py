"""`make bench` prints every figure; `python -m benchmarks NAME` one kind of them."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module

COMMANDS = {
    "comparing": "time, and planted copies found, beside difflib, rapidfuzz and sim_text",
    "stages": "the share of the time that each stage of a comparison takes",
    "growth": "time by length of the texts and by number of articles",
    "worst": "time and memory for the texts that are worst to compare",
    "longest": "a text of 50 MB: memory to add it, and to open it",
    "drawing": "long articles: opening, keys, resizing, memory, beside one widget a paragraph",
    "annotating": "saving among 10,000 annotations, opening a story that has 1,000",
    "codebook": "keys on the screen of 300 tags and 10,000 annotations",
    "shelf": "a library of 10,000 articles: adding, search, who else carried this",
    "browsing": "the screen of a library of 10,000 articles: start, keys, memory",
    "exporting": "a story with 1,000 annotations out, and back into another library",
    "coding": "a study of 10,000 annotations and 300 tags out as a REFI-QDA project, and in again",
    "counting": "tags counted by outlet and with each other, over that study",
    "scanning": "a corpus to scan, and what is found of it: scanning make|candidates|found|...",
    "starting": "`copydesk --version` beside a Python that does nothing",
    "anchoring": "annotations found again in edited texts, and the time: anchoring [FILE ...]",
    "revisions": "edits of each kind that are told as that, and the time",
    "suggesting": "stories that are suggested for METER's and BASIL's articles: FOLDER ...",
    "statements": "quotations, speakers, disagreements found in BASIL's triples: FOLDER",
    "stating": "time of statements beside comparing, and how it grows: stating [FILE ...]",
    "changed": "values changed in one of two like sentences that are told: FOLDER ...",
    "origins": "reports of METER that are joined as of one origin: FOLDER",
    "pages": "text, dates, authors of labelled web pages, beside trafilatura: FOLDER [--jobs N]",
    "accuracy": "what is found on PAN, METER or BASIL: accuracy CORPUS [--every K] [--jobs N]",
    "quoting": "quotations altered on purpose, and what is told of them: quoting FOLDER",
}
WITH_CORPUS = (
    "accuracy",
    "changed",
    "origins",
    "pages",
    "quoting",
    "scanning",
    "statements",
    "suggesting",
)
WITHOUT_CORPUS = [name for name in COMMANDS if name not in WITH_CORPUS]
WITH_ARGUMENTS = ("anchoring", "stating", *WITH_CORPUS)


def main() -> None:
    """Run the command that is named, or without a name all that need no corpus."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        epilog="\n".join(f"{name:<10}  {line}" for name, line in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", choices=COMMANDS, metavar="NAME")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...")
    options = parser.parse_args()
    if options.name is None:
        # Each in a process of its own: none is slower or larger for what ran before it.
        for name in WITHOUT_CORPUS:
            subprocess.run([sys.executable, "-m", "benchmarks", name], check=True)
        return
    # Imported only now: memory is measured by some, and others bring in all of Textual.
    command = import_module(f"benchmarks.{options.name}")
    if options.name in WITH_ARGUMENTS:
        command.run(options.arguments)
    elif options.arguments:
        parser.error(f"{options.name} takes no arguments")
    else:
        command.run()


if __name__ == "__main__":
    main()
