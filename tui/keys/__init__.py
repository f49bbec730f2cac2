"""The table of keys, and the keys in force."""
