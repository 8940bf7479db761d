"""Units and the groups in which they report."""

from django.contrib import admin

from pvi.organisation.admin_site import KeptAdmin
from pvi.organisation.models import Unit, UnitGroup


@admin.register(Unit)
class UnitAdmin(KeptAdmin):
    list_display = ["name", "code", "kind", "parent", "valid_from", "valid_until", "is_active"]
    list_select_related = ["parent"]
    list_filter = ["kind", "is_active"]
    search_fields = ["code", "name", "short_name"]


@admin.register(UnitGroup)
class UnitGroupAdmin(KeptAdmin):
    list_display = ["name", "code", "note"]
    filter_horizontal = ["members"]
