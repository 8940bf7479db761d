"""Who: units with validity and succession, reporting groups, people, their roles and deputies."""

import datetime as dt
from typing import Any, ClassVar

import pghistory
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from tree_queries.models import TreeNode

from pvi.organisation.querysets import UnitQuerySet
from pvi.organisation.ranges import one, validity, word


class UnitKind(models.TextChoices):
    KORPS = "korps", "korps"
    REGIONAL = "regional", "regionale eenheid"
    NATIONAL = "national", "landelijke eenheid"
    SUPPORT = "support", "ondersteunend onderdeel"
    DISTRICT = "district", "district of dienst"
    TEAM = "team", "basisteam"


class Counted(models.TextChoices):
    """Whether the sources count a unit among the fourteen parts of 2023."""

    YES = "yes", "ja"
    NO = "no", "nee"
    UNCERTAIN = "uncertain", "onzeker"


def ends_after_start(name: str) -> models.CheckConstraint:
    """A validity period does not end before it begins."""
    condition = Q(valid_from__isnull=True) | Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from"))
    return models.CheckConstraint(condition=condition, name=name)


@pghistory.track()
class Unit(TreeNode):
    """A part of the organisation: korps, eenheid, district or dienst, basisteam."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField("naam", max_length=120)
    short_name = models.CharField("korte naam", max_length=40)
    kind = models.CharField("soort", max_length=10, choices=UnitKind)
    abbreviation = models.CharField("afkorting", max_length=40, blank=True)
    remark = models.TextField("opmerking", blank=True)
    valid_from = models.DateField("geldig vanaf", null=True, blank=True)
    valid_until = models.DateField("geldig tot en met", null=True, blank=True)
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", verbose_name="opvolger van"
    )
    counted_in_2023 = models.CharField("een van de 14 onderdelen in 2023", max_length=10, choices=Counted)
    is_active = models.BooleanField("actief", default=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects: ClassVar[Any] = UnitQuerySet.as_manager(with_tree_fields=False)

    class Meta:
        ordering = ["position"]
        verbose_name = "eenheid"
        verbose_name_plural = "eenheden"
        constraints = [
            ends_after_start("unit_ends_after_start"),
            models.CheckConstraint(condition=Q(kind__in=UnitKind.values), name="unit_kind_known"),
            models.CheckConstraint(condition=Q(code__regex=r"^[A-Z0-9-]+$"), name="unit_code_form"),
            models.CheckConstraint(
                condition=~Q(counted_in_2023="uncertain") | Q(is_active=False),
                name="unit_uncertain_is_inactive",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """The code as it stands in an address."""
        return self.code.lower()

    @property
    def is_korps(self) -> bool:
        return self.kind == UnitKind.KORPS

    def is_valid_on(self, day: dt.date) -> bool:
        """Whether the unit exists on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class UnitGroup(models.Model):
    """A reporting group of units, such as the four randstedelijke eenheden (R4)."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField("naam", max_length=120)
    note = models.TextField("toelichting", blank=True)
    members = models.ManyToManyField(Unit, related_name="groups", verbose_name="leden")

    class Meta:
        ordering = ["code"]
        verbose_name = "groep van eenheden"
        verbose_name_plural = "groepen van eenheden"

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who may log in; what this person may do follows from the roles, never from flags."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    display_name = models.CharField("naam", max_length=80)

    REQUIRED_FIELDS = ["email", "display_name"]

    class Meta:
        ordering = ["username"]
        verbose_name = "account"
        verbose_name_plural = "accounts"

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name


class Role(models.TextChoices):
    """The roles of the programme, as the organisation names them."""

    CHAMPION = "champion", "aanjager"
    UNIT_LEAD = "unit_lead", "EMT-lid"
    PROGRAMME_TEAM = "programme_team", "programmateam"
    THEME_LEAD = "theme_lead", "trekker"
    DATA_STEWARD = "data_steward", "data steward"
    KORPS_BOARD = "korps_board", "korpsleiding"
    KORPS_SIGNER = "korps_signer", "vaststeller korps"
    COUNCIL = "council", "Raad van Advies"
    AUDITOR = "auditor", "auditor"
    ADMINISTRATOR = "administrator", "beheerder"


UNIT_ROLES = (Role.CHAMPION, Role.UNIT_LEAD)


@pghistory.track()
class RoleAssignment(models.Model):
    """A role of one person for a time, bound to a unit or a theme where the role asks for it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="role_assignments", verbose_name="account")
    role = models.CharField("rol", max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="eenheid")
    # The theme by code: themes live a floor higher, and access must be decided in one place.
    theme_code = models.CharField("thema", max_length=10, blank=True)
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        ordering = ["user", "role", "valid_from"]
        verbose_name = "rol"
        verbose_name_plural = "rollen"
        constraints = [
            ends_after_start("role_ends_after_start"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_known"),
            models.CheckConstraint(
                condition=Q(role__in=UNIT_ROLES, unit__isnull=False)
                | (~Q(role__in=UNIT_ROLES) & Q(unit__isnull=True)),
                name="role_unit_where_bound",
            ),
            models.CheckConstraint(
                condition=(Q(role=Role.THEME_LEAD) & ~Q(theme_code=""))
                | (~Q(role=Role.THEME_LEAD) & Q(theme_code="")),
                name="role_theme_where_bound",
            ),
            ExclusionConstraint(
                name="role_no_overlap",
                expressions=[
                    (one("user_id"), RangeOperators.OVERLAPS),
                    (one("unit_id"), RangeOperators.OVERLAPS),
                    (word("role"), RangeOperators.OVERLAPS),
                    (word("theme_code"), RangeOperators.OVERLAPS),
                    (validity(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        bound = self.unit.short_name if self.unit else self.theme_code
        return f"{self.get_role_display()} {bound}".strip()


@pghistory.track()
class Deputy(models.Model):
    """Somebody who may act in another person's role for a time."""

    assignment = models.ForeignKey(
        RoleAssignment, models.CASCADE, related_name="deputies", verbose_name="rol"
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="deputyships", verbose_name="vervanger")
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met")

    class Meta:
        ordering = ["valid_from"]
        verbose_name = "vervanger"
        verbose_name_plural = "vervangers"
        constraints = [ends_after_start("deputy_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.user} voor {self.assignment}"
