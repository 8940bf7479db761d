"""Questions to the database about indicators, duiding and snapshots."""

import datetime as dt
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

from pvi.organisation.access import reach

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
M = TypeVar("M", bound=models.Model)


class IndicatorQuerySet(models.QuerySet[Any]):
    """Indicators as people ask for them."""

    def visible_to(self, user: Any) -> Self:
        """All for those who read inside, what is openbaar for outsiders, nothing for anybody else."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        return self.filter(is_public=True) if mine.reads_public_only else self


class InterpretationQuerySet(models.QuerySet[Any]):
    """Duiding as people ask for it."""

    def visible_to(self, user: Any) -> Self:
        """As indicators: outsiders see what is openbaar."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        return self.filter(is_public=True) if mine.reads_public_only else self

    def known_on(self, day: dt.date) -> Self:
        """Duiding that had been written and was known at the end of this day."""
        return self.filter(written_on__lte=day, known_from__date__lte=day)


def known_on(day: dt.date) -> Q:
    """Versions that were the newest at the end of this day (Amsterdam time)."""
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min, tzinfo=AMSTERDAM)
    return Q(known_from__lt=end) & (Q(known_until__isnull=True) | Q(known_until__gte=end))


class SnapshotQuerySet(models.QuerySet[M]):
    """Versioned rows as people ask for them."""

    def known_on(self, day: dt.date) -> Self:
        """The versions that were the newest on this day."""
        return self.filter(known_on(day))

    def of_day(self, day: dt.date) -> Self:
        """What was known on this day of the month that holds it."""
        return self.filter(month=day.replace(day=1)).known_on(day)

    def open(self) -> Self:
        """The newest versions."""
        return self.filter(known_until__isnull=True)
