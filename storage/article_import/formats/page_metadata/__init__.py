"""What a web page says of its article beside the text, and bylines wherever they stand."""
