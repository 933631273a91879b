from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat.database import Database
from chat.database.tables import JOURNAL
from chat.journal import Channel, Journal, Thumb, statistics
from chat.journal.statistics import Counts, DocumentCount, Latency
from records import Review
from tests.chat.desk_clock import SetClock
from tests.chat.journal.samples import ASKED_BACK, REFUSED, answered, asking, citation

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 3)


def test_the_figures_of_some_days(database: Database) -> None:
    clock = SetClock(datetime(2026, 3, 1, 1, tzinfo=UTC))
    journal = Journal(database, clock)
    review = Review(1, "li", "admin", clock.now)
    journal.write(asking(), answered(citation("a"), citation("b", 2)), 10.0)
    up = journal.write(asking(), answered(citation("b"), review=review), 20.0)
    journal.write(asking(), REFUSED, 30.0)
    clock.pass_(days=2)
    down = journal.write(asking(channel=Channel.DESK), ASKED_BACK, 40.0)
    journal.write(asking(), None, 50.0)
    journal.thumb(up, "c1", Thumb.UP)
    journal.thumb(down, "c1", Thumb.DOWN)
    found = statistics(database, FIRST, LAST)
    assert found.total == Counts(questions=5, answered=2, refused=1, clarified=1, failed=1)
    assert found.total.share(found.total.answered) == 0.4
    assert [(one.day.day, one.counts.questions, one.counts.answered) for one in found.days] == [
        (1, 3, 2),
        (2, 0, 0),
        (3, 2, 0),
    ]
    assert found.documents == (
        DocumentCount("b", "《b》办法", 2),
        DocumentCount("a", "《a》办法", 1),
    )
    assert found.latency == (Latency(50, 30.0), Latency(90, 50.0), Latency(99, 50.0))
    assert (found.approved, found.thumbs_up, found.thumbs_down) == (1, 1, 1)
    desk = statistics(database, FIRST, LAST, Channel.DESK)
    assert desk.total == Counts(questions=1, clarified=1)


def test_nothing_asked(database: Database) -> None:
    found = statistics(database, FIRST, LAST)
    assert found.total == Counts()
    assert found.total.share(0) == 0.0
    assert (len(found.days), found.documents, found.latency) == (3, (), ())
    with pytest.raises(ValueError, match="颠倒"):
        statistics(database, LAST, FIRST)


def test_a_day_begins_at_midnight_in_china(database: Database) -> None:
    clock = SetClock(datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC))
    journal = Journal(database, clock)
    journal.write(asking(), REFUSED, 1.0)
    clock.pass_(seconds=1)
    journal.write(asking(), REFUSED, 1.0)
    assert [one.counts.questions for one in statistics(database, FIRST, LAST).days] == [1, 1, 0]


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_percentiles_are_of_the_nearest_rank(database: Database, values: list[float]) -> None:
    clock = SetClock(datetime(2026, 3, 1, 1, tzinfo=UTC))
    with database.writing() as connection:
        connection.execute(JOURNAL.delete())
    journal = Journal(database, clock)
    for value in values:
        journal.write(asking(), REFUSED, value)
    ordered = sorted(values)
    for one in statistics(database, FIRST, LAST).latency:
        rank = -(-one.percent * len(values) // 100)
        assert one.milliseconds == ordered[rank - 1]
