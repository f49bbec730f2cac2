"""The SQLite file: tables, transactions, the undo log, locks."""
