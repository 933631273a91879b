"""Understanding a question: what it names, what it asks for, what it takes for granted."""

from answer.understanding.kinds import Asked
from answer.understanding.knowledge import Knowledge, knowledge_of
from answer.understanding.question import Question
from answer.understanding.reading import understand

__all__ = ["Asked", "Knowledge", "Question", "knowledge_of", "understand"]
