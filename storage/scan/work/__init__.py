"""What a scan keeps on disk while it runs, so that it can go on where it was."""
