"""What milestones say about a count: half of the teams reached means at least half, not yet means fewer."""

import datetime as dt

from monitoring.demo.courses import Course

SHARES = (("een derde", 1 / 3), ("twee derde", 2 / 3), ("helft", 1 / 2))
NUMBERS = {
    "eerste team": 1, "tweede team": 2, "derde team": 3, "drie": 3, "vier": 4, "vijf": 5, "acht": 8,
    "tien": 10, "twintig": 20, "dertig": 30, "zestig": 60,
}  # fmt: skip
FIRST_RESULTS = 2


def count_bounds(course: Course, goal: int, day: dt.date) -> tuple[int, int]:
    """The lowest and highest count that fit the milestones on a day; never the whole goal."""
    least, most = min(FIRST_RESULTS, goal - 1), goal - 1
    for step in course.steps:
        named = count_named(step.title, goal)
        if named is None:
            continue
        if step.done_on is not None and step.done_on <= day:
            least = max(least, named)
        else:
            most = min(most, max(named - 1, 1))
    return min(least, goal - 1), max(min(most, goal - 1), 1)


def count_named(title: str, goal: int) -> int | None:
    """The count that a milestone names in words, if it does."""
    words = title.lower()
    for word, share in SHARES:
        if word in words:
            return -(-goal * round(share * 60) // 60)
    return next((number for word, number in NUMBERS.items() if f"{word} " in f"{words} "), None)
