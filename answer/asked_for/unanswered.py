"""Whether the lines of an answer lack what its question plainly asks for.

Then they do not answer it, however sure the reader is: it marks what is near.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from answer.asked_for.bounds import is_other_bound
from answer.asked_for.brackets import is_for_less
from answer.asked_for.budgets import is_of_the_whole
from answer.asked_for.cap_for_one import lacks_cap
from answer.asked_for.deadlines import lacks_end
from answer.asked_for.definitions import lacks_definition
from answer.asked_for.groups import is_of_another_group
from answer.asked_for.indicators import lacks_indicator
from answer.asked_for.measures import lacks_own_measure, lacks_unit
from answer.asked_for.members import lacks_either, lacks_member, lacks_members
from answer.asked_for.money import (
    lacks_each,
    lacks_each_of_two,
    lacks_share,
    lacks_spending,
    lacks_sum,
    lacks_support,
    only_disclaims,
)
from answer.asked_for.named_acts import lacks_named_act
from answer.asked_for.named_things import (
    is_of_another_batch,
    is_of_another_company,
    is_of_another_degree,
    is_of_another_kind,
    is_of_another_thing,
    is_of_another_version,
    lacks_charge,
    lacks_quoted,
)
from answer.asked_for.named_years import (
    is_of_another_year,
    is_of_plan_of_another_year,
    is_only_target,
)
from answer.asked_for.vouchers import is_of_another_voucher, lacks_kind_of_voucher
from answer.asked_for.wanted import (
    lacks_counted,
    lacks_day,
    lacks_days,
    lacks_figure,
    lacks_phone,
    lacks_place,
    lacks_procedure,
)
from answer.finding import Finding
from answer.matter import told
from answer.understanding import Question

Check = Callable[[Question, str], bool]
logger = logging.getLogger(__name__)
# By the lines, as they are told.
_LINES: tuple[Check, ...] = (
    lacks_phone,
    lacks_counted,
    lacks_day,
    lacks_days,
    lacks_member,
    lacks_members,
    lacks_each,
    lacks_each_of_two,
    lacks_either,
    lacks_sum,
    lacks_spending,
    lacks_cap,
    lacks_share,
    lacks_support,
    lacks_unit,
    lacks_own_measure,
    lacks_end,
    is_other_bound,
    is_of_the_whole,
    lacks_definition,
)
# By the lines under their heading: what kind of thing is asked for is not always plain, so that
# these only ask for more certainty.
_HEADED: tuple[Check, ...] = (lacks_figure, lacks_place, lacks_procedure)
# By what leads, with the headings and the title that say what it is about.
_ABOUT: tuple[Check, ...] = (
    is_of_another_thing,
    is_of_another_voucher,
    is_of_another_batch,
    is_of_another_kind,
    is_of_another_group,
    is_of_another_version,
    lacks_quoted,
    lacks_kind_of_voucher,
    lacks_charge,
    lacks_indicator,
    only_disclaims,
    is_of_plan_of_another_year,
)
# By the words of what leads alone.
_WORDS: tuple[Check, ...] = (
    is_of_another_year,
    is_only_target,
    is_of_another_degree,
    is_of_another_company,
    is_for_less,
)


def is_unanswered(question: Question, lines: str, lead: Finding) -> bool:
    """Whether `lines`, which `lead` backs first, lack what the question asks for.

    What is lacking is logged by the name of its check: a rule that refuses wrongly must be found.
    """
    failed = next(_failed(question, lines, lead), None)
    if failed is not None:
        logger.info("%s: %r by %r", failed, question.text, lead.quote)
    return failed is not None


def lacks_kind(question: Question, lines: str, lead: Finding) -> bool:
    """Whether `lines` hold no figure, place or step though that seems to be what is asked for.

    Never of an English question, whose kind the glossary's terms betray less well.
    """
    headed = f"{lines} {lead.clause}"
    return not question.is_english and any(lacks(question, headed) for lacks in _HEADED)


def _failed(question: Question, lines: str, lead: Finding) -> Iterator[str]:
    """The names of the checks that say so."""
    # A title names acts, as in “关于申报…的通知”, that its clause does not rule on.
    if not question.parts and lacks_named_act(question, f"{lead.clause} {lead.quote}"):
        yield lacks_named_act.__name__
    for words, checks in ((lines, _LINES), (told(lead), _ABOUT), (lead.quote, _WORDS)):
        yield from (check.__name__ for check in checks if check(question, words))
