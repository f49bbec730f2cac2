"""What databases of the press export: several documents in one file, each with its fields."""
