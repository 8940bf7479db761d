"""The filter on the register of measures."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from measures.models import Level
from measures.models.measure import STATUS_CHOICES
from monitoring.measure_criteria import ALL_THEMES, HISTORY, NOT_SETTLED, Criteria
from pvi.organisation.models import Unit
from themes.models import Programme, Theme

Choices = Sequence[tuple[str, str]]


WITHOUT_STATUS = [(NOT_SETTLED, "Nog niet vastgesteld"), (HISTORY, "Geschiedenis, zonder status")]
EVERY_UNIT = ("", "Alle eenheden")
EVERY_THEME = ("", "Alle thema’s")
EVERY_PROGRAMME = ("", "Alle programma’s")


def _choice(label: str, everything: tuple[str, str], choices: Choices = ()) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[everything, *choices])


class MeasureRegisterForm(forms.Form):
    """Every field is free: an unknown value is the same as no choice."""

    zoek = forms.CharField(
        label="Zoek in titel, code of omschrijving",
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    eenheid = _choice("Eenheid", EVERY_UNIT)
    thema = _choice("Thema", EVERY_THEME)
    status = _choice("Status", ("", "Alle statussen"), [*STATUS_CHOICES, *WITHOUT_STATUS])
    niveau = _choice("Niveau", ("", "Alle niveaus"), Level.choices)
    programma = _choice("Programma", EVERY_PROGRAMME)
    te_laat = forms.BooleanField(label="Alleen met iets te laat", required=False)

    def __init__(
        self, data: Any, *, units: Iterable[Unit], themes: Iterable[Theme], programmes: Iterable[Programme]
    ) -> None:
        super().__init__(data)
        self._offer("eenheid", [EVERY_UNIT, *((unit.slug, unit.name) for unit in units)])
        named = [(theme.slug, f"{theme.number}. {theme.name}") for theme in themes]
        self._offer("thema", [EVERY_THEME, *named, (ALL_THEMES, "Over alle thema’s heen")])
        self._offer("programma", [EVERY_PROGRAMME, *((one.code.lower(), str(one)) for one in programmes)])

    def _offer(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def criteria(self) -> Criteria:
        """What was chosen, without what is no choice."""
        self.is_valid()
        chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return Criteria(
            words=chosen["zoek"],
            unit=chosen["eenheid"],
            theme=chosen["thema"],
            status=chosen["status"],
            level=chosen["niveau"],
            programme=chosen["programma"],
            late_only=bool(chosen["te_laat"]),
        )
