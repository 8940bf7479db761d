"""Programmes, themes and reporting rounds."""

from django.contrib import admin

from pvi.organisation.admin_site import KeptAdmin
from themes.models import Programme, Round, Theme


@admin.register(Programme)
class ProgrammeAdmin(KeptAdmin):
    list_display = ["name", "code", "starts_on", "ends_on", "is_history", "is_fictitious"]
    list_filter = ["is_history"]


@admin.register(Theme)
class ThemeAdmin(KeptAdmin):
    list_display = ["number", "name", "code", "slogan"]
    list_display_links = ["name"]


@admin.register(Round)
class RoundAdmin(KeptAdmin):
    list_display = ["__str__", "period_code", "period_start", "period_end", "opens_on", "due_on"]
    ordering = ["-period_start"]
