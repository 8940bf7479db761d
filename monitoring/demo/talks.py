"""Stories, the agreements of the talks of tertaal 1 2026, and how commitments stood each summer."""

from measures.models import Agreement, Commitment, CommitmentStatus, CommitmentStatusReport, Story
from monitoring.demo.chance import dice
from monitoring.demo.days import moment
from monitoring.demo.tables import rows_of
from monitoring.demo.world import World

TALKED_ABOUT = "2026-T1"


def add_stories(world: World) -> int:
    """Write the stories of the demo year."""
    columns = (
        "adres", "titel", "verteller", "datum", "eenheid", "thema", "werkt", "openbaar", "tekst",
    )  # fmt: skip
    rows = [
        Story(
            slug=row.required("adres"),
            title=row.required("titel"),
            text=row.required("tekst"),
            teller_role=row.required("verteller"),
            told_on=row.day("datum"),
            unit=row.reference("eenheid", world.units, "eenheden.csv"),
            theme=row.reference("thema", world.themes, "themas.csv"),
            works=row.yes_no("werkt"),
            is_public=row.yes_no("openbaar"),
            known_from=moment(dice("story", row.cells["adres"]), row.day("datum")),
        )
        for row in rows_of("verhalen", columns, ("adres",))
    ]
    return len(Story.objects.bulk_create(rows))


def add_agreements(world: World) -> int:
    """Write what was agreed in the talks, and what came of it."""
    columns = ("eenheid", "afgesproken_op", "afspraak", "wie", "uiterlijk", "nagekomen_op", "opvolging")
    rows = [
        Agreement(
            unit=row.reference("eenheid", world.units, "eenheden.csv"),
            round=world.rounds[TALKED_ABOUT],
            agreed_on=row.day("afgesproken_op"),
            what=row.required("afspraak"),
            who=row.required("wie"),
            due_on=row.day("uiterlijk"),
            followed_up_on=row.day_or_none("nagekomen_op"),
            follow_up=row.text("opvolging"),
        )
        for row in rows_of("afspraken", columns, ("eenheid", "afspraak"))
    ]
    return len(Agreement.objects.bulk_create(rows))


def add_commitment_reports(world: World) -> int:
    """Write how commitments stood after the register's own stand of June 2023."""
    commitments = {found.code: found for found in Commitment.objects.all()}
    statuses = {status.value: status for status in CommitmentStatus}
    columns = ("code", "datum", "stand", "tekst", "beantwoord_in")
    rows = [
        CommitmentStatusReport(
            commitment=row.reference("code", commitments, "toezeggingen.csv"),
            reported_on=row.day("datum"),
            status=row.choice("stand", statuses),
            text=row.required("tekst"),
            answered_in=row.text("beantwoord_in"),
            source=world.source,
            known_from=moment(dice("commitment", row.cells["code"], row.cells["datum"]), row.day("datum")),
        )
        for row in rows_of("toezeggingen", columns, ("code", "datum"))
    ]
    return len(CommitmentStatusReport.objects.bulk_create(rows))
