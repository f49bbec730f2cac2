"""The add box: from what was typed to articles in the library."""
