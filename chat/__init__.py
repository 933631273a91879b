"""The chat page: what visitors see, and nothing of how answers come about."""
