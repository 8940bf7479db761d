"""Chance that falls the same way every time: each subject has dice of its own."""

import random

SEED = "pvi-demo-2025"


def dice(*subject: object) -> random.Random:
    """The dice of one subject, such as an indicator and a unit."""
    return random.Random("|".join(str(part) for part in (SEED, *subject)))  # noqa: S311 - made-up figures, no secrets
