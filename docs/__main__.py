"""`make pages`: writes what of the manual is made from the program's own tables."""

from __future__ import annotations

from docs.pages import MAN_PAGE, MANUAL, fill_parts, list_pages
from docs.written.man_page import write_man_page
from docs.written.schemas import write_schemas


def main() -> None:
    """Write the schemas and the man page, and each page whose parts have changed."""
    for name, schema in write_schemas().items():
        (MANUAL / "schemas" / name).write_text(schema, encoding="utf-8")
    for path in list_pages():
        page = path.read_text("utf-8")
        filled = fill_parts(page)
        if filled != page:
            path.write_text(filled, encoding="utf-8")
            print(path)
    MAN_PAGE.write_text(write_man_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
