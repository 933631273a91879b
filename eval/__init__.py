"""Scores a question-answering set: retrieval, answers, citations, refusals and speed."""
