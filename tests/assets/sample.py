"""Made-up content for a page that shows every shared fragment once, in all its states."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import orjson
from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from pvi.lib.marks import Mark, Tone

ON_TRACK = Mark("Op koers", "i-ok", Tone.OK, "Op koers")
AT_RISK = Mark("Aandacht nodig", "i-warn", Tone.WARN, "Aandacht")
OVERDUE = Mark("Te laat", "i-late", Tone.BAD, "Te laat")
MARKS = [
    ON_TRACK,
    AT_RISK,
    OVERDUE,
    Mark("Achter", "i-behind", Tone.BAD, "Achter"),
    Mark("Gereed", "i-done", Tone.OK, "Gereed"),
    Mark("Niet gestart", "i-todo", Tone.CALM, "Niet gestart"),
    Mark("Loopt", "i-running", Tone.INFO, "Loopt"),
    Mark("Gestopt", "i-stop", Tone.CALM, "Gestopt"),
    Mark("Stand onbekend", "i-unknown", Tone.CALM, "Onbekend"),
    Mark("Context, geen oordeel", "i-context", Tone.INFO, "Context"),
    Mark("Geen streefwaarde", "i-notarget", Tone.CALM, "Geen"),
    Mark("Nog geen oordeel", "i-nopath", Tone.CALM, "Nog geen"),
    Mark("Niet gehaald", "i-notmet", Tone.BAD, "Niet gehaald"),
    Mark("Verouderd", "i-rev", Tone.CALM, "Verouderd"),
]
NOTHINGS = [
    Mark("nog niet verwacht", "v-notdue", Tone.CALM, "nog niet"),
    Mark("niet geleverd", "v-missing", Tone.WARN, "ontbreekt"),
    Mark("niet van toepassing", "v-na", Tone.CALM, "n.v.t."),
    Mark("afgeschermd, minder dan 10", "v-suppressed", Tone.INFO, "afgeschermd"),
]
NAMES = [
    "Veilige en inclusieve teams",
    "Diverse instroom",
    "Aanpak discriminatie",
    "Professioneel controleren",
    "Netwerk Divers Vakmanschap & Bondgenoten",
]
MENU = ["Start", "P&C", "Thema’s", "Eenheden", "Maatregelen", "Toezeggingen", "Indicatoren", "Rapporten"]


@dataclass(frozen=True)
class Cell:
    """One cell of the table behind a chart."""

    text: str
    is_number: bool = False

    def __str__(self) -> str:
        return self.text


TABLE = {
    "caption": "Aandeel gereed per kwartaal",
    "headers": [Cell("Kwartaal"), Cell("Gereed", is_number=True)],
    "rows": [[Cell("k1 2023"), Cell("12%", is_number=True)], [Cell("k4 2023"), Cell("49%", is_number=True)]],
}


class UpdateForm(forms.Form):
    """One field of each kind."""

    status = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        help_text="Berekend uit de mijlpalen: te laat.",
        widget=forms.RadioSelect,
        choices=[("on_track", "Op koers"), ("at_risk", "Aandacht nodig"), ("overdue", "Te laat")],
    )
    done = forms.MultipleChoiceField(
        label="Welke mijlpalen zijn gehaald?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "Voorstel gemaakt"), ("2", "Richtlijn vastgesteld")],
    )
    text = forms.CharField(label="Stand van zaken", help_text="Twee of drie zinnen.", widget=forms.Textarea)
    period = forms.CharField(label="Tijdvak", help_text="Bijvoorbeeld k2 2023", max_length=9)
    shared = forms.BooleanField(label="Deze stand is openbaar", required=False)


class FilterForm(forms.Form):
    theme = forms.ChoiceField(label="Thema", required=False, choices=[("", "Alle thema’s"), ("2", NAMES[1])])
    words = forms.CharField(label="Zoekwoord", required=False)


def _axis() -> dict[str, Any]:
    return {"tickvals": [1, 2, 3, 4], "ticktext": ["k1 2023", "k2", "k3", "k4"], "range": [0.5, 4.5]}


def chart(name: str, title: str, height: str) -> dict[str, Any]:
    """A chart with its three renderings, as the fragment takes it."""
    figure = {
        "data": [{"type": "scatter", "x": [1, 2, 3, 4], "y": [12, 25, 38, 49], "line": {"color": "#0072B2"}}],
        "layout": {"xaxis": _axis(), "yaxis": {"range": [0, 60]}, "annotations": [], "meta": {}},
    }
    drawing = (
        '<svg viewBox="0 0 700 250" aria-hidden="true" focusable="false">'
        '<path d="M40 222H686" stroke="#8795A6"/>'
        '<path d="M88 180L290 140L490 100L650 60" fill="none" stroke="#0072B2" stroke-width="2.75"/>'
        '<text x="660" y="60" font-size="13" fill="#0072B2">49%</text></svg>'
    )
    return {
        "id": name,
        "title": title,
        "unit": "aandeel van de mijlpalen, per kwartaal",
        "summary": "In het vierde kwartaal was 49% gereed; in het eerste 12%.",
        "svg": SafeString(drawing),
        "figure_json": SafeString(orjson.dumps(figure).decode()),
        "height": height,
        "table": TABLE,
        "csv_url": "#csv",
        "explain_url": "#berekening",
        "source": "mijlpalen, stand 31-8-2023",
        "mark": MARKS[9],
    }


def _cards() -> list[dict[str, Any]]:
    verdicts = [AT_RISK, AT_RISK, ON_TRACK, ON_TRACK, OVERDUE]
    cards: list[dict[str, Any]] = [
        {
            "number": number,
            "name": name,
            "url": "#",
            "mark": mark,
            "done": Decimal(number * 11) + Decimal("0.5"),
            "planned": Decimal(66),
            "note": "Reflectiekamer op schema. Training loopt twee maanden achter.",
        }
        for number, (name, mark) in enumerate(zip(NAMES, verdicts, strict=True), start=1)
    ]
    cards[3]["planned"] = None
    return cards


def _facts() -> list[dict[str, Any]]:
    return [
        {"label": "Op koers of gereed", "value": "8", "of": "van 14", "sub": "vorige ronde 9 van 14"},
        {"label": "Te laat", "value": "2", "sub": "Exitgesprekken en diensttijd", "url": "#"},
        {"label": "Mijlpalen gereed", "value": "49%", "of": "van 57% gepland", "sub": "eind april 37%"},
        {"label": "Leden van het netwerk", "nothing": NOTHINGS[3], "sub": "te klein om te tonen"},
        {"label": "Cijfers met duiding", "value": "7", "of": "van 8", "sub": "één duiding ontbreekt"},
    ]


def _row(number: int) -> dict[str, Any]:
    done = f"{number * 12}%"
    return {"name": f"Maatregel {number}", "done": done, "mark": MARKS[number], "nothing": NOTHINGS[number]}


def frame() -> dict[str, Any]:
    """What stands around every page."""
    menu: list[dict[str, Any]] = [
        {"url": "#", "label": word, "is_current": word == "Eenheden", "count": 0} for word in MENU
    ]
    return {
        "navigation": [*menu, {"url": "#", "label": "Mijn werk", "is_current": False, "count": 4}],
        "account": {"name": "Bram", "role_label": "EMT-lid Rotterdam"},
        "fictitious": True,
        "footer_links": [{"url": "#", "label": "Toegankelijkheid"}, {"url": "#", "label": "Privacy"}],
        "version": "0.1.0",
        "moment": "31-8-2023 07.00 uur",
        "marking": "Intern",
        "crumbs": [{"label": "Start", "url": "/"}, {"label": "Eenheden", "url": "#"}, {"label": "Rotterdam"}],
    }


def fragments() -> dict[str, Any]:
    """What the fragments show."""
    list_pages = Paginator(range(421), 50)
    return {
        "hidden": [("thema", "2")],
        "facts": _facts(),
        "cards": _cards(),
        "chart": chart("c-plan", "Gepland en werkelijk gereed", "m"),
        "small_charts": [chart(f"c-{n}", f"Indicator nummer {n}", "s") for n in range(1, 4)],
        "interpretation": {
            "text": "De achterstand ontstond in het voorjaar.\n\nDe rest halen we dit jaar.",
            "by": "Aanjager Rotterdam",
            "date": date(2023, 8, 28),
        },
        "friction": [
            {"what": "Roosters laten geen ruimte", "learned": "een vast dagdeel werkt.", "from": "Thema 5"},
            {"what": "De dialoogavond van juli ging niet door"},
        ],
        "marks": MARKS,
        "nothings": NOTHINGS,
        "story": {
            "title": "Uitleg geven vóór de vraag komt",
            "quote": "‘Sinds ik meteen zeg waarom, duurt een controle korter.’",
            "from": "Ambassadeur · Noord-Holland · 24 augustus 2023",
            "url": "#",
        },
        "chips": [
            {"label": "Alle", "url": "?", "is_current": True, "count": 37},
            {"label": "Open", "url": "?stand=open", "is_current": False, "count": 28},
        ],
        "filters": FilterForm(),
        "rows": [_row(number) for number in range(3)],
        "page": list_pages.page(4),
        "pages": list(list_pages.get_elided_page_range(4, on_each_side=1, on_ends=1)),
        "form": UpdateForm({"period": "k5 tweeduizend", "status": "overdue"}),
    }
