"""Findings beside each other: compared, combined, in conflict."""
