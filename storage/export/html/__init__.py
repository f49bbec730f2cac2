"""The parts of the HTML report: what it says as plain values, and how a browser shows it."""
