"""The demo year belongs in a database of its own: beside the register, and nothing else."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from monitoring.demo import DemoRefused, load_demo_year
from monitoring.demo.guard import Found, what_is_there
from monitoring.models import Indicator, Observation
from pvi.organisation.models import User
from pvi.organisation.register import load_units
from pvi.records.models import Source
from pvi.records.register import Changes
from themes.models import Programme
from themes.register import load_programmes

pytestmark = pytest.mark.django_db


def test_without_the_register_there_is_nothing_to_build_on() -> None:
    with pytest.raises(DemoRefused, match="load_register"):
        load_demo_year()


def test_a_real_account_keeps_it_out() -> None:
    User.objects.create(username="echt", display_name="Echt")
    with pytest.raises(CommandError, match="niet uit het register"):
        call_command("load_demo_year")
    assert not Source.objects.exists()


def test_a_figure_without_a_source_is_real_work() -> None:
    units = load_units(settings.BASE_DIR / "data", Changes())
    indicator = Indicator.objects.create(code="I-1", name="Iets", perspective="learning")
    Observation.objects.create(
        indicator=indicator,
        unit=units["ROT"],
        period_code="2025",
        period_start="2025-01-01",
        period_end="2025-12-31",
        value=1,
        certainty="final",
    )
    assert what_is_there() is Found.REAL_WORK


def test_a_marked_programme_holds_the_demo_already() -> None:
    load_programmes(settings.BASE_DIR / "data", Changes())
    Programme.objects.filter(code="PVI").update(is_fictitious=True)
    assert load_demo_year() == {}
