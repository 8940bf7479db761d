"""A small police: a few units, measures, commitments and indicators, with snapshots of two months of 2026.

ROT and AMS and the korps have handed in the first tertaal of 2026 (to 30 April), signed off on 1 June.
What happened in November is known inside the own unit, and to those who read everything.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from measures.models import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    CommitmentStatusReport,
    Funding,
    Level,
    Measure,
)
from monitoring.models import (
    DefinitionVersion,
    FigureSnapshot,
    Indicator,
    IndicatorSnapshot,
    MeasureSnapshot,
    SnapshotRun,
    ThemeSnapshot,
)
from pvi.organisation.models import Counted, Role, RoleAssignment, Unit, UnitGroup, UnitKind, User
from themes.models import Programme, Round, Submission, SubmissionState, Theme

TODAY = dt.date(2026, 11, 20)
APRIL = dt.date(2026, 4, 1)
NOVEMBER = dt.date(2026, 11, 1)
SIGNED = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
IN_MAY = dt.datetime(2026, 5, 10, tzinfo=dt.UTC)
IN_NOVEMBER = dt.datetime(2026, 11, 10, tzinfo=dt.UTC)
LONG_AGO = dt.datetime(2021, 3, 1, tzinfo=dt.UTC)


def unit(code: str, parent: Unit | None = None, **more: Any) -> Unit:
    kind = more.pop("kind", UnitKind.REGIONAL)
    names = {"name": f"Eenheid {code}", "short_name": code}
    counted = more.pop("counted_in_2023", Counted.YES)
    made: Unit = Unit.objects.create(
        code=code, parent=parent, kind=kind, counted_in_2023=counted, **names, **more
    )
    return made


def person(name: str, role: str | None = None, **bound: Any) -> User:
    user = User.objects.create_user(name, f"{name}@politie.example", "schijf-van-vijf", display_name=name)
    if role:
        RoleAssignment.objects.create(user=user, role=role, valid_from=dt.date(2021, 1, 1), **bound)
    return user


def theme(number: int, code: str) -> Theme:
    return Theme.objects.create(
        number=number,
        code=code,
        slug=code.lower(),
        name=f"Thema {code}",
        aim="Wil",
        approach="Weg",
        slogan="Doen",
    )


def programme(code: str, *, is_history: bool) -> Programme:
    return Programme.objects.create(
        code=code, name=f"Programma {code}", starts_on=dt.date(2015, 1, 1), is_history=is_history
    )


def measure(code: str, of: Programme, owner: Unit, **more: Any) -> Measure:
    values = {"level": Level.UNIT, "title": f"Maatregel {code}", "known_from": LONG_AGO, **more}
    return Measure.objects.create(code=code, programme=of, unit=owner, **values)


def commitment(code: str, **more: Any) -> Commitment:
    values = {"kind": CommitmentKind.MOTION, "name": f"Motie {code}", "chamber": "Tweede Kamer", **more}
    return Commitment.objects.create(
        code=code, description="Gevraagd", responsible_role="minister JenV", **values
    )


def report(of: Commitment, day: dt.date, status: str) -> CommitmentStatusReport:
    known = dt.datetime.combine(day, dt.time(9), dt.UTC)
    return CommitmentStatusReport.objects.create(
        commitment=of, reported_on=day, status=status, text=f"Stand {status}", known_from=known
    )


def indicator(code: str, **more: Any) -> Indicator:
    values = {"name": f"Indicator {code}", "perspective": "citizen", "instrument": "MAR", **more}
    return Indicator.objects.create(code=code, **values)


def definition(of: Indicator, number: int = 1, **more: Any) -> DefinitionVersion:
    values: dict[str, Any] = {
        "effective_from": dt.date(2010, 1, 1),
        "text": "Wat er wordt geteld",
        "scale_label": "meldingen",
        "direction": "context",
        "frequency": "month",
        "lag_months": 1,
        "supplier": "unit",
        "time_rule": "stock",
        "roll_up": "sum",
        "sensitivity_korps": "public",
        "sensitivity_unit": "public",
        "sensitivity_team": "small_numbers",
    }
    return DefinitionVersion.objects.create(indicator=of, number=number, **{**values, **more})


@dataclass
class World:
    """What stands, by code."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    group: UnitGroup = field(default_factory=UnitGroup)

    def run(self, owner: Unit) -> SnapshotRun:
        return SnapshotRun.objects.create(unit=owner, month_from=APRIL, month_until=NOVEMBER)

    def figure(self, of: str, code: str, period: tuple[str, dt.date, dt.date], **more: Any) -> FigureSnapshot:
        """A figure of a unit, or of a group where `group` is given."""
        owner = self.units[code]
        values: dict[str, Any] = {"certainty": "final", "definition_number": 1, "known_from": IN_MAY, **more}
        if "group" not in values:
            values["unit"] = owner
        return FigureSnapshot.objects.create(
            indicator=self.indicators[of],
            run=self.run(owner),
            period_code=period[0],
            period_start=period[1],
            period_end=period[2],
            **values,
        )

    def indicator_snapshot(self, of: str, code: str, month: dt.date, **more: Any) -> IndicatorSnapshot:
        owner = self.units[code]
        reason = "no_value" if "nothing" in more else "context"
        values: dict[str, Any] = {
            "known_from": _known(month),
            "definition_number": 1,
            "reason": reason,
            **more,
        }
        if "group" not in values:
            values["unit"] = owner
        return IndicatorSnapshot.objects.create(
            indicator=self.indicators[of], run=self.run(owner), month=month, **values
        )

    def theme_snapshot(self, of: str, code: str, month: dt.date, **more: Any) -> ThemeSnapshot:
        owner = self.units[code]
        values: dict[str, Any] = {"known_from": _known(month), "status": "on_track", **more}
        return ThemeSnapshot.objects.create(
            theme=self.themes[of], unit=owner, run=self.run(owner), month=month, **values
        )

    def measure_snapshot(self, of: str, month: dt.date, **more: Any) -> MeasureSnapshot:
        found = self.measures[of]
        values: dict[str, Any] = {"known_from": _known(month), "status": "on_track", **more}
        return MeasureSnapshot.objects.create(
            measure=found, unit=found.unit, run=self.run(found.unit), month=month, **values
        )


