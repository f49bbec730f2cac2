"""What was changed from one version of a text to the next."""
