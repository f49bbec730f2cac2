"""What a scan writes for other programs: passim's own files."""
