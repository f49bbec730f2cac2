"""What finds the passages of a corpus: one result, wherever the data lies meanwhile."""
