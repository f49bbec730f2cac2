"""Tables with an article in each row, whatever the format of the file: columns, rows, articles."""
