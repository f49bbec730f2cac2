"""Copies of the library, and what can be told of a file without opening it as one."""
