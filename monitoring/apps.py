from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "monitoring"
    verbose_name = "Cijfers en momentopnamen"

    def ready(self) -> None:
        # The ledger learns here who does its snapshot jobs.
        from monitoring import snapshot_jobs  # noqa: F401
