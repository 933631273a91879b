"""The report: one HTML page that needs nothing else to be opened, sent on or printed."""

from eval.report.page import write_report

__all__ = ["write_report"]
