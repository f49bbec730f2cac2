"""What reads each format, and how it is told from others."""
