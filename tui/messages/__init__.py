"""What came of something, in sentences; the command line tells it too, without Textual."""
