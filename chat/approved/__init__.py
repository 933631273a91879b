"""Approved answers: what staff have checked leads, for as long as its documents stand."""

from chat.approved.approvals import AlreadyApproved, Approvals
from chat.approved.approved import ApprovedAnswer, ApprovedCitation, Draft, Quoted
from chat.approved.checking import check_draft
from chat.approved.refused import ApprovalRefused
from chat.approved.review import review_again
from chat.approved.reviewed_service import ReviewedService
from chat.approved.rows import ApprovalMissing

__all__ = [
    "AlreadyApproved",
    "ApprovalMissing",
    "ApprovalRefused",
    "Approvals",
    "ApprovedAnswer",
    "ApprovedCitation",
    "Draft",
    "Quoted",
    "ReviewedService",
    "check_draft",
    "review_again",
]
