"""The target path of a chart, from what a snapshot keeps of it."""

from monitoring.dashboards.series import path_of


def test_a_path_begins_at_its_baseline() -> None:
    stored = [["2024-12-31", "1.4"], ["2022-12-31", "2"], ["2025-12-31", "1.7"]]
    assert [(one.label, one.is_target) for one in path_of(stored, has_baseline=True)] == [
        ("nulmeting", False),
        ("streefwaarde 2025", True),
    ]


def test_without_a_baseline_every_target_counts() -> None:
    stored = [["2022-12-31", "2"], ["2025-12-31", "1.7"]]
    assert [one.label for one in path_of(stored, has_baseline=False)] == [
        "streefwaarde 2022",
        "streefwaarde 2025",
    ]
