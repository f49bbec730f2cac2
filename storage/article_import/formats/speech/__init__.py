"""What was said, with times: subtitles and transcripts."""
