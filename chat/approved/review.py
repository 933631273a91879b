"""The approved answers that staff have to look at again."""

from __future__ import annotations

from chat.approved.approvals import Approvals
from chat.approved.approved import ApprovedAnswer, Library
from chat.approved.standing import lapse_reason


def review_again(approvals: Approvals, library: Library) -> list[ApprovedAnswer]:
    """Those that have lapsed, with the reason, after every one was held against the documents."""
    for one in approvals.all():
        if one.lapsed_at is None and (reason := lapse_reason(one, library, library.today())):
            approvals.lapse(one.id, one.version, reason)
    return [one for one in approvals.all() if one.lapsed_at is not None]
