"""Where articles come from: files of every kind, folders, addresses, feeds."""
