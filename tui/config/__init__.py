"""The configuration file, themes and what is remembered."""
