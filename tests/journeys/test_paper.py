"""What comes out of the printer."""

import re

import pytest

from tests.journeys.people import Visitor

pytestmark = [
    pytest.mark.xdist_group("journeys"),
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]


def test_the_korpsleiding_takes_one_sheet_to_the_talk(visitor: Visitor) -> None:
    page = visitor("els")
    page.goto("/pc")
    page.wait_for_selector("html[data-charts-ready]")
    paper = page.pdf(prefer_css_page_size=True, print_background=True)

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    width, height = map(float, re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)[0])
    assert (round(width), round(height)) in {(595, 842), (596, 842), (594, 842), (595, 841)}
