"""Whether the lines of an answer lack what its question plainly asks for.

Then they do not answer it, however sure the reader is: it marks what is near.
"""

from __future__ import annotations

from collections.abc import Callable

from answer.asked_for.budgets import is_of_the_whole
from answer.asked_for.cap_for_one import lacks_cap
from answer.asked_for.deadlines import lacks_end
from answer.asked_for.measures import lacks_unit
from answer.asked_for.members import lacks_either, lacks_members
from answer.asked_for.money import (
    lacks_each,
    lacks_share,
    lacks_sum,
    lacks_support,
    only_disclaims,
)
from answer.asked_for.named_acts import lacks_named_act
from answer.asked_for.named_things import (
    is_of_another_batch,
    is_of_another_degree,
    is_of_another_thing,
    lacks_charge,
    lacks_quoted,
)
from answer.asked_for.named_years import is_of_another_year, is_only_target
from answer.asked_for.vouchers import is_of_another_voucher, lacks_kind_of_voucher
from answer.asked_for.wanted import lacks_figure, lacks_phone, lacks_place, lacks_procedure
from answer.finding import Finding
from answer.matter import told
from answer.understanding import Question

Check = Callable[[Question, str], bool]
# By the lines, as they are told.
_LINES: tuple[Check, ...] = (
    lacks_phone,
    lacks_members,
    lacks_each,
    lacks_either,
    lacks_sum,
    lacks_cap,
    lacks_share,
    lacks_unit,
    lacks_end,
    is_of_the_whole,
)
# By the lines under their heading; a glossary's English is too loose for these.
_HEADED: tuple[Check, ...] = (lacks_figure, lacks_place, lacks_procedure, lacks_support)
# By what leads, with the headings and the title that say what it is about.
_ABOUT: tuple[Check, ...] = (
    is_of_another_thing,
    is_of_another_voucher,
    is_of_another_batch,
    lacks_quoted,
    lacks_kind_of_voucher,
    lacks_charge,
    only_disclaims,
)
# By the words of what leads alone.
_WORDS: tuple[Check, ...] = (is_of_another_year, is_only_target, is_of_another_degree)


def is_unanswered(question: Question, lines: str, lead: Finding) -> bool:
    """Whether `lines`, which `lead` backs first, lack what the question asks for."""
    headed = f"{lines} {lead.clause}"
    # A title names acts, as in “关于申报…的通知”, that its clause does not rule on.
    misses_act = not question.parts and lacks_named_act(question, f"{lead.clause} {lead.quote}")
    return (
        misses_act
        or any(lacks(question, lines) for lacks in _LINES)
        or (not question.is_english and any(lacks(question, headed) for lacks in _HEADED))
        or any(is_other(question, told(lead)) for is_other in _ABOUT)
        or any(is_other(question, lead.quote) for is_other in _WORDS)
    )