def _known(month: dt.date) -> dt.datetime:
    return IN_MAY if month == APRIL else IN_NOVEMBER


def build() -> World:
    """The whole of it."""
    world = World()
    _organisation(world)
    _plans(world)
    _indicators(world)
    _snapshots(world)
    return world


def _organisation(world: World) -> None:
    korps = unit("KORPS", kind=UnitKind.KORPS, position=0)
    rot = unit("ROT", korps, position=1)
    ams = unit("AMS", korps, position=2)
    ended = unit("LE", korps, position=3, kind=UnitKind.NATIONAL, valid_until=dt.date(2023, 12, 31))
    unit("LX", korps, position=4, kind=UnitKind.NATIONAL, valid_from=dt.date(2024, 1, 1), predecessor=ended)
    unit("SK", korps, position=5, kind=UnitKind.SUPPORT, counted_in_2023=Counted.UNCERTAIN, is_active=False)
    world.units = {found.code: found for found in Unit.objects.all()}
    world.group = UnitGroup.objects.create(code="R4", name="Randstedelijke eenheden")
    world.group.members.set([rot, ams])
    world.people = {
        "anna": person("anna", Role.CHAMPION, unit=rot),
        "chris": person("chris", Role.CHAMPION, unit=ams),
        "dana": person("dana", Role.PROGRAMME_TEAM),
        "fatih": person("fatih", Role.AUDITOR),
        "rik": person("rik", Role.COUNCIL),
        "beheer": person("beheer", Role.ADMINISTRATOR),
        "niemand": person("niemand"),
    }
    _sign_off(world, korps, rot, ams)


def _sign_off(world: World, *units: Unit) -> None:
    first = Round.objects.create(
        period_code="2026-T1",
        period_start=dt.date(2026, 1, 1),
        period_end=dt.date(2026, 4, 30),
        opens_on=dt.date(2026, 4, 2),
        due_on=dt.date(2026, 5, 31),
    )
    for found in units:
        Submission.objects.create(
            round=first,
            unit=found,
            state=SubmissionState.SIGNED_OFF,
            submitted_by=world.people["anna"],
            submitted_at=IN_MAY,
            signed_by=world.people["dana"],
            signed_at=SIGNED,
        )


