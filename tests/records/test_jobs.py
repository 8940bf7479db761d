"""The ledger of jobs: asked in the same transaction, done by one worker, never lost."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from pvi.records import jobs
from pvi.records.models import DueMark, Job

KIND = "test_kind"
NOW = dt.timedelta()
DAY = dt.date(2024, 1, 1)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[jobs.Claim]:
    """What the handler of the test's kind was given; it finishes every job."""
    seen: list[jobs.Claim] = []

    def handle(claim: jobs.Claim) -> None:
        seen.append(claim)
        with transaction.atomic():
            jobs.finish(claim)

    monkeypatch.setitem(jobs._handlers, KIND, handle)
    return seen


def ask(*keys: str, since: dt.date = DAY) -> None:
    jobs.enqueue(kind=KIND, keys=keys or ("ROT",), since=since, settle=NOW)


def job() -> Job:
    return Job.objects.get(kind=KIND)


def let_lease_end() -> None:
    Job.objects.update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


def claimed() -> jobs.Claim:
    claim = jobs.claim(job().pk)
    assert claim is not None
    return claim


@transaction.atomic
def write_and_finish(claim: jobs.Claim) -> None:
    DueMark.objects.create(kind=KIND, key="written by the slow one", since=DAY)
    jobs.finish(claim)


@pytest.mark.django_db
def test_a_job_is_done_once(done: list[jobs.Claim]) -> None:
    ask("ROT", "AMS")
    assert jobs.run_all_due() == 2
    assert jobs.run_all_due() == 0
    assert sorted(claim.key for claim in done) == ["AMS", "ROT"]


@pytest.mark.django_db
def test_work_that_is_rolled_back_was_never_asked() -> None:
    with transaction.atomic():
        ask()
        transaction.set_rollback(True)
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_asking_again_keeps_one_job_and_the_earliest_day() -> None:
    ask(since=dt.date(2024, 5, 1))
    ask(since=dt.date(2023, 5, 1))
    ask(since=dt.date(2025, 5, 1))
    assert job().since == dt.date(2023, 5, 1)


@pytest.mark.django_db
def test_after_it_is_done_only_the_new_day_counts(done: list[jobs.Claim]) -> None:
    ask(since=dt.date(2023, 5, 1))
    jobs.run_all_due()
    ask(since=dt.date(2024, 5, 1))
    assert (job().state, job().since) == ("queued", dt.date(2024, 5, 1))


@pytest.mark.django_db
def test_a_job_asked_for_while_it_runs_is_done_again(done: list[jobs.Claim]) -> None:
    ask()
    running = claimed()
    ask()
    jobs.finish(running)
    assert job().state == "queued"
    jobs.run_all_due()
    assert (job().state, len(done)) == ("done", 1)


@pytest.mark.django_db
def test_a_running_job_is_not_claimed_again_before_its_lease_ends() -> None:
    ask()
    first = claimed()
    assert jobs.claim(first.job_id) is None
    let_lease_end()
    assert jobs.due_ids() == [first.job_id]
    assert claimed().fence == first.fence + 1


@pytest.mark.django_db
def test_a_worker_that_lost_its_claim_keeps_nothing() -> None:
    ask()
    slow = claimed()
    let_lease_end()
    claimed()
    with pytest.raises(jobs.LostClaim):
        write_and_finish(slow)
    assert not DueMark.objects.exists()


@pytest.mark.django_db
def test_a_heartbeat_keeps_the_lease() -> None:
    ask()
    claim = claimed()
    let_lease_end()
    jobs.heartbeat(claim, 1, 2)
    # The heart beats on a connection of its own, which does not see this test's transaction.
    assert job().progress_done == 0


@pytest.mark.django_db
def test_a_job_that_keeps_failing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(claim: jobs.Claim) -> None:
        raise ValueError("kapot")

    monkeypatch.setitem(jobs._handlers, KIND, fail)
    ask()
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        Job.objects.update(due_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        assert jobs.run(job().pk)
        assert job().attempts == attempt
    assert (job().state, "kapot" in job().error) == ("dead", True)
    assert jobs.dead(KIND, ["ROT"]) == ["ROT"]


@pytest.mark.django_db
def test_a_job_that_kills_its_worker_is_given_up_too() -> None:
    ask()
    for _ in range(jobs.MAX_ATTEMPTS):
        claimed()
        let_lease_end()
    assert jobs.claim(job().pk) is None
    assert job().state == "dead"


@pytest.mark.django_db
def test_asking_again_wakes_a_job_that_was_given_up() -> None:
    ask()
    Job.objects.update(state="dead", attempts=jobs.MAX_ATTEMPTS)
    ask()
    assert (job().state, job().attempts) == ("queued", 0)


@pytest.mark.django_db
def test_what_must_wait_comes_back_without_counting_as_an_attempt() -> None:
    ask()
    jobs.postpone(claimed(), NOW)
    assert (job().state, job().attempts) == ("queued", 0)


@pytest.mark.django_db
def test_many_marks_become_one_job_per_key() -> None:
    for since in (2024, 2022, 2023):
        DueMark.objects.create(kind=KIND, key="ROT", since=dt.date(since, 1, 1))
    jobs.fold_marks()
    assert (job().since, DueMark.objects.count()) == (dt.date(2022, 1, 1), 0)


@pytest.mark.django_db
def test_changes_shortly_after_each_other_wait_for_each_other() -> None:
    jobs.enqueue(kind=KIND, keys=["ROT"])
    assert jobs.due_ids() == []


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_workers_one_gets_the_job() -> None:
    ask()
    job_id, won, start = job().pk, [], threading.Barrier(16)

    def work() -> None:
        start.wait()
        try:
            if jobs.claim(job_id):
                won.append(1)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(16)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(won) == 1


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_does_not_break_the_write(monkeypatch: pytest.MonkeyPatch) -> None:
    from pvi.records.tasks import sweep

    def refuse(**options: object) -> None:
        raise sweep.OperationalError("no broker")

    monkeypatch.setattr(sweep, "apply_async", refuse)
    ask()
    assert job().state == "queued"
