"""The standing of documents: which leads, and whether one is in force."""
