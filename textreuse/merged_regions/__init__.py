"""The long stretches of correspondence that passages are the tight core of."""
