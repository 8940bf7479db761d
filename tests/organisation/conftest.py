"""Bea the beheerder, Anna the aanjager, and one figure that no beheerder may see."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from monitoring.models import DefinitionVersion, Indicator, Observation
from pvi.organisation.models import Role, RoleAssignment, Unit, User

Open = Callable[..., Any]
FIGURE = "61.7283"
REMARK = "Alleen voor de data steward."


def account(name: str, role: str = "", **more: Any) -> User:
    user = User.objects.create_user(name, password="een lang wachtwoord", display_name=name.title(), **more)
    if role:
        unit = Unit.objects.get(code="ROT") if role == Role.CHAMPION else None
        RoleAssignment.objects.create(user=user, role=role, unit=unit, valid_from=dt.date(2023, 1, 1))
    return user


@pytest.fixture
def observation(db: None) -> Observation:
    unit = Unit.objects.create(
        code="ROT", name="Rotterdam", short_name="Rotterdam", kind="regional", counted_in_2023="yes"
    )
    indicator = Indicator.objects.create(code="I-DI-01", name="Bejegening", perspective="citizen")
    DefinitionVersion.objects.create(
        indicator=indicator, number=1, effective_from=dt.date(2020, 1, 1), text="x", scale_label="%",
        direction="higher", frequency="year", lag_months=1, supplier="unit", time_rule="stock",
        roll_up="none", sensitivity_korps="public", sensitivity_unit="internal", sensitivity_team="internal",
    )  # fmt: skip
    return Observation.objects.create(
        indicator=indicator, unit=unit, period_code="2023", period_start=dt.date(2023, 1, 1),
        period_end=dt.date(2023, 12, 31), value=FIGURE, certainty="final", remark=REMARK,
    )  # fmt: skip


@pytest.fixture
def people(observation: Observation) -> dict[str, User]:
    return {
        "bea": account("bea", Role.ADMINISTRATOR),
        "anna": account("anna", Role.CHAMPION),
        "super": account("super", is_staff=True, is_superuser=True),
    }


@pytest.fixture
def visit(people: dict[str, User]) -> Open:
    """The answer to `visit("bea", "/beheer/")`; with `post=` it sends a form."""

    def answer(name: str, path: str, *, post: dict[str, Any] | None = None) -> Any:
        client = Client()
        if name:
            client.force_login(people[name], "django.contrib.auth.backends.ModelBackend")
        return client.get(path) if post is None else client.post(path, post)

    return answer
