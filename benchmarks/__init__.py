"""One command for each figure that the README quotes."""
