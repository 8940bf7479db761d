"""Questions to the database about rounds."""

import datetime as dt
from typing import Any, Self

from django.db import models


class RoundQuerySet(models.QuerySet[Any]):
    """Rounds as people ask for them."""

    def of_day(self, day: dt.date) -> Self:
        """The round whose period holds this day."""
        return self.filter(period_start__lte=day, period_end__gte=day)

    def open_for_hand_in(self, day: dt.date) -> Self:
        """Rounds that units hand in on this day."""
        return self.filter(opens_on__lte=day, due_on__gte=day)
