"""Stories from practice, and the agreements of a talk between korpsleiding and eenheid."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from measures.models.measure import Measure
from measures.querysets import StoryQuerySet
from pvi.organisation.models import Unit
from pvi.records.models import Source
from themes.models import Round, Theme


@pghistory.track()
class Story(models.Model):
    """What works or does not work, told by somebody in a role; without personal data."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField("titel", max_length=160)
    text = models.TextField("verhaal")
    teller_role = models.CharField("verteld door (rol)", max_length=120)
    told_on = models.DateField("datum")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stories", verbose_name="eenheid")
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="stories", verbose_name="thema"
    )
    works = models.BooleanField("gaat over wat werkt", default=True)
    is_public = models.BooleanField("openbaar", default=False)
    known_from = models.DateTimeField("bekend sinds", db_default=Now())

    objects: ClassVar[StoryQuerySet] = StoryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-told_on", "pk"]
        verbose_name = "verhaal"
        verbose_name_plural = "verhalen"

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Agreement(models.Model):
    """An agreement (afspraak) of a P&C talk: who does what by when, and what came of it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="agreements", verbose_name="eenheid")
    round = models.ForeignKey(Round, models.PROTECT, related_name="agreements", verbose_name="ronde")
    agreed_on = models.DateField("afgesproken op")
    what = models.CharField("afspraak", max_length=240)
    who = models.CharField("wie", max_length=120)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    followed_up_on = models.DateField("nagekomen op", null=True, blank=True)
    follow_up = models.TextField("opvolging", blank=True)

    class Meta:
        ordering = ["agreed_on", "pk"]
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        constraints = [
            models.UniqueConstraint(fields=["unit", "agreed_on", "what"], name="agreement_once"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("agreed_on")),
                name="agreement_due_after_agreed",
            ),
        ]

    def __str__(self) -> str:
        return self.what


@pghistory.track()
class Research(models.Model):
    """Research that says something about the programme, and the measures that it is about."""

    code = models.CharField(max_length=20, unique=True)
    title = models.CharField("titel", max_length=240)
    by = models.CharField("uitvoerder", max_length=160, blank=True)
    years = models.CharField("jaar", max_length=20, blank=True)
    state = models.CharField("stand", max_length=80, blank=True)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="research", verbose_name="thema"
    )
    summary = models.TextField("omschrijving")
    measures = models.ManyToManyField(
        Measure, blank=True, related_name="research", verbose_name="maatregelen"
    )
    is_public = models.BooleanField("openbaar", default=False)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, verbose_name="bron")

    class Meta:
        ordering = ["-years", "code"]
        verbose_name = "onderzoek"
        verbose_name_plural = "onderzoeken"

    def __str__(self) -> str:
        return self.title
