from __future__ import annotations

from storage.scan.clusters.describe_cluster import Carrier, describe_cluster


def test_days_are_those_of_the_dates_that_can_be_read() -> None:
    dates = [
        "2026-03-09T23:00:00Z",
        "7 March 2026",
        "2026-13-45",
        "nan",
        "03/05/2026",
        "1835",
        None,
    ]
    carriers = [Carrier(number, 0, 9, "", date) for number, date in enumerate(dates)]
    cluster = describe_cluster(1, carriers, lambda _carrier: "The owl moved")
    assert (cluster.first_date, cluster.last_date, cluster.days) == ("2026-03-07", "2026-03-09", 2)
