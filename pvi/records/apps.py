from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class RecordsConfig(AppConfig):
    name = "pvi.records"
    label = "records"
    verbose_name = "Wat wordt bewaard"

    def ready(self) -> None:
        # Tasks are sent from web processes and commands too, and need to know the broker.
        import_module(settings.CELERY_APP)
