"""What a beheerder keeps about people and units, and the ledger of what the monitor does by itself."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)

from pvi.organisation.admin import accounts, records, units

# Groups give nothing here, and the schedule is part of the code.
admin.site.unregister(
    [Group, ClockedSchedule, CrontabSchedule, IntervalSchedule, PeriodicTask, SolarSchedule]
)

__all__ = ["accounts", "records", "units"]
