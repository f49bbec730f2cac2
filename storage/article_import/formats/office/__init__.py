"""What word processors write: paragraphs and properties, whatever the format of the file."""
