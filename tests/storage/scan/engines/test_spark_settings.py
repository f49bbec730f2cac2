"""What Spark is told beside what `spark-submit` told it, and what this script passes on."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from storage.scan.engines.spark_session import choose_settings
from tests.storage.desk import OWL

SCRIPT = Path(__file__).parents[4] / "packaging" / "spark" / "submit_copydesk.py"


def test_what_spark_submit_was_given_stays() -> None:
    given = {
        "spark.master": "spark://head:7077",
        "spark.app.name": "mine",
        "spark.sql.shuffle.partitions": "400",
    }
    settings = choose_settings(given, None, 2)
    assert settings["spark.master"] == "spark://head:7077"
    assert not settings.keys() & {"spark.app.name", "spark.sql.shuffle.partitions"}
    assert "spark.driver.host" not in settings  # the other machines have to reach it

    other = choose_settings(given, "local[3]", 2)
    assert other["spark.master"] == "local[3]"
    assert other["spark.driver.host"] == "127.0.0.1"
    alone = choose_settings({}, None, 2)
    assert (alone["spark.master"], alone["spark.sql.shuffle.partitions"]) == ("local[2]", "4")


def test_what_is_submitted_takes_the_arguments_of_copydesk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": OWL}) + "\n")
    arguments = ["scan", str(corpus), "-o", str(tmp_path / "out"), "--workers", "1"]
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), *arguments])

    with pytest.raises(SystemExit, match=r"^0$"):
        runpy.run_path(str(SCRIPT), run_name="__main__")

    assert (tmp_path / "out" / "scan.db").exists()
