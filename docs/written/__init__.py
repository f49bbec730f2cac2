"""Parts of pages, made from the tables of the program: a module a subject."""
