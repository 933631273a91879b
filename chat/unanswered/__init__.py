"""The queue of questions that found no good answer, alike ones together."""

from chat.unanswered.export import export
from chat.unanswered.group import Group, GroupStatus
from chat.unanswered.queue import GroupMissing, Queue
from chat.unanswered.reading import QuestionReader

__all__ = ["Group", "GroupMissing", "GroupStatus", "QuestionReader", "Queue", "export"]
