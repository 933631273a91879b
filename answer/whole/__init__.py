"""What documents are asked for as a whole, told in full: grants, conditions, which there are."""

from answer.whole.conditions import conditions_scope, conditions_told
from answer.whole.field import Scope
from answer.whole.grants_asked import grants_scope
from answer.whole.grants_told import grants_told
from answer.whole.policies import policies_scope, policies_told

__all__ = [
    "Scope",
    "conditions_scope",
    "conditions_told",
    "grants_scope",
    "grants_told",
    "policies_scope",
    "policies_told",
]
