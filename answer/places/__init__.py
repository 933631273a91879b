"""Places: which findings hold for the one that a question is about."""
