"""Pictures of the real app, made by one command."""
