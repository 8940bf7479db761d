"""Plotly's own style rules, taken out of its bundle."""

import pytest

from pvi.assets import plotly

FILLER = "".join(f',"X .part-{number}":"color:red;"' for number in range(60))


def test_writes_the_rules_with_the_names_plotly_gives_them() -> None:
    first = """"X,X div":'font-family:"Open Sans";margin:0;' """
    bundle = f'a=1;b={{{first}{FILLER},Y:"right:20px;","Y p":"margin:0;"}};c()'

    sheet = plotly.style_sheet(bundle)

    assert sheet.startswith(".js-plotly-plot .plotly,.js-plotly-plot .plotly div{font-family:")
    assert '"Open Sans";margin:0;}\n' in sheet
    assert ".js-plotly-plot .plotly .part-59{color:red;}\n" in sheet
    assert sheet.endswith(".plotly-notifier{right:20px;}\n.plotly-notifier p{margin:0;}\n")


def test_a_bundle_without_the_rules_stops_the_build() -> None:
    with pytest.raises(ValueError, match="style rules"):
        plotly.style_sheet("var a=1")
