"""What of that state is shown, as plain values."""
