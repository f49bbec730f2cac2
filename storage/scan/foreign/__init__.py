"""What other programs found of passages that texts share, read so that it can be read here."""
