"""The day that validity is judged by."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

# China keeps one time all year, so no zone data is needed.
BEIJING = timezone(timedelta(hours=8))


def today_in_china() -> date:
    """Today's date where the policies are in force, whatever zone the server's clock is in."""
    return datetime.now(BEIJING).date()
