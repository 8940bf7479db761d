"""Sources, and the ledger of work: here and not with the records, which cannot ask who may see them."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from pvi.organisation.access import may
from pvi.organisation.admin_site import KeptAdmin, WatchedAdmin
from pvi.records import jobs
from pvi.records.models import Job, JobState, Source

STATE_WORDS = {
    JobState.QUEUED: "in de rij",
    JobState.RUNNING: "bezig",
    JobState.DONE: "klaar",
    JobState.DEAD: "opgegeven",
}


@admin.register(Source)
class SourceAdmin(KeptAdmin):
    list_display = ["title", "code", "kind", "published_on", "published_precision"]
    list_filter = ["kind"]
    search_fields = ["code", "title", "reference"]


class StateFilter(admin.SimpleListFilter):
    title = "stand"
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, words) for state, words in STATE_WORDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Job]) -> QuerySet[Job]:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Job)
class JobAdmin(WatchedAdmin):
    """What waits, runs, is done or was given up; what was given up can be put back."""

    list_display = ["what", "about", "stand", "tries", "fault", "due"]
    fields = ["what", "about", "stand", "tries", "fault", "due", "asked", "ready"]
    list_filter = [StateFilter]
    search_fields = ["kind", "key"]
    actions = ["put_back"]

    @admin.display(description="soort werk", ordering="kind")
    def what(self, job: Job) -> str:
        return job.kind

    @admin.display(description="waarover", ordering="key")
    def about(self, job: Job) -> str:
        return job.key

    @admin.display(description="stand", ordering="state")
    def stand(self, job: Job) -> str:
        return STATE_WORDS[JobState(job.state)]

    @admin.display(description="pogingen", ordering="attempts")
    def tries(self, job: Job) -> int:
        return job.attempts

    @admin.display(description="fout")
    def fault(self, job: Job) -> str:
        """The first line only: below it PostgreSQL quotes the row that it refused, figures and all."""
        return job.error.partition("\n")[0].partition("\\n")[0]

    @admin.display(description="aan de beurt op", ordering="due_at")
    def due(self, job: Job) -> Any:
        return job.due_at

    @admin.display(description="gevraagd op")
    def asked(self, job: Job) -> Any:
        return job.requested_at

    @admin.display(description="klaar op")
    def ready(self, job: Job) -> Any:
        return job.finished_at

    def has_put_back_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "beheer.open")

    @admin.action(description="Zet terug in de rij", permissions=["put_back"])
    def put_back(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        with transaction.atomic():
            dead = queryset.order_by().filter(state=JobState.DEAD)
            count = dead.update(state=JobState.QUEUED, attempts=0, due_at=Now())
            jobs.wake_on_commit()
        words = "1 taak staat" if count == 1 else f"{count} taken staan"
        self.message_user(request, f"{words} weer in de rij. Alleen wat was opgegeven, is teruggezet.")
