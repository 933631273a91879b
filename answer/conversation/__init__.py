"""Questions inside conversations: what is left out, and which documents they are asked of."""

from answer.conversation.conversing import Conversing

__all__ = ["Conversing"]
