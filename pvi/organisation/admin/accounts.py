"""Accounts: made, renamed and closed here; what somebody may do stands with the roles."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.http import HttpRequest

from pvi.organisation.access import may
from pvi.organisation.admin_site import ByRole, KeptAdmin
from pvi.organisation.models import Deputy, RoleAssignment, User

if TYPE_CHECKING:
    DjangoUserAdmin = UserAdmin[User]
    NewUserForm = UserCreationForm[User]
    OldUserForm = UserChangeForm[User]
    DeputyModelForm = forms.ModelForm[Deputy]
    RoleChoiceField = forms.ModelChoiceField[RoleAssignment]
else:
    DjangoUserAdmin = UserAdmin
    NewUserForm = UserCreationForm
    OldUserForm = UserChangeForm
    DeputyModelForm = forms.ModelForm
    RoleChoiceField = forms.ModelChoiceField


class AccountCreationForm(NewUserForm):
    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "display_name", "email")


class AccountChangeForm(OldUserForm):
    class Meta(UserChangeForm.Meta):
        model = User


@admin.register(User)
class AccountAdmin(ByRole, DjangoUserAdmin):
    """Without Django's flags, groups and permissions: they open nothing."""

    form = AccountChangeForm
    add_form = AccountCreationForm
    add_form_template = "admin/change_form.html"
    add_fieldsets = [(None, {"fields": ["username", "display_name", "email", "password1", "password2"]})]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Persoon", {"fields": ["display_name", "email"]}),
        ("Toegang", {"fields": ["is_active", "last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["username", "display_name", "email", "is_active", "last_login"]
    list_filter = ["is_active"]
    search_fields = ["username", "display_name", "email"]
    filter_horizontal = []


class HeldRoleField(RoleChoiceField):
    """A role with the person who has it: two people may both be aanjager of one eenheid."""

    def label_from_instance(self, obj: RoleAssignment) -> str:
        return held_role(obj)


def held_role(assignment: RoleAssignment) -> str:
    return f"{assignment.user}: {assignment}"


class DeputyForm(DeputyModelForm):
    assignment = HeldRoleField(RoleAssignment.objects.select_related("user", "unit"), label="Neemt waar voor")

    class Meta:
        model = Deputy
        fields = ["user", "assignment", "valid_from", "valid_until"]


@admin.register(Deputy)
class DeputyAdmin(KeptAdmin):
    form = DeputyForm
    list_display = ["user", "stands_in_for", "valid_from", "valid_until"]
    list_select_related = ["user", "assignment__user", "assignment__unit"]
    search_fields = ["user__display_name", "assignment__user__display_name"]

    @admin.display(description="neemt waar voor", ordering="assignment__user")
    def stands_in_for(self, deputy: Deputy) -> str:
        return held_role(deputy.assignment)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As with roles: a mistake must not last until tomorrow."""
        return may(request.user, "beheer.open")
