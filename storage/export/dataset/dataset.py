"""A dataset: its tables, what their columns mean, how to read them, and the study file."""

from __future__ import annotations

from collections.abc import Sequence

from storage.export.dataset.tables import Table, make_tables, write_table
from storage.export.escaping import escape_within
from storage.export.export_format import ExportJob
from storage.export.study_file import STUDY_FILE, render_study
from storage.wording.csv_cells import write_rows

_README = """\
# {name}

A dataset of what was coded with Copydesk {version}. Each table is a CSV file in UTF-8, with a head
and commas; an empty cell is one of which nothing is known. `data_dictionary.csv` says what each
column means, `{study}` of what texts and with what settings all of it was made.

| file | a row is | rows |
| --- | --- | ---: |
{rows}

Text that a spreadsheet would take for a formula has an apostrophe in front.

A tag called NA stays one, a coder called 007 too, and numbers are numbers, if tables are read like
this in R:

    library(readr)
    known <- read_csv("data_dictionary.csv", col_types = cols(.default = "c"))
    read_coded <- function(file) {{
      numbers <- known$column[known$file == file & known$type == "number"]
      types <- sapply(numbers, function(name) "i", simplify = FALSE)
      read_csv(file, na = "", col_types = do.call(cols, c(types, .default = "c")))
    }}
    places <- read_coded("places.csv")

In Python:

    from collections import defaultdict
    import pandas
    known = pandas.read_csv("data_dictionary.csv", dtype=str)
    def read_coded(file):
        numbers = known["column"][(known["file"] == file) & (known["type"] == "number")]
        types = defaultdict(lambda: str, dict.fromkeys(numbers, "Int64"))
        return pandas.read_csv(file, keep_default_na=False, na_values=[""], dtype=types)
    places = read_coded("places.csv")
"""


def make_files(job: ExportJob) -> dict[str, str]:
    """Return all files of a dataset by their names, in order."""
    tables = make_tables(job)
    files = {
        "README.md": _write_readme(job, tables),
        "data_dictionary.csv": _describe_columns(tables),
        **{f"{table.name}.csv": write_table(table) for table in tables},
    }
    return {**files, STUDY_FILE: render_study(job, files)}


def _describe_columns(tables: Sequence[Table]) -> str:
    return write_rows(
        ("file", "column", "type", "meaning"),
        [
            (f"{table.name}.csv", column.name, column.kind, column.meaning)
            for table in tables
            for column in table.columns
        ],
    )


def _write_readme(job: ExportJob, tables: Sequence[Table]) -> str:
    rows = [f"| `{table.name}.csv` | {table.about} | {len(table.rows)} |" for table in tables]
    return _README.format(
        name=escape_within(job.selection.name),
        version=job.options.version,
        study=STUDY_FILE,
        rows="\n".join(rows),
    )
