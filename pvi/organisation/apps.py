from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "pvi.organisation"
    label = "organisation"
    verbose_name = "Organisatie"
