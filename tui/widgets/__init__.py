"""Parts of screens: they draw what they are given and tell what was done to them."""
