from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "pvi.records"
    label = "records"
    verbose_name = "Wat wordt bewaard"
