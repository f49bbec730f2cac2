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
    cluster, _ = describe_cluster(1, carriers, lambda _carrier: "The owl moved")
    assert (cluster.first_date, cluster.last_date, cluster.days) == ("2026-03-07", "2026-03-09", 2)


def test_what_the_longest_says_is_kept_whole_in_one_line() -> None:
    texts = {
        0: "The owl moved",
        1: f"The owl moved\n\nto the mill{' and on' * 99}\x1b[31m at last.",
    }
    carriers = [Carrier(number, 0, len(text), "", None) for number, text in texts.items()]
    cluster, text = describe_cluster(7, carriers, lambda carrier: texts[carrier.document])

    assert text.cluster == 7
    assert text.passage.startswith("The owl moved to the mill and on")
    assert text.passage.endswith(" at last.")
    assert "\x1b" not in text.passage
    assert len(cluster.excerpt) <= 240 < len(text.passage)
