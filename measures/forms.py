"""The form with which somebody reports on a measure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from measures.facts import Stand
from measures.fields import DateField, NumberField, TextField
from measures.lifecycle import Report, rule
from measures.models import Measure, Milestone
from measures.status import STATUS_MARKS, MeasureStatus
from pvi.lib.marks import Mark

VERDICTS = [
    MeasureStatus.ON_TRACK,
    MeasureStatus.AT_RISK,
    MeasureStatus.BEHIND,
    MeasureStatus.OVERDUE,
    MeasureStatus.DONE,
    MeasureStatus.STOPPED,
]
WITHOUT_MILESTONES = [MeasureStatus.NOT_STARTED, MeasureStatus.IN_PROGRESS]
NOT_AS_WRITTEN = {"status", "computed", "milestones"}
# The column holds ten digits before the comma.
TOO_MANY = Decimal(10) ** 10


@dataclass(frozen=True, slots=True)
class StatusOption:
    """A radio button with its badge."""

    id: str
    value: str
    mark: Mark
    is_checked: bool
    is_computed: bool


@dataclass(frozen=True, slots=True)
class MilestoneOption:
    """A check box; one that was done before cannot be undone here."""

    id: str
    milestone: Milestone
    is_checked: bool


class UpdateForm(forms.Form):
    """How a measure stands, which milestones were reached, what does not work and what comes next."""

    computed = forms.ChoiceField(widget=forms.HiddenInput, required=False)
    status = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        error_messages={
            "required": "Kies hoe het ervoor staat.",
            "invalid_choice": "Kies een van de standen hieronder.",
        },
    )
    reason = TextField(
        label="Reden om af te wijken van de berekende stand", required=False, rows=2, max_length=1000
    )
    milestones = forms.MultipleChoiceField(
        label="Welke mijlpalen zijn gehaald?",
        required=False,
        error_messages={"invalid_choice": "Een gekozen mijlpaal hoort niet bij deze maatregel."},
    )
    is_confirmation = forms.BooleanField(label="De vorige stand klopt nog", required=False)
    text = TextField(
        label="Stand van zaken",
        required=False,
        help_text="Twee of drie zinnen. Geen namen en geen persoonsgegevens.",
    )
    friction = TextField(
        label="Wat werkt niet?",
        required=False,
        rows=2,
        help_text="De schuring: wat loopt vast en waarom? Anderen leren ervan. Geen namen en geen zaken.",
    )
    friction_is_internal = forms.BooleanField(
        label="Alleen intern: niet tonen aan andere eenheden", required=False
    )
    lesson = TextField(label="Wat we leerden", required=False, rows=2)
    next_step = TextField(label="Volgende stap", required=False, rows=2, max_length=1000)
    next_step_on = DateField(
        label="Volgende stap uiterlijk", required=False, help_text="Bijvoorbeeld 31-3-2027."
    )
    result_count = NumberField(label="Resultaat tot nu toe", required=False, decimals=4)
    evidence = TextField(
        label="Waar is dit te zien?",
        required=False,
        rows=2,
        max_length=1000,
        help_text="Bijvoorbeeld de naam van een besluit, verslag of document.",
    )

    def __init__(
        self, data: Any = None, *, measure: Measure, stand: Stand, today: dt.date, has_previous: bool
    ) -> None:
        super().__init__(data, initial={"status": stand.status.value, "computed": stand.status.value})
        self.stand, self.today = stand, today
        self.all_milestones = list(measure.milestones.all())
        self._offer(measure, has_previous=has_previous)

    def _offer(self, measure: Measure, *, has_previous: bool) -> None:
        open_ones = [(str(m.pk), m.title) for m in self.all_milestones if m.done_on is None]
        self._choices("milestones", open_ones)
        self._choices("status", [(status.value, STATUS_MARKS[status].word) for status in self._statuses()])
        self._choices("computed", [(status.value, status.value) for status in MeasureStatus])
        if not has_previous:
            del self.fields["is_confirmation"]
        if measure.result_goal_count is None:
            del self.fields["result_count"]
        elif measure.result_goal_unit:
            self.fields["result_count"].label = f"Resultaat tot nu toe: {measure.result_goal_unit}"

    def _choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _statuses(self) -> list[MeasureStatus]:
        """What can be chosen; the computed status always, the rest as far as it makes sense here."""
        offered = [*WITHOUT_MILESTONES, *VERDICTS] if self.stand.rests_on_reports else VERDICTS
        return offered if self.stand.status in offered else [self.stand.status, *offered]

    @property
    def computed_word(self) -> str:
        return STATUS_MARKS[self.stand.status].word.lower()

    def status_options(self) -> list[StatusOption]:
        """The radio buttons, the computed status marked."""
        bound, chosen = self["status"], self["status"].value()
        return [
            StatusOption(
                f"{bound.auto_id}_{place}",
                status.value,
                STATUS_MARKS[status],
                chosen == status.value,
                status is self.stand.status,
            )
            for place, status in enumerate(self._statuses())
        ]

    def milestone_options(self) -> list[MilestoneOption]:
        """The check boxes, those that were done before included."""
        bound, chosen = self["milestones"], self["milestones"].value() or []
        return [
            MilestoneOption(f"{bound.auto_id}_{place}", milestone, str(milestone.pk) in chosen)
            for place, milestone in enumerate(self.all_milestones)
        ]

    @property
    def has_more(self) -> bool:
        """Whether the folded part holds something, and so must be open."""
        names = ("lesson", "next_step", "next_step_on", "result_count", "evidence")
        return any(name in self.errors or self[name].value() for name in names if name in self.fields)

    def clean_next_step_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["next_step_on"]
        if day and day < self.today:
            raise forms.ValidationError("Deze datum is al geweest. Vul vandaag of een latere datum in.")
        return day

    def clean_result_count(self) -> Decimal | None:
        count: Decimal | None = self.cleaned_data["result_count"]
        if count is not None and not 0 <= count < TOO_MANY:
            raise forms.ValidationError("Vul een aantal in van 0 tot 10 miljard, bijvoorbeeld 12.")
        return count

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        if "text" in found and not found["text"] and not found.get("is_confirmation"):
            self.add_error("text", self._text_wanted())
        if "status" in found and "reason" in found and not found["reason"]:
            self._ask_for_reason(self.report())
        return found

    def _text_wanted(self) -> str:
        or_confirm = ", of vink aan dat de vorige stand nog klopt" if "is_confirmation" in self.fields else ""
        return f"Schrijf in twee of drie zinnen hoe het ervoor staat{or_confirm}."

    def _ask_for_reason(self, report: Report) -> None:
        if rule(self.stand, report).is_manual:
            after = self.stand.after(report.milestones_done, report.result_count).status
            computed = f"De berekende stand is ‘{STATUS_MARKS[after].word.lower()}’."
            self.add_error("reason", f"{computed} Schrijf op waarom u iets anders kiest.")

    def report(self) -> Report:
        """What was filled in, for `record_update`."""
        found = self.cleaned_data
        written = {name: found[name] for name in self.fields if name in found and name not in NOT_AS_WRITTEN}
        return Report(
            status=MeasureStatus(found["status"]),
            computed=MeasureStatus(found.get("computed") or self.stand.status),
            milestones_done=frozenset(int(key) for key in found.get("milestones", [])),
            **written,
        )
