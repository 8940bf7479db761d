"""A list costs the same number of queries however long it is."""

from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import BASE
from tests.api.world import (
    APRIL,
    NOVEMBER,
    YEAR,
    World,
    commitment,
    definition,
    indicator,
    measure,
    theme,
    unit,
)

# Session, user, roles, count, rows and what a row takes along; snapshots also ask which units there are.
COUNTS = {
    "eenheden": 6,
    "themas": 5,
    "maatregelen": 5,
    "toezeggingen": 7,
    "indicatoren": 6,
    "metingen": 8,
    "momentopnamen": 8,
    "thema-momentopnamen": 6,
    "maatregel-momentopnamen": 6,
}
SIGNED_OFF = {"metingen", "momentopnamen", "thema-momentopnamen", "maatregel-momentopnamen"}
# An aanjager has units below the own unit; of other units it is asked what is signed off.
MORE = {"dana": (0, 0), "anna": (1, 2), "rik": (0, 2)}


@pytest.mark.parametrize("name", MORE)
@pytest.mark.parametrize("resource", COUNTS)
def test_the_number_of_queries_is_fixed(
    world: World, django_assert_num_queries: Any, resource: str, name: str
) -> None:
    client = Client()
    client.force_login(world.people[name])
    tree, signed = MORE[name]
    expected = COUNTS[resource] + tree + (signed if resource in SIGNED_OFF else 0)
    with django_assert_num_queries(expected):
        before = client.get(BASE + resource).json()["count"]
    more(world)
    with django_assert_num_queries(expected):
        assert client.get(BASE + resource).json()["count"] > before


def more(world: World) -> None:
    """Another unit and indicator, and more of everything."""
    world.units["NN"] = unit("NN", world.units["KORPS"], position=9)
    world.indicators["I-NDV-01"] = indicator("I-NDV-01", is_public=True, theme=world.themes["DI"])
    definition(world.indicators["I-NDV-01"])
    for code in ("NN", "ROT", "AMS"):
        world.figure("I-NDV-01", code, YEAR, value="1")
        for month in (APRIL, NOVEMBER):
            world.indicator_snapshot("I-NDV-01", code, month, value="1")
            world.theme_snapshot("AD", code, month)
    owner = world.measures["ROT-DI-01"]
    added = measure(
        "NN-01", owner.programme, world.units["NN"], parent=owner, theme=world.themes["AD"], is_public=True
    )
    world.measures["NN-01"] = added
    for month in (APRIL, NOVEMBER):
        world.measure_snapshot("NN-01", month)
    theme(3, "PC")
    commitment("TZ-03", theme=world.themes["DI"]).measures.set([added, owner])
