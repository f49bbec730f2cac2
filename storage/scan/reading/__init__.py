"""Reading a scan: its clusters in the order asked for, and the texts that they stand in."""
