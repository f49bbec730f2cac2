"""A corpus: the files and the library whose texts are scanned, read as they stand."""
