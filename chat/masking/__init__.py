"""Personal data taken out of a text before it is written anywhere."""

from chat.masking.masking import mask

__all__ = ["mask"]
