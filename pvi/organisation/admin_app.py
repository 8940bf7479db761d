"""Puts our own site in the place of Django's; apart from apps.py, where Django would find two apps."""

from django.contrib.admin.apps import AdminConfig


class MonitorAdminConfig(AdminConfig):
    default_site = "pvi.organisation.admin_site.MonitorAdminSite"
