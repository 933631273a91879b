"""Understanding a question: what it names, what it asks for, what it takes for granted."""

from answer.understanding.question import Asked, Question, understand

__all__ = ["Asked", "Question", "understand"]
