"""One module a table: reads and writes its rows."""
