"""What may be asked in an address; everything that is wrong with it is said at once."""
# ruff: noqa: N815 - the names of the API are camelCase.

import datetime as dt
import re
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from rest_framework import serializers

from pvi.organisation.api.pages import LARGEST_PAGE, PAGE

CODE = r"[A-Za-z0-9.-]+"
ISO_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
EMPTY = "Geef een waarde, of laat deze parameter weg."
UNKNOWN = "Deze parameter bestaat hier niet."
REPEATED = "Geef deze parameter maar één keer."


class CodeField(serializers.CharField):
    """One of the rows that this person may see, by its code."""

    default_error_messages = {"invalid": "Dit is geen code.", "unknown": "De code {code} is onbekend."}

    def __init__(self, rows: QuerySet[Any], **options: Any) -> None:
        self.rows = rows
        super().__init__(required=False, trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> Any:
        code = super().to_internal_value(data)
        if not re.fullmatch(CODE, code):
            self.fail("invalid")
        found = self._visible().filter(code=code).first()
        if found is None:
            self.fail("unknown", code=code)
        return found

    def _visible(self) -> Any:
        rows: Any = self.rows.all()
        is_scoped = hasattr(rows, "visible_to")
        return rows.visible_to(self.context["request"].user) if is_scoped else rows


class DayField(serializers.DateField):
    """The reference date (peildatum), not before the first day and not in the future."""

    default_error_messages = {
        "invalid": "Geef een datum als JJJJ-MM-DD, bijvoorbeeld 2026-03-31.",
        "future": "De peildatum ligt in de toekomst. Geef een datum tot en met vandaag.",
        "too_early": "De peildatum is te vroeg. De eerste mogelijke dag is {first}.",
    }

    def __init__(self, first: dt.date | None = None, **options: Any) -> None:
        self.first = first
        super().__init__(required=False, **options)

    def to_internal_value(self, value: Any) -> dt.date:
        if not re.fullmatch(ISO_DATE, value):
            self.fail("invalid")
        day = super().to_internal_value(value)
        if day > timezone.localdate():
            self.fail("future")
        if self.first and day < self.first:
            self.fail("too_early", first=self.first.isoformat())
        return day


class Parameters(serializers.Serializer[Any]):
    """What every resource may be asked: how it stood on a day. A list adds pages and filters."""

    peildatum = DayField(help_text="De dag waarvan u de stand wilt zien. Zonder peildatum: vandaag.")

    def to_internal_value(self, data: QueryDict) -> Any:
        wrong = self._misused(data)
        try:
            values = super().to_internal_value(data)
        except serializers.ValidationError as error:
            details: Any = error.detail
            wrong = details | wrong
        if wrong:
            raise serializers.ValidationError(wrong)
        return values

    def _misused(self, data: QueryDict) -> dict[str, Any]:
        return {name: [wrong] for name, values in data.lists() if (wrong := self._misuse(name, values))}

    def _misuse(self, name: str, values: list[str]) -> serializers.ErrorDetail | None:
        if name not in self.fields:
            return serializers.ErrorDetail(UNKNOWN, "unknown")
        if len(values) > 1:
            return serializers.ErrorDetail(REPEATED, "repeated")
        return None if values[0] else serializers.ErrorDetail(EMPTY, "empty")


class ListParameters(Parameters):
    """What every list may be asked; the fields of a subclass are filters, `source` says on what."""

    page = serializers.IntegerField(
        required=False, min_value=1, help_text="Het nummer van de pagina, vanaf 1."
    )
    pageSize = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=LARGEST_PAGE,
        help_text=f"Het aantal rijen per pagina, ten hoogste {LARGEST_PAGE}. Zonder pageSize: {PAGE}.",
    )
