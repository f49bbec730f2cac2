"""`make pages`: writes the parts of the manual that are made from the program's own tables."""

from __future__ import annotations

from docs.pages import fill_parts, list_pages


def main() -> None:
    """Write each page whose parts have changed."""
    for path in list_pages():
        page = path.read_text("utf-8")
        filled = fill_parts(page)
        if filled != page:
            path.write_text(filled, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
