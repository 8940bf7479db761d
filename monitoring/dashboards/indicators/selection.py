"""What the reader chose on the page of an indicator, and what there is to choose."""

from dataclasses import dataclass

from django.http import QueryDict

from monitoring.charts.spec import MAX_SERIES
from monitoring.dashboards.indicators.facts import Facts, main_of
from monitoring.dashboards.indicators.sight import Subject

WHOLE = "totaal"


@dataclass(frozen=True)
class Selection:
    """The unit or group, the disaggregations and the period that the address asks for."""

    subject: str = ""
    disaggregations: tuple[str, ...] = ()
    period: str = ""

    @classmethod
    def of(cls, parameters: QueryDict) -> "Selection":
        """Read the address; what does not exist is passed over later."""
        return cls(
            parameters.get("eenheid", "").strip().upper(),
            tuple(parameters.getlist("uitsplitsing")),
            parameters.get("tijdvak", "").strip(),
        )


@dataclass(frozen=True)
class Option:
    """One entry of a list to choose from."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Chosen:
    """The subject and the disaggregations that are shown, with what else could be."""

    subject: Subject
    disaggregations: tuple[str, ...]
    subjects: tuple[Option, ...]
    splits: tuple[Option, ...]
    too_many: bool = False

    @property
    def main(self) -> str:
        """The disaggregation that everything but the chart is about."""
        return self.disaggregations[0]

    @property
    def main_name(self) -> str:
        """The disaggregation in words; nothing for the total."""
        return "" if self.main in {"", WHOLE} else self.main


def chosen(facts: Facts, selection: Selection) -> Chosen:
    """The chosen subject, or else the first of korps, groups and eenheden; its chosen parts, or the total."""
    existing = [subject for subject in facts.sight.subjects if facts.exists_for(subject)]
    choices = existing or list(facts.sight.subjects[:1])
    subject = next((one for one in choices if one.code == selection.subject), choices[0])
    splits = splits_of(facts, subject)
    asked = [name for name in splits if label_of(name) in selection.disaggregations]
    shown = tuple(asked[:MAX_SERIES]) or (main_of(splits),)
    return Chosen(
        subject=subject,
        disaggregations=shown,
        subjects=tuple(Option(one.code.lower(), one.title, one is subject) for one in choices),
        splits=tuple(Option(label_of(name), label_of(name), name in shown) for name in splits),
        too_many=len(asked) > MAX_SERIES,
    )


def splits_of(facts: Facts, subject: Subject) -> list[str]:
    """The disaggregations of a subject, the total first."""
    found = {figure.disaggregation for figure in facts.figures_of(subject)}
    return sorted(found, key=lambda name: (name not in {"", WHOLE}, name))


def label_of(disaggregation: str) -> str:
    """A disaggregation as the reader chooses it."""
    return disaggregation or WHOLE
