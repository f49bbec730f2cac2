"""One command for each figure that `docs/figures.md` quotes."""
