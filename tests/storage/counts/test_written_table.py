from __future__ import annotations

import csv
import io

from storage.counts.count_table import CountRow, CountTable
from storage.counts.written_table import describe_table, write_csv, write_markdown

TABLE = CountTable(
    ("=A1|B", "Post, The"),
    (CountRow("claim", (2, 1), 3), CountRow("+plus/*star*", (0, 1), 1)),
    "Uses, by outlet.",
)


def test_a_csv_is_a_row_a_tag_and_no_formula() -> None:
    assert list(csv.reader(io.StringIO(write_csv(TABLE)))) == [
        ["tag", "'=A1|B", "Post, The", "total"],
        ["claim", "2", "1", "3"],
        ["'+plus/*star*", "0", "1", "1"],
    ]
    assert '"claim",2,1,3\r\n' in write_csv(TABLE)


def test_markdown_shows_what_is_there_and_what_it_counts() -> None:
    assert write_markdown(TABLE) == (
        "| tag | \\=A1\\|B | Post, The | total |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| claim | 2 | 1 | 3 |\n"
        "| +plus/\\*star\\* | 0 | 1 | 1 |\n"
        "\nUses, by outlet.\n"
    )


def test_json_has_the_figures_as_numbers() -> None:
    assert describe_table(TABLE)["rows"][0] == {"tag": "claim", "counts": [2, 1], "total": 3}
