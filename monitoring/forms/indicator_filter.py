"""The filter on the register of indicators."""

from collections.abc import Sequence
from typing import Any

from django import forms

from monitoring.models import Perspective
from monitoring.models.choices import DIRECTIONS, INDICATOR_STATUSES, NOTHINGS, SENSITIVITIES
from themes.models import Theme

CROSS_THEME = "alle-themas"
Choices = Sequence[tuple[str, str]]


def _choice(label: str, everything: str, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", everything), *choices])


class IndicatorFilter(forms.Form):
    """Every field is free: an unknown value is the same as no choice."""

    zoek = forms.CharField(
        label="Zoek op naam of code",
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    thema = _choice("Thema", "Alle thema’s", [])
    perspectief = _choice("Perspectief", "Alle perspectieven", Perspective.choices)
    richting = _choice("Richting", "Alle richtingen", DIRECTIONS)
    status = _choice("Status van het korps", "Alle statussen", [*INDICATOR_STATUSES, *NOTHINGS])
    gevoeligheid = _choice("Gevoeligheid per eenheid", "Alle", SENSITIVITIES)

    def __init__(self, data: Any, themes: Sequence[Theme]) -> None:
        super().__init__(data)
        names = [(theme.slug, f"{theme.number}. {theme.name}") for theme in themes]
        field = self.fields["thema"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Alle thema’s"), *names, (CROSS_THEME, "Over alle thema’s heen")]

    def chosen(self) -> dict[str, str]:
        """What was chosen by field, without what is no choice."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
