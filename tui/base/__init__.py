"""One screen, one file, one style sheet."""
