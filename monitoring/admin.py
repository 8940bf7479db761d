"""Indicators with their definitions; of runs and observations only that they are there, never a figure."""

from django.contrib import admin

from monitoring.models import DefinitionVersion, Indicator, Observation, SnapshotRun
from pvi.organisation.admin_site import KeptAdmin, KeptInline, WatchedAdmin

RUN_COLUMNS = ("unit", "month_from", "month_until", "started_at", "finished_at", "rows_added", "rows_closed")
OBSERVATION_COLUMNS = ("indicator", "unit", "period_code", "certainty", "source", "revision", "known_from")


class DefinitionInline(KeptInline):
    model = DefinitionVersion
    ordering = ["number"]


@admin.register(Indicator)
class IndicatorAdmin(KeptAdmin):
    list_display = ["code", "name", "theme", "perspective", "owner_role", "is_public"]
    list_select_related = ["theme"]
    list_filter = ["theme", "perspective", "is_public"]
    search_fields = ["code", "name"]
    inlines = [DefinitionInline]


@admin.register(SnapshotRun)
class SnapshotRunAdmin(WatchedAdmin):
    fields = RUN_COLUMNS
    list_display = RUN_COLUMNS
    list_select_related = ["unit"]
    list_filter = ["unit"]


@admin.register(Observation)
class ObservationAdmin(WatchedAdmin):
    """Whether a figure came in, from where and when; the figure itself is not for a beheerder."""

    fields = OBSERVATION_COLUMNS
    list_display = OBSERVATION_COLUMNS
    list_select_related = ["indicator", "unit", "source"]
    list_filter = ["unit", "certainty"]
    search_fields = ["indicator__code", "indicator__name", "unit__code"]
