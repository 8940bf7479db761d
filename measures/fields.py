"""Form fields that read what Dutch people type, and say in Dutch what else to type."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms

from pvi.lib.formatting import DateError, NumberError, date_short, field_number, parse_date, parse_number

LONGEST_TEXT = 4000


class TextField(forms.CharField):
    """Some sentences: limited, with the line ends that every system shares."""

    def __init__(self, *, rows: int = 3, max_length: int = LONGEST_TEXT, **kwargs: Any) -> None:
        # The limit is not told to the browser: cutting off what somebody pastes would lose words in silence.
        widget = forms.Textarea(attrs={"rows": rows, "cols": False})
        super().__init__(widget=widget, **kwargs)
        self.limit = max_length

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > self.limit:
            limit, length = field_number(self.limit), field_number(len(text))
            raise forms.ValidationError(
                f"De tekst is te lang: {length} tekens. Gebruik er ten hoogste {limit}."
            )
        return text


class DateField(forms.Field):
    """A day, typed as 31-3-2026."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def to_python(self, value: str | None) -> dt.date | None:
        if value is None or not value.strip():
            return None
        try:
            return parse_date(value)
        except DateError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return date_short(value) if isinstance(value, dt.date) else value


class NumberField(forms.Field):
    """A number, typed as 1234,5."""

    def __init__(self, *, decimals: int, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)
        self.decimals = decimals

    def to_python(self, value: str | None) -> Decimal | None:
        if value is None or not value.strip():
            return None
        try:
            found = parse_number(value)
        except NumberError as error:
            raise forms.ValidationError(str(error)) from error
        if -int(found.as_tuple().exponent) > self.decimals:
            raise forms.ValidationError(f"Gebruik ten hoogste {self.decimals} cijfers achter de komma.")
        return found

    def prepare_value(self, value: Any) -> Any:
        return field_number(value) if isinstance(value, Decimal) else value
