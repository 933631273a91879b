"""The audit list: what was done, when, by whom, to what."""

from chat.audit.entry import SYSTEM, Actor, AuditEntry, AuditTrail
from chat.audit.trail import DatabaseAuditTrail, add_entry

__all__ = ["SYSTEM", "Actor", "AuditEntry", "AuditTrail", "DatabaseAuditTrail", "add_entry"]
