"""The words on screen for the values that the rule modules use."""

from django.db import models

DIRECTIONS = [
    ("higher", "hoger is beter"),
    ("lower", "lager is beter"),
    ("hold", "gelijk houden"),
    ("context", "context, geen oordeel"),
]
TIME_RULES = [
    ("stock", "stand: de laatste waarde geldt"),
    ("flow", "stroom: telt op over de maanden"),
    ("cumulative", "oplopend totaal"),
]
ROLL_UPS = [
    ("sum", "som van de onderdelen"),
    ("ratio", "som van tellers gedeeld door som van noemers"),
    ("weighted", "gewogen naar aantal"),
    ("none", "niet op te tellen"),
]
FREQUENCIES = [
    ("month", "maand"),
    ("quarter", "kwartaal"),
    ("four_months", "tertaal"),
    ("half_year", "halfjaar"),
    ("year", "jaar"),
    ("two_years", "twee jaar"),
    ("rare", "drie tot vijf jaar"),
]
OPERATORS = [("at_least", "ten minste"), ("at_most", "ten hoogste"), ("equals", "toe naar")]
CERTAINTIES = [("final", "definitief"), ("provisional", "voorlopig"), ("estimate", "schatting")]
SENSITIVITIES = [("public", "openbaar"), ("internal", "intern"), ("small_numbers", "klein aantal")]
NOTHINGS = [
    ("not_due", "nog niet verwacht"),
    ("not_delivered", "niet geleverd"),
    ("not_applicable", "niet van toepassing"),
    ("suppressed", "afgeschermd"),
]
INDICATOR_STATUSES = [
    ("met", "Gehaald"),
    ("on_track", "Op koers"),
    ("at_risk", "Aandacht nodig"),
    ("behind", "Achter"),
    ("not_met", "Niet gehaald"),
    ("context", "Context, geen oordeel"),
    ("no_target", "Geen streefwaarde"),
    ("no_path", "Nog geen oordeel"),
]


class Supplier(models.TextChoices):
    UNIT = "unit", "eenheid"
    KORPS = "korps", "korps"
    EXTERNAL = "external", "extern"


def values(choices: list[tuple[str, str]]) -> list[str]:
    """The stored values of a list of choices, for a check constraint."""
    return [value for value, _ in choices]
