"""What agencies send over their wires: formats of the IPTC."""
