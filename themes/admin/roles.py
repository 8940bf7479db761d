"""Who has which role, where and when."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from pvi.lib.formatting import date_long
from pvi.organisation.access import may
from pvi.organisation.admin_site import KeptAdmin
from pvi.organisation.models import RoleAssignment
from themes.models import Theme
from themes.roles import faults, overlapping

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[RoleAssignment]
else:
    ModelForm = forms.ModelForm


def _themes() -> list[tuple[str, str]]:
    return [("", "geen"), *Theme.objects.values_list("code", "name")]


class RoleAssignmentForm(ModelForm):
    theme_code = forms.ChoiceField(label="Thema", choices=_themes, required=False)

    class Meta:
        model = RoleAssignment
        fields = ["user", "role", "unit", "theme_code", "valid_from", "valid_until"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        role, unit, theme_code = given.get("role"), given.get("unit"), given.get("theme_code", "")
        if role:
            for field, words in faults(role=role, unit=unit, theme_code=theme_code).items():
                self.add_error(field, words)
        if not self.errors:
            self._refuse_overlap(given)
        return given

    def _refuse_overlap(self, given: dict[str, Any]) -> None:
        """The same as the constraint of the table, in words."""
        earlier = overlapping(**given, apart_from=self.instance.pk or 0)
        if earlier:
            self.add_error(
                "valid_from", f"Deze persoon heeft deze rol al vanaf {date_long(earlier.valid_from)}."
            )


@admin.register(RoleAssignment)
class RoleAssignmentAdmin(KeptAdmin):
    form = RoleAssignmentForm
    list_display = ["user", "role", "unit", "theme_code", "valid_from", "valid_until"]
    list_select_related = ["user", "unit"]
    list_filter = ["role", "unit"]
    search_fields = ["user__username", "user__display_name"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A role that was given by mistake must not last until tomorrow; its history is kept."""
        return may(request.user, "beheer.open")
