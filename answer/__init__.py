"""From a question to a checked and cited answer."""
