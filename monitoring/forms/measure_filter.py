"""The filter on the measures of one unit."""

from typing import Any

from django import forms

from measures.models.measure import STATUS_CHOICES
from monitoring.dashboards.unit.filters import MeasureFilter
from themes.models import Theme


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

    def chosen(self) -> MeasureFilter:
        """What was chosen, without what is no choice."""
        self.is_valid()
        return MeasureFilter(
            theme=self.cleaned_data.get("thema", ""),
            status=self.cleaned_data.get("status", ""),
            late_only=self.cleaned_data.get("te_laat", False),
        )
