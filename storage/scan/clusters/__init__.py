"""Clusters: the places, over all documents, in which one passage stands."""
