"""The screen of counts: how often tags are used, by what, and with each other."""
