"""People, places and organisations that two articles call otherwise."""
