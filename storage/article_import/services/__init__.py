"""Programs and services that are asked by their APIs, and what all of them are asked with."""
