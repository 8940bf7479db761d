"""Questions to the database about units, roles and people."""

import datetime as dt
from typing import Any, Self

from django.db.models import Q
from tree_queries.query import TreeQuerySet


def valid_on(day: dt.date, prefix: str = "") -> Q:
    """Rows whose validity period holds this day; a missing begin or end is open."""
    start = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    end = Q(**{f"{prefix}valid_until__isnull": True}) | Q(**{f"{prefix}valid_until__gte": day})
    return start & end


class UnitQuerySet(TreeQuerySet[Any]):
    """Units as people ask for them."""

    def active(self) -> Self:
        """Without the unit that is only a possible reading of the sources."""
        return self.filter(is_active=True)

    def valid_on(self, day: dt.date) -> Self:
        """Units that exist on this day."""
        return self.active().filter(valid_on(day))

    def parts(self) -> Self:
        """The parts of the organisation that are counted: eenheden and services, not the korps, not teams."""
        return self.active().filter(kind__in=["regional", "national", "support"])

    def parts_on(self, day: dt.date) -> Self:
        """The counted parts that exist on this day."""
        return self.parts().filter(valid_on(day))

    def by_code(self, code: str) -> Self:
        """The unit with this code, however it is capitalised in an address."""
        return self.active().filter(code=code.upper())
