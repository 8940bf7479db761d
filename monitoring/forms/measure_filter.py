"""The filter on the measures of one unit."""

from typing import Any, NamedTuple

from django import forms

from measures.models.measure import STATUS_CHOICES
from themes.models import Theme


class Chosen(NamedTuple):
    """A theme by its slug, a status by its stored value, and whether only what is late or stale counts."""

    theme: str
    status: str
    late_only: bool


class MeasureFilterForm(forms.Form):
    """Every field is free: an unknown value is the same as no choice."""

    thema = forms.ChoiceField(label="Thema", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Alle statussen"), *STATUS_CHOICES]
    )
    te_laat = forms.BooleanField(label="Alleen te laat of verouderd", required=False)

    def __init__(self, data: Any, themes: list[Theme]) -> None:
        super().__init__(data)
        choices = [(theme.slug, f"{theme.number}. {theme.name}") for theme in themes]
        field = self.fields["thema"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Alle thema’s"), *choices]

    def chosen(self) -> Chosen:
        """What was chosen, without what is no choice."""
        self.is_valid()
        return Chosen(
            theme=self.cleaned_data.get("thema", ""),
            status=self.cleaned_data.get("status", ""),
            late_only=self.cleaned_data.get("te_laat", False),
        )
