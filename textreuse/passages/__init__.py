"""What was copied or edited: exact matches, grown to what a reader sees stand in two places."""