def _plans(world: World) -> None:
    world.themes = {"DI": theme(1, "DI"), "AD": theme(2, "AD")}
    pvi, kvhv = programme("PVI", is_history=False), programme("KVHV", is_history=True)
    korps, rot, ams = (world.units[code] for code in ("KORPS", "ROT", "AMS"))
    national = measure(
        "L21-DI-01", pvi, korps, level=Level.NATIONAL, is_public=True, theme=world.themes["DI"]
    )
    measure("ROT-DI-01", pvi, rot, parent=national, theme=world.themes["DI"])
    measure("AMS-DI-01", pvi, ams, parent=national, theme=world.themes["DI"], known_from=IN_NOVEMBER)
    measure("DH-1.2", kvhv, ams)
    world.measures = {found.code: found for found in Measure.objects.all()}
    given = commitment(
        "TZ-01", given_on=dt.date(2023, 6, 27), given_precision="day", theme=world.themes["AD"]
    )
    given.measures.set([national, world.measures["ROT-DI-01"]])
    report(given, dt.date(2023, 6, 27), CommitmentStatus.IN_PROGRESS)
    report(given, dt.date(2026, 3, 1), CommitmentStatus.SETTLED)
    Funding.objects.create(
        code="MID-1", name="motie", year=2023, amount_millions="2.500", purpose="Geld", commitment=given
    )
    commitment("TZ-02", kind=CommitmentKind.RECOMMENDATION, is_public=False)


def _indicators(world: World) -> None:
    open_to_all = indicator("I-AD-01", is_public=True, theme=world.themes["AD"])
    open_for_korps = indicator("I-DI-01", is_public=True, theme=world.themes["DI"])
    closed = indicator("I-VIT-01")
    definition(open_to_all)
    definition(
        open_to_all, 2, effective_from=dt.date(2019, 1, 1), breaks_series=True, scale_label="incidenten"
    )
    definition(open_for_korps, sensitivity_unit="internal", scale_label="%", direction="higher")
    definition(closed, sensitivity_korps="internal", sensitivity_unit="small_numbers")
    world.indicators = {found.code: found for found in Indicator.objects.all()}


YEAR = ("2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31))
OCTOBER = ("2026-10", dt.date(2026, 10, 1), dt.date(2026, 10, 31))


def _snapshots(world: World) -> None:
    for code in ("KORPS", "ROT", "AMS"):
        world.figure("I-AD-01", code, YEAR, value="6738", definition_number=2, source_text="§1")
        world.figure(
            "I-AD-01",
            code,
            OCTOBER,
            value="801",
            definition_number=2,
            known_from=IN_NOVEMBER,
            source_text="§2",
        )
        world.figure("I-DI-01", code, YEAR, value="14.4", certainty="provisional")
        world.figure("I-VIT-01", code, YEAR, nothing="suppressed", parts=1, expected_parts=2)
        for month, value in ((APRIL, "700"), (NOVEMBER, "801")):
            world.indicator_snapshot(
                "I-AD-01", code, month, value=value, certainty="final", status="context", definition_number=2
            )
            world.indicator_snapshot("I-VIT-01", code, month, nothing="suppressed")
            world.theme_snapshot("DI", code, month, measures=2, measure_counts={"on_track": 1, "overdue": 1})
    world.figure("I-AD-01", "KORPS", YEAR, group=world.group, value="1600", definition_number=2)
    for month in (APRIL, NOVEMBER):
        world.indicator_snapshot(
            "I-DI-01",
            "KORPS",
            month,
            group=world.group,
            value="31.5",
            status="behind",
            reason="beyond_margin",
        )
    for code in ("L21-DI-01", "ROT-DI-01"):
        for month in (APRIL, NOVEMBER):
            steps = [["Eerste stap", "2026-03-31", "2026-03-30"], ["Tweede stap", "2026-12-31", None]]
            chosen = {"manual_status": "at_risk", "manual_reason": "Loopt vast"}
            world.measure_snapshot(code, month, milestones=steps, planned="0.5", actual="0.25", **chosen)
