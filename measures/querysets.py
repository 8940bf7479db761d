"""Questions to the database about measures, updates, commitments and stories."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from pvi.organisation.access import reach


class MeasureQuerySet(models.QuerySet[Any]):
    """Measures as people ask for them."""

    def visible_to(self, user: Any) -> Self:
        """All for those who read inside, what is openbaar for outsiders, nothing for anybody else."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        return self.filter(is_public=True) if mine.reads_public_only else self

    def counted(self) -> Self:
        """Without the measures of earlier programmes: those are history and count nowhere."""
        return self.filter(programme__is_history=False)

    def for_list(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related("programme", "theme", "unit")


class ProgressUpdateQuerySet(models.QuerySet[Any]):
    """Updates as people ask for them."""

    def visible_to(self, user: Any) -> Self:
        """Internal friction only for the own unit and the programme; the page decides on rounds."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        if mine.reads_everything:
            return self
        if mine.reads_public_only:
            return self.filter(is_public=True, measure__is_public=True)
        return self.filter(Q(measure__unit__in=mine.own_units) | Q(friction_is_internal=False))

    def known_on(self, day: dt.date) -> Self:
        """Updates that had been reported and were known at the end of this day."""
        return self.filter(reported_on__lte=day, known_from__date__lte=day)

    def with_friction(self) -> Self:
        """Updates that say what does not work."""
        return self.exclude(friction="")


class CommitmentQuerySet(models.QuerySet[Any]):
    """Commitments as people ask for them."""

    def visible_to(self, user: Any) -> Self:
        """As measures: outsiders see what is openbaar."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        return self.filter(is_public=True) if mine.reads_public_only else self

    def as_known_on(self, day: dt.date) -> Self:
        """With the status that was the newest on this day, as `status_now`, `status_text` and `status_on`."""
        reports: Any = self.model._meta.get_field("reports").related_model
        newest = reports.objects.filter(
            commitment=OuterRef("pk"), reported_on__lte=day, known_from__date__lte=day
        ).order_by("-reported_on")
        return self.annotate(
            status_now=Subquery(newest.values("status")[:1]),
            status_text=Subquery(newest.values("text")[:1]),
            status_on=Subquery(newest.values("reported_on")[:1]),
        )


class StoryQuerySet(models.QuerySet[Any]):
    """Stories as people ask for them."""

    def visible_to(self, user: Any) -> Self:
        """As measures: outsiders see what is openbaar."""
        mine = reach(user)
        if not mine.reads:
            return self.none()
        return self.filter(is_public=True) if mine.reads_public_only else self

    def told_by(self, day: dt.date) -> Self:
        """Stories that had been told on this day."""
        return self.filter(told_on__lte=day)
