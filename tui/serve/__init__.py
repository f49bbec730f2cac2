"""The app in a browser: a server, a process for each reader, and what either may do."""
