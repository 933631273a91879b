"""The statements of the passages found that speak to a question, and how sure each is to answer."""
