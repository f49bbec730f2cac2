"""Rare terms lead to what was put in other words."""

import json
from pathlib import Path

from storage.scan.index.scan_index import ScanIndex
from storage.scan.scan import ScanRequest, run_scan
from storage.scan.terms import list_terms

REPORT = (
    "Inspectors found asbestos in the Marlow viaduct on Thursday, and engineer Petra Lindqvist"
    " ordered the railway to close it until the lining has been replaced."
)
REWRITE = (
    "Until its lining is replaced, the viaduct at Marlow stays closed: asbestos was found by"
    " inspectors, said Petra Lindqvist, the engineer, whose order the railway obeyed."
)


def test_terms_are_stems_that_are_not_everyday_words() -> None:
    assert set(list_terms("Inspectors ordered the closing")) == set(
        list_terms("an INSPECTOR who orders, closed it. An ordering!")
    )
    assert list_terms("The and of it, is a") == list_terms("")
    assert list_terms("owl " * 200_000) == list_terms("owls")


def test_a_rewrite_is_found_on_demand(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": REPORT}, {"id": "b", "text": REWRITE}, {"id": "c", "text": "Else."}]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows))
    kinds = []
    for paraphrase in (False, True):
        out = tmp_path / f"{paraphrase}"
        request = ScanRequest([str(corpus)], out, workers=1, paraphrase=paraphrase)
        run_scan(request, lambda _: None)
        with ScanIndex(out / "scan.db") as index:
            kinds.append([(one.left, one.right, one.kind) for one in index.list_passages(range(3))])
    assert kinds == [[], [(0, 1, "paraphrase")]]
