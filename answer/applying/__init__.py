"""When one can apply."""
